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

test.each([
  'Thanks\nAna Silva\nVienna, 5 May 2026',
  'Regards\n\nOffice of Counter-Terrorism\n405 E 42nd St, New York, 12 May 2026',
  'Best regards\nAna Silva | Programme Officer | UNODC\nTel. +43 1 26060 1234',
  'Thanks\nI am on leave from 5 May to 9 May this year.',
  'Merci\n\nOn Tue, 5 May 2026 at 10:00, Ana Silva wrote:\nWe trained forty judges on 5 May in Vienna.',
  'Merci\n\nFrom: Ana\nSent: 5 May 2026\n\nPlease send us what you did on 5 May in Vienna.',
  'Thanks\n--\nAna\nThe office closes for the holidays on 5 May this year.',
])('%j is a signature to its end', (signature) => {
  const { text, asides } = readPasted(`UNODC trained judges (4 May)\n${signature}`)
  expect(text).toBe('UNODC trained judges (4 May)')
  expect(asides).toEqual([{ kind: 'signature', text: signature.replaceAll(/\n+/g, '\n') }])
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
])('%s before an item is set apart', (said) => {
  const item = 'UNODC trained judges in Vienna (5 May)'
  expect(readPasted(`${said} ${item}`)).toMatchObject({ text: item, asides: [{ text: said }] })
})

test.each(['Sent from my iPhone', 'Envoyé de mon iPhone', 'Get Outlook for iOS'])(
  '%s on the line of an item is set apart',
  (said) => {
    const item = 'UNODC trained judges in Vienna (5 May)'
    expect(readPasted(`${item} ${said}`)).toMatchObject({ text: item, asides: [{ text: said }] })
  },
)
