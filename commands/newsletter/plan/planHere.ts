import { planChanges } from '../../../db/newsletter/arrange/plan.ts'
import type { Db } from '../../../db/store/db.ts'
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

/** The sections of this deployment's newsletter, the removed ones too. */
export async function sectionsHere(db: Db): Promise<readonly PlannedSection[]> {
  return sectionsOf(await changesHere(db))
}
