import { readersOf } from '../../db/directory/hours/readers.ts'
import { attentionOf } from '../../db/ledger/settings/attention.ts'
import type { Db } from '../../db/store/db.ts'
import { arrivalTime } from '../../src/core/feature/arrivalTime.ts'
import type { Rule } from '../../src/core/feature/rule.ts'
import type { Block } from '../../src/core/message.ts'
import { reachAt } from '../../src/core/reach/reach.ts'
import type { Told } from './askWhereMany.ts'

/** How what a rule says arrives: the day or the hour may be one that its reader chose. */
type Arriving = Parameters<typeof arrivalTime>[0] & Pick<Rule<never>, 'key'>

/** Whom a rule is about to tell something at an instant, and when it reaches them: it heeds nights, digests and days off. */
export async function reachedByRule(
  { db, now }: { readonly db: Db; readonly now: Date },
  people: readonly Told[],
  { at, rule }: { readonly at: Date; rule(personId: number): Arriving },
): Promise<readonly Block[]> {
  const seats = new Map(people.map((one) => [one.personId, one.as]))
  const ids = [...seats.keys()]
  const readers = await readersOf(db, ids)
  const [first] = ids
  const { key } = rule(first ?? 0)
  const known = new Map((await attentionOf(db, key, ids, now)).map((one) => [one.personId, one]))
  return reachAt(
    readers.map((one) => {
      const as = seats.get(one.personId)
      return { ...one, ...(as && { as }) }
    }),
    ({ personId }) => {
      const reader = known.get(personId)
      return reader ? arrivalTime(rule(personId), reader, at) : at
    },
  )
}
