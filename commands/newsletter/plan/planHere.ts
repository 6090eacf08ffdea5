import { planChanges } from '../../../db/newsletter/arrange/plan.ts'
import type { Db, Trx } from '../../../db/store/db.ts'
import { lockWords } from '../../../db/store/locks.ts'
import {
  type PlanChanges,
  type PlannedSection,
  sectionsOf,
  storedPlan,
} from '../../../src/newsletter/plan.ts'

/** What this deployment changed in the standing plan. */
export async function changesHere(db: Db): Promise<PlanChanges> {
  return storedPlan(await planChanges(db))
}

/** The same, held until this command ends: the plan is stored as a whole, so that two who change it take turns. */
export async function changesHeld(trx: Trx): Promise<PlanChanges> {
  await lockWords(trx, 'the plan of the newsletter')
  return changesHere(trx)
}

/** The sections of this deployment's newsletter, the removed ones too. */
export async function sectionsHere(db: Db): Promise<readonly PlannedSection[]> {
  return sectionsOf(await changesHere(db))
}
