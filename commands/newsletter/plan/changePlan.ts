import { dropPlanChanges, setPlanChanges } from '../../../db/newsletter/arrange/plan.ts'
import { type PlanChanges, realChanges } from '../../../src/newsletter/plan.ts'
import type { Context } from '../../define.ts'

/** Stores where this deployment's plan differs from the standard one, and who changed it. */
export async function changePlan({ db, caller, now, about }: Context, changes: PlanChanges): Promise<void> {
  about('newsletter-plan')
  const real = realChanges(changes)
  if (real) await setPlanChanges(db, real, caller.personId, now)
  else await dropPlanChanges(db)
}
