import { expect, test } from 'vitest'

import { block, message, moment, rich, titled } from '../../../../src/core/message.ts'
import { blocksBelowSummary } from '../../../../src/core/text/belowSummary.ts'

const facts = block.fields([['Lead', 'UNOCT']])

test('a card says below its summary only what the summary does not', () => {
  const card = message(
    'Changed PRJ1: Safe borders',
    block.text('Changed PRJ1'),
    block.text('Safe borders'),
    facts,
  )
  expect(blocksBelowSummary(titled('Project PRJ1', card))).toEqual([facts])
  expect(blocksBelowSummary(card)).toEqual(card.blocks)
})

test('a text with a moment, or with words of its own, stays with what follows it', () => {
  const texts = [block.text(rich`On ${moment(new Date(0), 'UTC')}`), block.text('Safe borders')]
  expect(blocksBelowSummary(titled('Meeting', message('Safe borders', ...texts)))).toEqual(texts)
})
