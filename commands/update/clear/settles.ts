import { endedClearances } from '../../../db/newsletter/clearance/endedClearances.ts'
import type { Trx } from '../../../db/store/db.ts'
import { keysOf } from '../../../src/core/feature/rule.ts'
import { endedKinds } from '../../../src/core/feature/rulesOf.ts'

/** Takes the buttons off what asked for a clearance. */
export const clearancesSettle = endedKinds<Trx>(['clearance'], (trx, waiting) =>
  endedClearances(trx, keysOf(waiting)),
)
