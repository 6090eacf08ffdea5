import { setPlanChanges } from '../../../db/newsletter/arrange/plan.ts'
import type { PlanChanges } from '../../../src/newsletter/plan.ts'
import type { Context } from '../../define.ts'

/** Stores where this deployment's plan differs from the standard one, and who changed it. */
export async function changePlan({ db, caller, now, about }: Context, changes: PlanChanges): Promise<void> {
  about('newsletter-plan')
  await setPlanChanges(db, changes, caller.personId, now)
}
