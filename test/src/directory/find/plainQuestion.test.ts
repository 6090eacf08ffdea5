import { describe, expect, test } from 'vitest'

import { plainQuestion } from '../../../../src/directory/find/plainQuestion.ts'

describe('a question as it is asked of a colleague', () => {
  test.each([
    [
      'who speaks for human rights in Asia',
      { query: 'human rights in Asia', there: { query: 'human rights', region: 'asia' } },
    ],
    ['Who works on border management?', { query: 'border management' }],
    ['focal point for gender', { query: 'gender' }],
    ['people in Nairobi', { query: 'Nairobi' }],
    [
      'who is responsible for aviation in Latin America?',
      { query: 'aviation in Latin America', there: { query: 'aviation', region: 'latin america' } },
    ],
    ['human rights adviser in Amman', { query: 'human rights adviser in Amman' }],
    ['UNODC focal point', { query: 'UNODC focal point' }],
    [
      'focal point for gender for Africa',
      { query: 'gender for Africa', there: { query: 'gender', region: 'africa' } },
    ],
    [
      'human rights in Asia',
      { query: 'human rights in Asia', there: { query: 'human rights', region: 'asia' } },
    ],
    ['Economic Commission for Africa', { query: 'Economic Commission for Africa' }],
    ['Bank of Latin America', { query: 'Bank of Latin America' }],
    ['WHO', { query: 'WHO' }],
    ['F.A.O.', { query: 'FAO' }],
    ['U.N.O.D.C focal point', { query: 'UNODC focal point' }],
    ['J.R. Berg', { query: 'J.R. Berg' }],
    ['ana.b.c@who.example', { query: 'ana.b.c@who.example' }],
  ])('%s', (typed, asked) => {
    expect(plainQuestion(typed)).toEqual(asked)
  })
})
