import type { UpdateContent } from '../../../../db/newsletter/updates.ts'
import { type Button, button } from '../../../../src/core/message.ts'
import { capital } from '../../../../src/core/text/text.ts'
import { dayOf, type TimeReference } from '../../../../src/core/time/day.ts'
import { type UpdateInIssue, yearBefore } from '../outside.ts'
import { printedDays } from '../reading/reading.ts'

/** Words about the future. */
const planned =
  /(?<!\p{L})(?:will|shall|(?:is|are) to|plans? to|planned|upcoming|forthcoming|scheduled|to be held|save the date|invites?|register|aura lieu|tendra lugar|tendrá lugar|пройдет|состоится)(?!\p{L})/iu

/** Words in “ed” that stand before a noun, and tell of nothing that was done. */
const adjectives = new Set(
  'armed related based united displaced needed limited advanced improvised unmanned indeed expected foreseen combined targeted gender-based'.split(
    ' ',
  ),
)

const irregular = new Set(
  'held met led took gave ran sent built began brought won wrote drew taught shown given taken begun written made was were had tuvo'.split(
    ' ',
  ),
)

/** Behind them a French participle tells what was done. */
const auxiliaries = new Set(['a', 'ont', 'est', 'sont', 'été'])

/** Whether a text tells of what was done, in the languages whose verbs say it by their form. */
function tellsOfDone(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? []
  return words.some((word, at) => {
    if (!/^\p{Ll}/u.test(word)) return false
    if (irregular.has(word) || /(?:ó|aron|ieron)$/.test(word)) return true
    if (word.endsWith('ed') && word.length > 4)
      return !adjectives.has(word) && !(/^organi[sz]ed$/.test(word) && /^crime/i.test(words[at + 1] ?? ''))
    if (/^\p{Script=Cyrillic}{4,}$/u.test(word)) return /(?:л|ла|ло|ли|лся|лась|лось|лись)$/.test(word)
    return auxiliaries.has(words[at - 1] ?? '') && /(?:é|ée|és|ées|enu|enue|enus|enues|eu)$/.test(word)
  })
}

/** Says that an update tells of days that are still to come; undefined for any other. */
export function aheadLine(content: UpdateContent, { now, zone }: TimeReference): string | undefined {
  if (content.startOn === null || content.startOn <= dayOf(now, zone)) return undefined
  const days = capital(printedDays(content) ?? '')
  if (planned.test(content.text))
    return `${days} is still to come; the text can be edited once it has taken place.`
  return tellsOfDone(content.text)
    ? `${days} is still to come, though the text tells of it as done. Is the day right?`
    : `${days} is still to come. If the day is right, the text can be edited once it has taken place.`
}

/** The year before, where no issue tells of which year a text speaks that tells of days ahead as done. */
export function yearBeforeButtons(
  id: number,
  { content, issue }: UpdateInIssue,
  { now, zone }: TimeReference,
): readonly Button[] {
  if (issue !== null || planned.test(content.text) || !tellsOfDone(content.text)) return []
  const date = yearBefore(content, dayOf(now, zone))
  return date === undefined ? [] : [button(`It was ${date}`, 'update edit', { update: `U${id}`, date })]
}
