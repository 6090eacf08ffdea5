import { expect, test } from 'vitest'

import { cardBlocks } from '../../../../src/chat/render/cardBlocks.ts'
import {
  block,
  headed,
  type Message,
  message,
  moment,
  type Rich,
  rich,
} from '../../../../src/core/message.ts'

const [start, other] = [new Date('2026-12-12T14:30Z'), new Date('2026-12-13T14:30Z')]
const at = (day: Date) => moment(day, 'Europe/Paris')
const fact = block.fields([['When', rich`${at(start)}, 1 h`]])

/** The sentence of a card, with the zone for a moment. */
function sentence(message: Message): string | undefined {
  const [first] = cardBlocks(headed('Meeting M1', message)).filter(({ kind }) => kind === 'text')
  return first?.kind === 'text'
    ? first.text.map((one) => (one.kind === 'moment' ? one.zone : words(one))).join('')
    : undefined
}

function words(span: Rich[number]): string {
  return 'text' in span ? span.text : ''
}

test.each<[string, Rich, string]>([
  ['ends in it', rich`You said yes to M1, ${at(start)}.`, 'You said yes to M1.'],
  [
    'goes on after it',
    rich`Scheduled M1, ${at(start)}. 26 people are invited.`,
    'Scheduled M1. 26 people are invited.',
  ],
  ['has nothing after it', rich`M1 Plenary, ${at(start)}`, 'M1 Plenary'],
  ['needs it', rich`Moved M1 to ${at(start)}.`, 'Moved M1 to Europe/Paris.'],
  ['tells another', rich`Cancelled M1, ${at(other)}.`, 'Cancelled M1, Europe/Paris.'],
])('a card says once when: a fact, where its sentence %s', (_, summary, shown) => {
  expect(sentence(message(summary, fact))).toBe(shown)
})

test('a sentence keeps its time where no fact tells it', () => {
  const said = rich`You said yes to M1, ${at(start)}.`
  expect(sentence(message(said, block.text(rich`${at(start)}`)))).toBe('You said yes to M1, Europe/Paris.')
})
