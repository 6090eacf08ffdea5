import { describe, expect, test } from 'vitest'

import { readPasted, splitItems } from '../../../../src/newsletter/pasted/pasted.ts'
import { readLinks } from '../../../../src/newsletter/reading/links/links.ts'

const item = 'UNODC trained 30 judges in Accra (3 Mar)'

test.each(['[photo]', '(photos attached)', '[attached]', '(see the pictures enclosed)'])(
  '%s after a text points to a file, and is not printed',
  (pointer) => {
    expect(readPasted(`${item} ${pointer}`)).toMatchObject({
      text: item,
      asides: [{ kind: 'attachment', text: pointer }],
    })
  },
)

test('a sentence that points to a file is set apart, and brackets that say something stay', () => {
  expect(readPasted(`${item}. Photos attached.`).text).toBe(`${item}.`)
  for (const typed of [
    `${item} (photo attached)\nhttps://osce.org/1`,
    `${item}. Read more: https://osce.org/1 See photos attached.`,
  ])
    expect(readPasted(typed).text).not.toContain('attached')
  for (const kept of [
    'UNODC opened an exhibition (photos of victims)',
    'UNODC opened a forum [video message]',
  ])
    expect(readPasted(kept).text).toBe(kept)
})

describe('what is pasted comes in clean', () => {
  test.each([
    ['Word’s second bullet', `o\t${item}`],
    ['a number of several levels', `2.1. ${item}`],
    ['a number in a key', `1️⃣ ${item}`],
    ['a sign that ticks it off', `✅ ${item}`],
    ['a box that is ticked', `- [x] ${item}`],
    ['a quoted mail', `> UNODC trained 30 judges\n> in Accra (3 Mar)`],
    ['signs by their number', 'UNODC trained 30 judges in Accra &#40;3 Mar&#41;'],
    ['a page’s source', '<p>UNODC trained 30 judges<br>in <strong>Accra</strong> (3 Mar)</p>'],
    ['Markdown’s strokes', 'UNODC trained 30 judges in Accra \\(3 Mar\\)'],
    ['a joiner between blanks', 'UNODC trained\u200c 30 judges in Accra (3 Mar)'],
  ])('without %s', (_, typed) => {
    expect(readPasted(typed).text).toBe(item)
  })

  test.each([
    ['credit', 'Crédit photo : ONUDC'],
    ['credit', '[Foto: ONU]'],
    ['source', 'Источник: Новости ООН'],
    ['source', '来源：联合国新闻'],
    ['source', 'المصدر: أخبار الأمم المتحدة'],
    ['signature', 'Bien cordialement,'],
    ['signature', 'С уважением,'],
    ['signature', 'This message and its attachments are confidential'],
  ])('with the %s set apart: %s', (kind, line) => {
    expect(readPasted(`${item}\n${line}`)).toEqual({ text: item, bold: [], asides: [{ kind, text: line }] })
  })

  test('with the head of a forwarded mail set apart, and an item’s own date kept', () => {
    const head =
      '---------- Forwarded message ---------\nFrom: The desk\nDate: Mon, 4 Mar 2024\nSubject: update'

    expect(readPasted(`${head}\n\n${item}`).text).toBe(item)
    expect(readPasted('Subject: training of judges\nDate: 3 March').text).toContain('Date: 3 March')
  })

  test('item by item from a page’s list', () => {
    expect(splitItems(`<ul><li>${item}</li><li>IOM opened an office in Doha (5 Mar)</li></ul>`)).toHaveLength(
      2,
    )
  })
})

describe('a link leads where it says', () => {
  const page = 'https://www.unodc.org/a'

  test.each([
    [
      'a mail program',
      `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(page)}&data=05`,
    ],
    ['a search engine', `https://www.google.com/url?q=${page}&sa=D`],
    ['a mail filter', `https://urldefense.com/v3/__${page}__;!!abc!xyz$`],
    ['a campaign', `${page}?utm_source=tw&fbclid=I0`],
    ['a chat', `<${page}>`],
  ])('after %s', (_, link) => {
    expect(readLinks(readPasted(`${item} ${link}`).text)).toMatchObject({
      text: item,
      links: [{ text: page, url: page }],
    })
  })

  test.each([
    'https://www.google.com/search?q=https://un.org',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://un.org/?url=https://example.org',
  ])('and is left as it is where it leads nowhere else: %s', (link) => {
    expect(readLinks(`${item} ${link}`).links.map(({ url }) => url)).toEqual([link])
  })

  test('with the word before it where Outlook sets it apart', () => {
    expect(readLinks(readPasted(`UNODC<${page}> trained 30 judges`).text)).toMatchObject({
      text: 'UNODC trained 30 judges',
      links: [{ text: 'UNODC', url: page }],
    })
  })
})

test.each([
  ['Download the manual here', 'Download the manual here'],
  ['Read more →', 'Read more →'],
  ['Click here (4 Nov)', 'Click here'],
])('words that were a link and lost it are set apart: %s', (words, pointer) => {
  const { text, asides } = readPasted(`UNODC published a manual. ${words}`)
  expect(text.startsWith('UNODC published a manual.')).toBe(true)
  expect(text).not.toContain(pointer)
  expect(asides).toEqual([{ kind: 'lost link', text: pointer }])
})

test('words of the sentence that sound like a link stay', () => {
  const text = 'UNODC asked judges to read more (4 Nov)'
  expect(readPasted(text)).toMatchObject({ text, asides: [] })
})
