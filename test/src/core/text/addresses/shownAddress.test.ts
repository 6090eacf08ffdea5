import fc from 'fast-check'
import { expect, test } from 'vitest'

import { showsAnotherAddress } from '../../../../../src/core/text/addresses/linkWords.ts'
import { shownAddress } from '../../../../../src/core/text/addresses/shownAddress.ts'

const room = '19%3ameeting_ZmRhYzE5NDctNTZkNy00OTk1@thread.v2/0?context=%7b%22Tid%22%7d'

test.each([
  [`https://teams.microsoft.com/l/meetup-join/${room}`, 'https://teams.microsoft.com/l/…'],
  [`https://zoom.us/j/98765432100?pwd=${'a'.repeat(40)}`, 'https://zoom.us/j/98765432100…'],
  [`https://x.example/${'a'.repeat(80)}`, 'https://x.example/…'],
  ['https://x.example/short', 'https://x.example/short'],
  [`https://good.example@evil.example/${'a'.repeat(80)}`, undefined],
  [`https://${'a'.repeat(50)}.example/${'a'.repeat(80)}`, undefined],
  [`Room 4, ${'a'.repeat(80)}`, undefined],
])(
  'of %s a link shows its beginning at a whole part, where it is long and names its server',
  (url, shown) => {
    expect(shownAddress(url)).toBe(shown ?? url)
  },
)

test('what is shown of an address is never another one', () => {
  const odd = `http://a.example/a'#${'a'.repeat(60)}`
  expect(shownAddress(odd)).toBe(odd)
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true, size: 'large' }), (url) => {
      expect(shownAddress(url) !== url && showsAnotherAddress(shownAddress(url), url)).toBe(false)
    }),
  )
})
