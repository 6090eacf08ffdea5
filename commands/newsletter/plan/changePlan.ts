import { setPlanChanges } from '../../../db/newsletter/arrange/plan.ts'
import type { PlanChanges } from '../../../src/newsletter/plan.ts'
import type { Context } from '../../define.ts'

/** Keeps what this deployment's plan has otherwise than the standing one, and who said so. */
export async function changePlan({ db, caller, now, about }: Context, changes: PlanChanges): Promise<void> {
  about('newsletter-plan')
  await setPlanChanges(db, changes, caller.personId, now)
}
