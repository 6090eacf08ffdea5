import type { Plan } from '../../../../db/meetings/change.ts'
import { markOf } from '../../../records/overruled.ts'
import { isStale } from '../../../records/shownThen.ts'
import { textsOf } from './takingBack.ts'

/** What the yes of a question carries of the meeting that it shows. */
export function markOfPlan(meeting: Plan): string {
  return markOf(Object.values(textsOf(meeting)))
}

/** Whether a meeting stands otherwise by now than a question showed it. */
export function isStalePlan(meeting: Plan, shown: string | undefined): boolean {
  return isStale(Object.values(textsOf(meeting)), shown)
}
