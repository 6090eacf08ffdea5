import { type Delivered, deliveredOf, forgetPosted, recordSettled } from '../../../db/ledger/amends.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Change } from '../../core/adapter.ts'
import type { Rule, Waited } from '../../core/feature/rule.ts'

/** Older messages are left as they are. */
const shownDays = 90
const most = 2_000
const dayMs = 86_400_000

/** Delivered notices that a changed record may have settled. */
export async function concerned(
  trx: Trx,
  rules: readonly Rule<Trx>[],
  { subject }: Pick<Change, 'subject'>,
  now: Date,
): Promise<readonly Delivered[]> {
  const ways = new Set(rules.flatMap(({ settledBy }) => settledBy ?? []))
  const others: string[] = []
  for (const settledBy of ways) others.push(...(await settledBy(trx, subject)))
  const subjects = [...new Set([subject, ...others])]
  return deliveredOf(trx, subjects, new Date(now.getTime() - shownDays * dayMs), most)
}

/** Records which of them are done, or asked for again. Returns how many messages are to be changed. */
export async function settle(
  trx: Trx,
  rules: readonly Rule<Trx>[],
  found: readonly Delivered[],
  { by, pressed }: Pick<Change, 'by' | 'pressed'>,
  now: Date,
): Promise<number> {
  // The platform shows the answer to the press in its place.
  const replaced = found.filter(
    ({ posted }) =>
      pressed?.platform === posted.platform &&
      pressed.tenant === posted.tenant &&
      pressed.message === posted.message,
  )
  await forgetPosted(
    trx,
    replaced.map(({ id }) => id),
  )
  const changes = []
  for (const rule of rules) {
    const own = found.filter((one) => !replaced.includes(one) && isOf(rule, one))
    changes.push(...(await changesOf(trx, rule, own, by, now)))
  }
  await recordSettled(trx, changes, now)
  return changes.length
}

function isOf({ key, kinds = [] }: Rule<Trx>, notice: Delivered): boolean {
  return notice.rule === null ? kinds.includes(notice.kind) : notice.rule === key
}

async function changesOf(
  trx: Trx,
  rule: Rule<Trx>,
  notices: readonly Delivered[],
  by: string | null,
  now: Date,
) {
  const asked = notices.flatMap(({ key, subject, personId }): readonly Waited[] =>
    personId === null ? [] : [{ key, subject, personId }],
  )
  const open = asked.length === 0 ? undefined : await rule.open?.(trx, asked, now)
  const inRooms = notices.filter(({ personId }) => personId === null)
  const openInRooms = inRooms.length === 0 ? undefined : await rule.openInRooms?.(trx, inRooms, now)
  const isOpenNow = ({ key, personId }: Delivered) => (personId === null ? openInRooms : open)?.has(key)
  const done = notices.filter((one) => one.settled === null && isOpenNow(one) === false)
  const words = await rule.words?.(
    trx,
    asked.filter(({ key }) => done.some((one) => one.key === key)),
  )
  return [
    ...done.map(({ id, key, personId }) => ({
      id,
      settled: {
        word: words?.get(key) ?? (personId === null ? 'No longer so' : 'Settled'),
        by,
        at: now.toISOString(),
      },
    })),
    ...notices
      .filter((one) => one.settled !== null && isOpenNow(one) === true)
      .map(({ id }) => ({ id, settled: null })),
  ]
}
