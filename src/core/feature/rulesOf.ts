import type { Rule, Settling, WaitingFiring } from './rule.ts'

/** Every rule of the house. */
export function rulesOf<Transaction>(
  features: readonly { readonly rules?: readonly Rule<Transaction>[] }[],
): readonly Rule<Transaction>[] {
  return features.flatMap(({ rules = [] }) => rules)
}

/** All that takes the buttons off delivered notices. */
export function settlingsOf<Transaction>(
  features: readonly {
    readonly rules?: readonly Rule<Transaction>[]
    readonly settles?: readonly Settling<Transaction>[]
  }[],
): readonly Settling<Transaction>[] {
  return [...rulesOf(features), ...features.flatMap(({ settles = [] }) => settles)]
}
const endOfTime = new Date('9999-12-31T00:00:00Z')

type Ended<Transaction> = (
  trx: Transaction,
  waiting: readonly WaitingFiring[],
  now: Date,
) => Promise<ReadonlyMap<string, string>>

/**
 * Takes the buttons off what commands said to people, of some kinds, once it asks for nothing any more: `ended` gives
 * what became of it, by key. Whatever it does not give still asks.
 */
export function endedKinds<Transaction>(
  kinds: readonly string[],
  ended: Ended<Transaction>,
  more: Pick<Settling<Transaction>, 'lapsed' | 'settledBy'> = {},
): Settling<Transaction> {
  return {
    ...more,
    kinds,
    async open(trx, waiting, now) {
      const over = await ended(trx, waiting, now)
      return new Set(waiting.flatMap(({ key }) => (over.has(key) ? [] : [key])))
    },
    // All of these are over, whatever the hour.
    words: (trx, settled) => ended(trx, settled, endOfTime),
  }
}
