import type { Plan } from '../../../../db/meetings/change.ts'
import { option } from '../../../../src/core/option.ts'
import { markOf } from '../../../records/overruled.ts'
import { textsOf } from './takingBack.ts'

/** How a meeting stood in a question, so that its yes overrules no change that somebody has made since. */
export const shownOption = option.text({
  onlyPressed: true,
  about: 'How the meeting stood when it was asked, as the button says',
  max: 20,
})

/** What the yes of a question carries of the meeting that it shows. */
export function markOfPlan(meeting: Plan): string {
  return markOf(Object.values(textsOf(meeting)))
}

/** Whether a meeting stands otherwise by now than a question showed it. */
export function isStale(meeting: Plan, shown: string | undefined): boolean {
  return shown !== undefined && shown !== markOfPlan(meeting)
}
