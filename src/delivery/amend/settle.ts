import { forgetPosted, recordSettled, type SettledChange } from '../../../db/ledger/amends.ts'
import { type Delivered, deliveredOf, lockDelivered } from '../../../db/ledger/delivered.ts'
import { type Snoozed, snoozedAmong } from '../../../db/ledger/reminders/snoozed.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Change } from '../../core/adapter.ts'
import type { NoticeSettlement, Settling, WaitingFiring } from '../../core/feature/rule.ts'

/** Older messages are left as they are. */
const shownDays = 90
const most = 2_000
const dayMs = 86_400_000

/** Delivered notices that a changed record may have settled. */
export async function concerned(
  trx: Trx,
  rules: readonly Settling<Trx>[],
  { subject }: Pick<Change, 'subject'>,
  now: Date,
): Promise<readonly Delivered[]> {
  const ways = new Set(rules.flatMap(({ settledBy }) => settledBy ?? []))
  const others: string[] = []
  for (const settledBy of ways) others.push(...(await settledBy(trx, subject)))
  const subjects = [...new Set([subject, ...others])]
  return deliveredOf(trx, subjects, new Date(now.getTime() - shownDays * dayMs), most)
}

/** Records which of them are done, put off, or asked for again. Returns how many messages are to be changed. */
export async function settle(
  trx: Trx,
  rules: readonly Settling<Trx>[],
  concernedOnes: readonly Delivered[],
  { by, pressed }: Pick<Change, 'by' | 'pressed'>,
  now: Date,
): Promise<number> {
  // Of two changes at once, the one that comes second sees what the first has done.
  const found = await lockDelivered(trx, idsOf(concernedOnes))
  // The platform shows the answer to the press in its place.
  const replaced = found.filter(
    ({ posted }) =>
      pressed?.platform === posted.platform &&
      pressed.tenant === posted.tenant &&
      pressed.message === posted.message,
  )
  await forgetPosted(trx, idsOf(replaced))
  const standing = found.filter((one) => !replaced.includes(one))
  const waiting = await snoozedAmong(trx, idsOf(standing))
  const snoozes = new Map(waiting.map((one) => [one.noticeId, one]))
  const changes: SettledChange[] = []
  for (const rule of rules) {
    const own = standing.filter((one) => isOf(rule, one))
    if (own.length > 0) changes.push(...(await changesOf(trx, rule, own, { snoozes, by, now })))
  }
  await recordSettled(trx, changes, now)
  return changes.length
}

function idsOf(notices: readonly Delivered[]): readonly number[] {
  return notices.map(({ id }) => id)
}

function isOf({ key, kinds = [] }: Settling<Trx>, notice: Delivered): boolean {
  return notice.rule === null ? kinds.includes(notice.kind) : notice.rule === key
}

interface Seen {
  readonly snoozes: ReadonlyMap<number, Snoozed>
  readonly by: string | null
  readonly now: Date
}

async function changesOf(
  trx: Trx,
  rule: Settling<Trx>,
  notices: readonly Delivered[],
  seen: Seen,
): Promise<readonly SettledChange[]> {
  const isOpen = await openNow(trx, rule, notices, seen.now)
  const done = notices.filter((one) => isOpen(one) === false && !isDone(one))
  const waited = waitedOf(done)
  const words = await rule.words?.(trx, waited)
  const lapsed = waited.length === 0 ? undefined : await rule.lapsed?.(trx, waited, seen.now)
  return notices.flatMap((one): readonly SettledChange[] => {
    const { id, key, personId } = one
    if (isOpen(one) === false) {
      if (isDone(one)) return []
      const over = personId === null ? undefined : lapsed?.get(key)
      if (over) return [{ id, settled: { word: 'Over', by: null, at: over.toISOString() } }]
      const word = words?.get(key) ?? (personId === null ? 'No longer so' : 'Settled')
      return [{ id, settled: { word, by: seen.by, at: seen.now.toISOString() } }]
    }
    const settled = putOff(seen.snoozes.get(id), seen)
    if (settled) return settled.snoozed.until === one.settled?.snoozed?.until ? [] : [{ id, settled }]
    const isAskedAgain = isDone(one) ? isOpen(one) === true : one.settled !== null
    return isAskedAgain ? [{ id, settled: null }] : []
  })
}

/** Whether each still asks for something; undefined where its rule does not tell. */
async function openNow(trx: Trx, rule: Settling<Trx>, notices: readonly Delivered[], now: Date) {
  const asked = waitedOf(notices)
  const open = asked.length === 0 ? undefined : await rule.open?.(trx, asked, now)
  const inRooms = notices.filter(({ personId }) => personId === null)
  const openInRooms = inRooms.length === 0 ? undefined : await rule.openInRooms?.(trx, inRooms, now)
  return ({ key, personId }: Delivered) => (personId === null ? openInRooms : open)?.has(key)
}

function waitedOf(notices: readonly Delivered[]): readonly WaitingFiring[] {
  return notices.flatMap(({ key, subject, personId }) =>
    personId === null ? [] : [{ key, subject, personId }],
  )
}

function isDone({ settled }: Delivered): boolean {
  return settled !== null && settled.snoozed === undefined
}

function putOff(snooze: Snoozed | undefined, { by, now }: Seen) {
  if (!snooze) return undefined
  const snoozed = { id: snooze.id, until: snooze.until.toISOString(), zone: snooze.zone }
  return { word: 'Snoozed', by, at: now.toISOString(), snoozed } satisfies NoticeSettlement
}
