import type { Recommendation } from '../../db/recommendations/recommendations.ts'
import type { PastChange } from '../../db/records/changes.ts'
import type { Caller } from '../../src/core/feature/caller.ts'
import {
  type Block,
  type Button,
  block,
  button,
  type Message,
  moment,
  type Rich,
  rich,
  titled,
} from '../../src/core/message.ts'
import { type Day, formatDay } from '../../src/core/time/day.ts'
import type { Context } from '../define.ts'
import { undoButton } from '../records/undoChange.ts'

/** `REC3 Jordan: Train border guards (in progress, CTED, due 1 Mar 2027)`. */
export function recommendationLine(one: Recommendation, today: Day): Rich {
  const due =
    one.dueOn === null ? null : `${isLate(one, today) ? 'overdue since' : 'due'} ${formatDay(one.dueOn)}`
  const facts = [one.status, follower(one), due].filter((fact) => fact !== null)
  return rich`REC${one.id} ${one.country}: ${one.body} (${facts.join(', ')})`
}

/** Whether it waits, and its day has passed. */
export function isLate({ dueOn, status }: Recommendation, today: Day): boolean {
  return isOpen(status) && dueOn !== null && dueOn < today
}

function isOpen(status: Recommendation['status']): boolean {
  return status === 'open' || status === 'in progress'
}

/** Who follows it up; null for nobody. */
export function follower({ entity, person }: Recommendation): string | null {
  return entity ?? person
}

/** Whether somebody follows it up, for themselves or for their entity. */
export function follows(caller: Caller, one: Recommendation): boolean {
  const own = one.entityId !== null && one.entityId === caller.entityId
  return own || one.personId === caller.personId
}

interface Shown {
  readonly done?: string
  readonly change?: number
  readonly past?: readonly PastChange[]
  /** Who is told, each in a sentence. */
  readonly told?: readonly (string | undefined)[]
  /** What is to be said besides. */
  readonly note?: { readonly text: string; readonly buttons: readonly Button[] } | undefined
}

/** A recommendation with all that is known of it, and what its reader may do with it. */
export function recommendationCard(
  { caller, today, zone }: Pick<Context, 'caller' | 'today' | 'zone'>,
  one: Recommendation,
  { done: text, change, past = [], told = [], note }: Shown = {},
): Message {
  const item = { recommendation: `REC${one.id}` }
  const due = one.dueOn === null ? 'no day set' : formatDay(one.dueOn)
  return titled(`Recommendation REC${one.id}`, {
    summary: rich`${text ?? `REC${one.id}`}: ${one.country}, ${one.body}`,
    blocks: [
      ...(text === undefined ? [] : [block.text(text)]),
      block.text(one.body),
      block.fields([
        ['Country', one.country],
        ['Theme', one.theme ?? 'none given'],
        ['Visit', one.visit ?? 'none given'],
        ['Status', one.status],
        ['Followed up by', follower(one) ?? 'nobody yet'],
        ['Follow-up', isLate(one, today) ? `${due}, overdue` : due],
      ]),
      ...history(past, zone),
      ...told.flatMap((sentence) => (sentence === undefined ? [] : [block.text(sentence)])),
      ...(note === undefined ? [] : [block.text(note.text)]),
      block.buttons(
        ...(note?.buttons ?? []),
        ...(one.removed || !(caller.isSecretariat || follows(caller, one))
          ? []
          : [{ ...button('Say how it stands', 'recommendation status', item), ask: true }]),
        ...(one.removed || !caller.isSecretariat
          ? []
          : [
              { ...button('Assign', 'recommendation assign', item), ask: true },
              { ...button('Edit', 'recommendation edit', item), ask: true },
            ]),
        ...(change === undefined ? [] : [undoButton('recommendation undo', item, change)]),
      ),
    ],
  })
}

/** What stands there now, as the options of `recommendation edit` take it. */
export function recommendationTexts({
  body,
  country,
  theme,
  visit,
  dueOn,
}: Recommendation): Readonly<Record<string, string>> {
  return {
    text: body,
    country,
    ...(theme === null ? {} : { theme }),
    ...(visit === null ? {} : { visit }),
    ...(dueOn === null ? {} : { due: dueOn }),
  }
}

/** How its status changed, with the notes. */
function history(past: readonly PastChange[], zone: string): readonly Block[] {
  const steps = past.flatMap(({ after, at, by, note }) => {
    const { status } = after
    if (typeof status !== 'string' && note === null) return []
    const words = [typeof status === 'string' ? status : '', note ?? ''].filter((one) => one !== '')
    return [rich`${words.join(': ')} (${by}, ${moment(at, zone, 'day')})`]
  })
  return steps.length === 0 ? [] : [block.heading('History'), block.list(steps)]
}
