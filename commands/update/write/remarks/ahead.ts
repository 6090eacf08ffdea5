import type { UpdateContent } from '../../../../db/newsletter/updates.ts'
import { dayOf, type TimeReference } from '../../../../src/core/time/day.ts'
import { printedDays } from '../reading/reading.ts'

/** Words about the future. */
const planned =
  /(?<!\p{L})(?:will|shall|(?:is|are) to|plans? to|planned|upcoming|forthcoming|scheduled|to be held|save the date|invites?|register|aura lieu|tendra lugar|tendrá lugar|пройдет|состоится)(?!\p{L})/iu

/** Says that an update tells of days that are still to come; undefined for any other. */
export function aheadLine(content: UpdateContent, { now, zone }: TimeReference): string | undefined {
  if (content.startOn === null || content.startOn <= dayOf(now, zone)) return undefined
  const days = printedDays(content)
  return planned.test(content.text)
    ? `${days} is still to come; the text can be edited once it has taken place.`
    : `${days} is still to come, though the text tells of it as done. Is the day right?`
}
