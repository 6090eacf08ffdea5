import { describe, expect, test } from 'vitest'

import { readPasted, splitItems } from '../../../../src/newsletter/pasted/pasted.ts'

const item = 'UNODC trained 30 judges in Accra (3 Mar)'

describe('what is copied from a chat or a mail', () => {
  test.each([
    [`[23/11/2026, 09:12:33] Ann Lee: ${item}`, '[23/11/2026, 09:12:33] Ann Lee:'],
    [`11/23/26, 9:12 AM - Ann Lee: ${item}`, '11/23/26, 9:12 AM - Ann Lee:'],
    [`[Monday 9:12 AM] Ann Lee\n${item}`, '[Monday 9:12 AM] Ann Lee'],
    [`Ann Lee, 23.11.2026 09:12\n${item}`, 'Ann Lee, 23.11.2026 09:12'],
  ])('is set apart from who wrote it, and when: %j', (typed, stamp) => {
    expect(readPasted(typed)).toMatchObject({ text: item, asides: [{ kind: 'mail header', text: stamp }] })
  })

  test.each(['10:30 Workshop: UNODC trained 30 judges (3 Mar)', `3-5 Mar: ${item}`])(
    'is not a text that begins with an hour or a day of its own: %s',
    (typed) => {
      expect(readPasted(typed).text).toBe(typed)
    },
  )

  test('is apart from the head and the end of a mail in German and Spanish', () => {
    const german = ['Von: Lee, Ann', 'Gesendet: Montag, 23. November 2026 09:12', 'An: Sekretariat', 'Betreff: AW: Beiträge', '', item, '', 'Mit freundlichen Grüßen', 'Ann Lee'] // biome-ignore format: a table
    const spanish = ['De: Ana Ruiz', 'Enviado el: lunes, 23 de noviembre', 'Para: Secretaría', 'Asunto: Aportes', '', item] // biome-ignore format: a table
    expect(readPasted(german.join('\n')).text).toBe(item)
    expect(readPasted(spanish.join('\n')).text).toBe(item)
    expect(splitItems(spanish.join('\n'))).toHaveLength(1)
  })

  test('are two items where Chinese counts them', () => {
    const typed =
      '1、毒品和犯罪问题办公室在曼谷举办了讲习班（11月3日）\n2、移民组织在内罗毕举办了培训（11月9日）'
    expect(splitItems(typed)).toHaveLength(2)
  })
})
