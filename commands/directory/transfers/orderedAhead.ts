import { lockWaiting, withdrawHandover } from '../../../db/directory/transfers/comingHandovers.ts'
import { handOver } from '../../../db/directory/transfers/handover.ts'
import { type HandoverLoad, type HandoverOrder, loadOf } from '../../../db/directory/transfers/load.ts'
import { groupAcronym } from '../../../db/directory/visibility/groupAcronym.ts'
import { attempt } from '../../../db/store/savepoints/attempt.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Notice } from '../../../src/core/feature/notice.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { type Context, found } from '../../define.ts'
import { withTermNotices } from '../../wg/told/changeTerms.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { handedOf, labelOf } from './carryOutHandovers.ts'
import { handoverNotices } from './handoverNotices.ts'
import { groupsOf, type TakeOver } from './takeOver.ts'

interface Ordered {
  readonly order: HandoverOrder
  readonly load: HandoverLoad
  readonly words: TakeOver
}

/** Puts a handover down for its day; both sides hear of it now, those of the entity that loses the role too. */
export async function orderedAhead(
  context: Context,
  id: number,
  { order, load, words }: Ordered,
): Promise<Message> {
  const { to, on } = order
  const others = await concernedBy(context, id, order, load)
  context.notify(handoverNotices({ id, ...order, from: load.from, words, ahead: true }))
  context.notify(others.notices.map((one) => ({ ...one, key: `handover:${id}:ordered:${one.key}` })))
  return message(
    rich`On ${formatDay(on)} ${to.name} takes over ${words.phrase}. That happens by itself on the day; ${load.from === null ? 'they' : 'both'} are told now, and again then.`,
    words.lines.length > 0 ? block.list(words.lines) : undefined,
    toldLine(others.names),
    block.buttons(button('Undo: call it off', 'directory handover', { withdraw: String(id) })),
  )
}

/** Raised to take back what was only tried out. */
class TriedOut extends Error {}

/** Whom a handover concerns beside the two between whom it moves, as if it were carried out now. */
async function concernedBy(
  { db, today, caller, now }: Context,
  id: number,
  order: HandoverOrder,
  load: HandoverLoad,
): Promise<{ readonly notices: readonly Notice[]; readonly names: readonly string[] }> {
  const heard = [order.to.id, load.from, caller.personId]
  let concerned: { readonly notices: readonly Notice[]; readonly names: readonly string[] } = {
    notices: [],
    names: [],
  }
  try {
    await attempt(db, async () => {
      const { notices, names } = await withTermNotices(
        { db, today, by: caller.name, heard },
        groupsOf(load),
        () => handOver(db, id, order, { by: caller.personId, now }),
      )
      // The number of a change that is taken back may come to be another one's.
      const keyed = notices.map((one) => ({ ...one, key: `${one.subject}:${one.personId}` }))
      concerned = { notices: keyed, names }
      throw new TriedOut('tried out')
    })
  } catch (error) {
    // What cannot be done is said on its day.
    if (!(error instanceof TriedOut) && !(error instanceof UserError)) throw error
  }
  return concerned
}

/** Calls a handover off before its day; all who were told of it hear that. Raises `UserError`. */
export async function callOff(context: Context, id: number): Promise<Message> {
  const { db, caller, now } = context
  const waiting = found(await lockWaiting(db, id), 'such handover that waits for its day')
  const { toPerson, toName, toEntity, onDay, withReminders, askedBy } = waiting
  if (!caller.isSecretariat && askedBy !== caller.personId)
    throw new UserError(
      'Only whoever ordered a handover and the secretariat call it off. Nothing was changed.',
    )
  const handed = handedOf(waiting)
  const label = await labelOf(db, handed)
  const people = new Set([toPerson])
  if (toEntity !== null) {
    const order = { handed, to: { id: toPerson, name: toName, entityId: toEntity }, on: onDay, withReminders }
    const load = await loadOf(db, order, now).catch(noneIfRefused)
    const notices = load ? (await concernedBy(context, id, order, load)).notices : []
    for (const one of [load?.from, ...notices.map(({ personId }) => personId)])
      if (typeof one === 'number') people.add(one)
  }
  people.delete(caller.personId)
  await withdrawHandover(db, id, now)
  context.about(`person:${toPerson}`)
  const day = formatDay(onDay)
  context.notify(
    [...people].map((personId) => ({
      key: `handover:${id}:off:${personId}`,
      personId,
      kind: 'handover',
      subject: `person:${personId}`,
      message: message(
        rich`${caller.name} called the handover of ${label} to ${toName} on ${day} off: nothing changes on that day.`,
      ),
    })),
  )
  const again = {
    ...(handed.kind === 'person'
      ? { what: `P${handed.id}` }
      : { wg: await groupAcronym(db, handed.groupId), role: handed.role }),
    ...{ to: `P${toPerson}`, on: onDay },
  }
  return message(
    rich`Called off: ${label} is not handed over to ${toName} on ${day}.`,
    people.size > 0 ? block.text(`${counted(people.size, 'person is', 'people are')} told.`) : undefined,
    block.buttons({ ...button('Undo: order it again', 'directory handover', again), confirmed: true }),
  )
}

/** Nothing moves where nobody holds it any more; any other error is raised. */
function noneIfRefused(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error
}
