import { lastChangeOf } from '../../../db/ledger/lastChanges.ts'
import { type AgendaItem, agendaBefore } from '../../../db/meetings/record/agenda.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Button, button } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Context } from '../../define.ts'

/** So soon after a change, a place on the agenda may still mean what stood there before. */
export const soonMs = 5 * 60_000

/**
 * Asks where what stood at a place that is to be taken off was taken off a moment ago: the same line twice, or by two
 * people, would take off what has moved up. Raises `UserError`.
 */
export async function refuseTakenOffTwice(
  { db, now }: Context,
  meetingId: number,
  { typed, items, taken }: { typed: string; items: readonly AgendaItem[]; taken: readonly AgendaItem[] },
): Promise<void> {
  const places = [...typed.matchAll(/(?<![I\p{L}\d])\d{1,3}/gu)].map(Number)
  if (!/^[\s\d#.,;&]+(?:and[\s\d#.]+)?$/i.test(typed)) return
  const before = await agendaBefore(db, meetingId, new Date(now.getTime() - soonMs))
  const gone = places.flatMap((place) => before.slice(place - 1, place)).filter(({ removedAt }) => removedAt)
  if (gone.length === 0) return
  const titles = (some: readonly { readonly title: string }[]) =>
    some.map(({ title }) => `“${title}”`).join(', ')
  const left = counted(items.length, 'item')
  throw new UserError(
    `${titles(gone)} stood there and ${gone.length > 1 ? 'were' : 'was'} taken off a moment ago; what you named is now ${titles(taken)}, of ${left}. Is it to be taken off too? Nothing was changed.`,
    {
      buttons: [
        button(`Take off ${titles(taken)}`, 'meeting agenda remove', {
          meeting: `M${meetingId}`,
          item: taken.map(({ id }) => `I${id}`).join(', '),
        }),
      ],
    },
  )
}

/**
 * The order that stood before the caller put this agenda into its present one, a moment ago; undefined where that was
 * not their last change.
 */
export async function orderJustChanged(
  { db, now, caller }: Context,
  meetingId: number,
  items: readonly AgendaItem[],
): Promise<readonly AgendaItem[] | undefined> {
  const last = await lastChangeOf(db, caller.personId)
  if (
    last?.command !== 'meeting agenda order' ||
    last.undo === null ||
    now.getTime() - last.at.getTime() > soonMs
  )
    return undefined
  // The dispatcher wrote the button from the answer itself.
  const { values } = last.undo as Button
  const isThis =
    values['meeting'] === `M${meetingId}` && values['undoes'] === items.map(({ id }) => `I${id}`).join(',')
  if (!isThis) return undefined
  const byId = new Map(items.map((item) => [`I${item.id}`, item]))
  return values['items']?.split(',').flatMap((id) => byId.get(id) ?? [])
}
