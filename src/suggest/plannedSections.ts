import { planChanges } from '../../db/newsletter/arrange/plan.ts'
import type { Db } from '../../db/store/db.ts'
import { type PlannedSection, sectionsOf, storedPlan } from '../newsletter/plan.ts'

/** The sections that a newsletter of this deployment has, the removed ones too. */
export async function plannedSections(db: Db): Promise<readonly PlannedSection[]> {
  return sectionsOf(storedPlan(await planChanges(db)))
}
