import { describe, expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { isAsked } from '../../../../../src/core/language/sentences/asked.ts'
import { lineOfSaying } from '../../../../../src/core/language/sentences/sayings.ts'

describe('a sentence after a colon', () => {
  test.each([
    'Accepted: the plan was adopted by the Committee',
    'Declined: UNODC trained 30 officers in Accra',
    'Tentative: the Board has agreed to meet',
    'Make it safe: UNODC trained 30 officers',
    'Open doors: WHO launched a guide for clinics',
  ])('tells something, and is no answer or order: %s', (typed) => {
    expect(lineOfSaying(features, typed)).toBeUndefined()
    expect(isAsked(typed)).toBe(false)
  })

  test.each([
    ['Accepted: ETCIP call', 'meeting rsvp ETCIP call yes'],
    [
      'Accepted: Quarterly meeting of the ETCIP working group',
      'meeting rsvp Quarterly meeting of the ETCIP working group yes',
    ],
    [
      'Declined: fourth quarterly meeting of the group on borders',
      'meeting rsvp fourth quarterly meeting of the group on borders no',
    ],
  ])('is a title where no word tells: %s', (typed, line) => {
    expect(lineOfSaying(features, typed)).toBe(line)
  })
})
