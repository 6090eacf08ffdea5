import { expect, test } from 'vitest'

import { entities } from '../../../../db/samples/entities.ts'
import { groups } from '../../../../db/samples/groups.ts'
import { uncredited } from '../../../../src/newsletter/names/uncredited.ts'
import { readItem } from '../../../../src/newsletter/reading/readItem.ts'

const known = {
  period: { from: '2023-03-01', to: '2023-04-30' },
  entities: entities.map((entity) => ({ aliases: [], parts: [], ...entity })),
  groups,
}

test.each([
  ['OSCE, UNODC and CTED trained judges (6 Mar)', ['OSCE']],
  ['UN WOMEN AND UNODC HELD A WORKSHOP FOR JUDGES IN VIENNA (3 MAR)', []],
  ['JOINT EXPERT MEETING ON ARCHIVES: UNODC and CTED met in The Hague (3 Mar)', []],
  ['NAIROBI, 25 March – UNODC and CTED launched a toolkit', []],
])('a partner that the directory lacks is told from words in capitals: %s', (text, others) => {
  expect(uncredited(readItem(text, known), groups)).toEqual(others)
})
