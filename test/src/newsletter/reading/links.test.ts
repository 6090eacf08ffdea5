import { expect, test } from 'vitest'

import { readLinks } from '../../../../src/newsletter/reading/links.ts'

test.each([
  ['UNODC held a workshop in Dakar – see https://unodc.org/d', 'UNODC held a workshop in Dakar'],
  ['UNODC held a workshop in Dakar. See more at https://unodc.org/d', 'UNODC held a workshop in Dakar.'],
  ['UNODC held a workshop in Dakar (read more: https://unodc.org/d)', 'UNODC held a workshop in Dakar'],
  [
    'UNODC held a workshop in Dakar, further information here: https://unodc.org/d.',
    'UNODC held a workshop in Dakar.',
  ],
  ['The handbook is available at https://unodc.org/d', 'The handbook is available'],
  [
    'UNODC held a workshop in Dakar https://unodc.org/d (3-5 Nov)',
    'UNODC held a workshop in Dakar (3-5 Nov)',
  ],
  [
    'UNODC asked States to see https://unodc.org/d before the session',
    'UNODC asked States to see before the session',
  ],
])('the words that only lead to an address go with it: %s', (typed, text) => {
  expect(readLinks(typed).text).toBe(text)
})
