import { describe, expect, test } from 'vitest'

import { readPasted, splitItems, splitPasted } from '../../../../src/newsletter/pasted/pasted.ts'

const item = 'UNODC trained 30 judges in Accra (3 Mar)'

describe('what is copied from a chat or a mail', () => {
  test.each([
    [`[23/11/2026, 09:12:33] Ann Lee: ${item}`, '[23/11/2026, 09:12:33] Ann Lee:'],
    [`11/23/26, 9:12 AM - Ann Lee: ${item}`, '11/23/26, 9:12 AM - Ann Lee:'],
    [`[Monday 9:12 AM] Ann Lee\n${item}`, '[Monday 9:12 AM] Ann Lee'],
    [`Ann Lee, 23.11.2026 09:12\n${item}`, 'Ann Lee, 23.11.2026 09:12'],
    [`Ann Lee :palm_tree:  9:12 AM\n${item}`, 'Ann Lee :palm_tree:  9:12 AM'],
    [`[09:12] Lee, Ann (UNODC)\n${item}`, '[09:12] Lee, Ann (UNODC)'],
    [`ann.lee — Today at 9:12\n${item}`, 'ann.lee — Today at 9:12'],
    [`Ann — Yesterday at 9:12 AM\n${item}`, 'Ann — Yesterday at 9:12 AM'],
    [`RT @UNODC: ${item}`, 'RT @UNODC:'],
  ])('is set apart from who wrote it, and when: %j', (typed, stamp) => {
    expect(readPasted(typed)).toMatchObject({ text: item, asides: [{ kind: 'chat', text: stamp }] })
  })

  test('is apart from names and hours on lines of their own, and from what others felt and answered', () => {
    const { items, asides } = splitPasted(
      `Ann Lee\nYesterday 16:22\n${item}\n👍 2\n3 replies\n\nBob de Vries\n16:40\nCTED visited Chad with IOM (9 Mar)\nLast reply today at 9:31 AM`,
    )
    expect(items).toEqual([item, 'CTED visited Chad with IOM (9 Mar)'])
    expect(asides.map(({ text }) => text)).toEqual([
      ...['Ann Lee', 'Yesterday 16:22', '👍 2', '3 replies'],
      ...['Bob de Vries', '16:40', 'Last reply today at 9:31 AM'],
    ])
  })

  test.each([
    [`1/3 ${item}`, item, ['1/3']],
    [
      `${item} 1/3\n\nThey learned to handle evidence 2/3`,
      `${item}. They learned to handle evidence.`,
      ['1/3', '2/3'],
    ],
    ['1/3 of States met in Accra (3 Mar)', '1/3 of States met in Accra (3 Mar)', []],
    [
      'UNODC trained judges of 1/2\nof the courts (3 Mar)',
      'UNODC trained judges of 1/2 of the courts (3 Mar)',
      [],
    ],
  ])('is apart from the counters of a thread: %j', (typed, text, counters) => {
    const read = readPasted(typed)
    expect([read.text, read.asides.map((aside) => aside.text)]).toEqual([text, counters])
  })

  test.each([
    [`> Anything on Ghana?\n> Thanks, Ana\n${item}`, item, ['Anything on Ghana?\nThanks, Ana']],
    [`>Anything on Ghana?\n\n${item}`, item, ['Anything on Ghana?']],
    [`> ${item}`, item, []],
    [`As they wrote:\n> ${item}`, `As they wrote: ${item}`, []],
    ['>50 judges of Ghana were trained (3 Mar)', '>50 judges of Ghana were trained (3 Mar)', []],
  ])(
    'is apart from what it answers, %j, and is itself where nothing else tells a day',
    (typed, text, quoted) => {
      const read = readPasted(typed)
      expect([read.text, read.asides.map((aside) => aside.text)]).toEqual([text, quoted])
    },
  )

  test('has lines where a program wrote their ends out, and no path is torn', () => {
    expect(splitItems(`${item}\\nCTED visited Chad with IOM (9 Mar)`)).toHaveLength(2)
    expect(readPasted('UNODC keeps C:\\new tools (3 Mar)').text).toBe('UNODC keeps C:\\new tools (3 Mar)')
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
