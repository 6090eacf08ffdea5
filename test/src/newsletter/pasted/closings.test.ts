import { expect, test } from 'vitest'

import { readPasted, splitItems } from '../../../../src/newsletter/pasted/pasted.ts'

test.each([
  ['Merci', 'Merci'],
  ['Thanks!', 'Thanks!'],
  ['Thanks, all', 'Thanks, all'],
  ['Best regards,\nAna Silva\n', 'Best regards,\nAna Silva'],
])('%j between two items is set apart, and the second item is read', (typed, aside) => {
  const [first, second] = [
    'On 5 May UNODC trained judges in Vienna.',
    'On 6 May UNODC trained police in Lagos.',
  ]
  expect(splitItems(`${first}\n${typed}\n${second}`)).toEqual([first, second])
  expect(readPasted(`${first}\n${typed}\n${second}\nRegards\nThe office`)).toMatchObject({
    text: `${first} ${second}`,
    asides: [
      { kind: 'signature', text: aside },
      { kind: 'signature', text: 'Regards\nThe office' },
    ],
  })
})

test.each(['Contact: Ana Silva, ana@un.org', 'For more information, please contact ana@un.org'])(
  '%j below each of several items is set apart, and all of them are read',
  (line) => {
    const items = ['UNODC trained judges in Vienna (5 May).', 'CTED met prosecutors in Lagos (6 May).']
    expect(splitItems(items.map((item) => `- ${item}\n${line}`).join('\n'))).toEqual(items)
    expect(splitItems(items.map((item) => `${item}\n${line}`).join('\n\n'))).toEqual(items)
    expect(
      readPasted(`UNODC trained judges in Vienna.\n${line}\nIt took place there on 5 May 2026.`),
    ).toMatchObject({
      text: 'UNODC trained judges in Vienna. It took place there on 5 May 2026.',
      asides: [{ kind: 'signature', text: line }],
    })
  },
)

test.each([
  'Thanks\nAna Silva\nVienna, 5 May 2026',
  'Regards\n\nOffice of Counter-Terrorism\n405 E 42nd St, New York, 12 May 2026',
  'Best regards\nAna Silva | Programme Officer | UNODC\nTel. +43 1 26060 1234',
  'Thanks\nI am on leave from 5 May to 9 May this year.',
  'Thanks\n--\nAna\nThe office closes for the holidays on 5 May this year.',
])('%j is a signature to its end', (signature) => {
  const { text, asides } = readPasted(`UNODC trained judges (4 May)\n${signature}`)
  expect(text).toBe('UNODC trained judges (4 May)')
  expect(asides).toEqual([{ kind: 'signature', text: signature.replaceAll(/\n+/g, '\n') }])
})

test.each([
  'On Tue, 5 May 2026 at 10:00, Ana Silva wrote:\n> We trained forty judges on 5 May in Vienna.',
  'On Tue, 5 May 2026 at 10:00, Ana Silva <\nana@un.example> wrote:\nPlease write by 8 May 2026.',
  'Le mar. 5 mai 2026 à 10:00, Ana Silva <ana@un.example> a écrit :\n> Merci d’écrire avant le 8 mai 2026',
  'From: Ana\nSent: 5 May 2026\n\nPlease send us what you did on 5 May in Vienna.',
  'Merci\n\nFrom: Ana\nSent: 5 May 2026\n\nPlease send us what you did on 5 May in Vienna.',
])('the mail that was answered, %j, is no item and no part of one', (mail) => {
  const typed = `UNODC trained forty judges (4 May)\n\n${mail}`
  expect(splitItems(typed)).toEqual([typed])
  const { text, asides } = readPasted(typed)
  expect(text).toBe('UNODC trained forty judges (4 May)')
  expect(asides.at(-1)?.kind).toBe('answered')
})

test('a mail that says nothing itself keeps what it passes on, and hashtags after a text are set apart', () => {
  const passed = 'See below\n\nFrom: Ana\nSent: today\n\nUNODC trained forty judges (4 May)'
  expect(readPasted(passed).text).toContain('UNODC trained forty judges (4 May)')
  expect(readPasted('UNODC trained judges (4 May) #UNODC #Accra')).toMatchObject({
    text: 'UNODC trained judges (4 May)',
    asides: [{ kind: 'hashtag', text: '#UNODC #Accra' }],
  })
  expect(readPasted('UNODC trained judges #Accra (4 May)').text).toBe('UNODC trained judges (4 May)')
  expect(readPasted('UNODC launched #ExtremeLives in Accra (4 May)').asides).toEqual([])
})

test('days from one to another on lines of their own are no head of a mail', () => {
  const typed = 'UNODC trained 40 judges in Vienna\nFrom: 3 May\nTo: 5 May'
  expect(readPasted(typed).asides).toEqual([])
})

test('the photo credit and the source after one line are both set apart', () => {
  expect(readPasted('UNODC trained judges, 4 May. Photo: UNODC. Source: https://unodc.org/x')).toMatchObject({
    text: 'UNODC trained judges, 4 May.',
    asides: [{ kind: 'credit' }, { kind: 'source' }],
  })
})

test.each([
  'Fwd:',
  'FW: RE:',
  'RE: input newsletter -',
  'FYI -',
  'pls add:',
  'Hi, pls add:',
  'For the newsletter:',
  'Please include in the next newsletter:',
])('%s before an item is set apart', (text) => {
  const item = 'UNODC trained judges in Vienna (5 May)'
  expect(readPasted(`${text} ${item}`)).toMatchObject({ text: item, asides: [{ text: text }] })
})

test.each(['Sent from my iPhone', 'Envoyé de mon iPhone', 'Get Outlook for iOS'])(
  '%s on the line of an item is set apart',
  (text) => {
    const item = 'UNODC trained judges in Vienna (5 May)'
    expect(readPasted(`${item} ${text}`)).toMatchObject({ text: item, asides: [{ text: text }] })
  },
)

test.each([
  [
    'in Vienna. Contact: Ana Silva, https://un.org/c (18 Nov)',
    'in Vienna. (18 Nov)',
    'Contact: Ana Silva, https://un.org/c',
  ],
  [
    'in Vienna (5 Nov). Contact: ana@un.org (until 18 Nov)',
    'in Vienna (5 Nov).',
    'Contact: ana@un.org (until 18 Nov)',
  ],
  ['in Vienna. Contact: Ana Silva (UNODC)', 'in Vienna.', 'Contact: Ana Silva (UNODC)'],
])(
  'the one date in brackets at the end of a text is its own, also behind a contact: %s',
  (typed, text, aside) => {
    expect(readPasted(`UNODC met ${typed}`)).toMatchObject({
      text: `UNODC met ${text}`,
      asides: [{ kind: 'signature', text: aside }],
    })
  },
)
