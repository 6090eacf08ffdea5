import { nameOfPerson } from '../../../db/directory/people.ts'
import {
  dueHandovers,
  failHandover,
  handOver,
  type PendingHandover,
} from '../../../db/directory/transfers/handover.ts'
import { type HandoverSubject, loadOf } from '../../../db/directory/transfers/load.ts'
import { groupAcronym } from '../../../db/directory/visibility/groupAcronym.ts'
import type { Db, Trx } from '../../../db/store/db.ts'
import { attempt } from '../../../db/store/savepoints/attempt.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Firing } from '../../../src/core/feature/rule.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { withTermNotices } from '../../wg/told/changeTerms.ts'
import { handoverNotices } from './handoverNotices.ts'
import { groupsOf, takeOverWords } from './takeOver.ts'

export interface HandedOver extends Firing {
  readonly message: Message
  /** Who ordered it. */
  readonly by: string
  /** Whether its reader ordered it: only they are told that it failed. */
  readonly isAuthor: boolean
}

/** Carries out the handovers whose day has come; one that cannot be done is given up, and its author is told. */
export async function carryOutHandovers(trx: Trx, now: Date, limit: number): Promise<readonly HandedOver[]> {
  const said: HandedOver[] = []
  for (const waiting of await dueHandovers(trx, now, Math.ceil(limit / 2))) {
    try {
      said.push(...(await attempt(trx, () => one(trx, waiting, now))))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      await failHandover(trx, waiting.id, error.message, now)
      said.push({ ...failed(waiting, error), isAuthor: true, by: waiting.askedName })
    }
  }
  return said
}

async function one(trx: Trx, waiting: PendingHandover, now: Date): Promise<readonly HandedOver[]> {
  const { id, toPerson, toName, toEntity, onDay, withReminders, askedBy } = waiting
  if (toEntity === null) throw new UserError(`${toName} represents no entity any more.`)
  const handed = handedOf(waiting)
  const label = await labelOf(trx, handed)
  const to = { id: toPerson, name: toName, entityId: toEntity }
  const order = { handed, to, on: onDay, withReminders }
  const before = await loadOf(trx, order, now)
  const { made: load, notices } = await withTermNotices(
    { db: trx, today: onDay, by: waiting.askedName, heard: [toPerson, before.from] },
    groupsOf(before),
    () => handOver(trx, id, order, { by: askedBy, now }),
  )
  const words = await takeOverWords(trx, handed, label, load)
  return [...handoverNotices({ id, from: load.from, to, on: onDay, words, ahead: false }), ...notices]
    .filter((notice) => notice.personId !== undefined)
    .map(({ key, subject, personId = toPerson, message: text }) => ({
      key,
      subject,
      personId,
      message: text,
      isAuthor: false,
      by: waiting.askedName,
    }))
}

/** What a handover moves, in words: somebody's name, or `chair of ETCIP`. */
export async function labelOf(db: Db, handed: HandoverSubject): Promise<string> {
  return handed.kind === 'person'
    ? nameOfPerson(db, handed.id)
    : `${handed.role} of ${await groupAcronym(db, handed.groupId)}`
}

/** Raises `UserError` where that is no longer known. */
export function handedOf({ fromPerson, groupId, role }: PendingHandover): HandoverSubject {
  if (fromPerson !== null) return { kind: 'person', id: fromPerson }
  if (groupId !== null && role !== null) return { kind: 'role', groupId, role }
  throw new UserError('What was to be handed over is no longer on record.')
}

function failed(
  { id, askedBy, toName }: PendingHandover,
  { message: why }: UserError,
): Omit<HandedOver, 'by' | 'isAuthor'> {
  return {
    key: `handover:${id}:failed`,
    subject: `person:${askedBy}`,
    personId: askedBy,
    message: message(
      rich`The handover to ${toName} that you ordered for today could not be done: ${why}`,
      block.buttons({ ...button('Hand over again', 'directory handover'), ask: true }),
    ),
  }
}
