import { queueNotices } from '../../../db/ledger/enterNotices.ts'
import type { QueuedNotice } from '../../../db/ledger/notices.ts'
import { type Attention, attentionOf } from '../../../db/ledger/settings/attention.ts'
import {
  endAsDigested,
  endUnsent,
  handOn,
  release,
  takeWaited,
  type WaitedNotice,
  waitAgain,
} from '../../../db/ledger/waiting/waitedNotices.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Rule } from '../../core/feature/rule.ts'
import { whyUnsent } from '../../core/feature/whyUnsent.ts'
import { block, button, type Message, message } from '../../core/message.ts'
import { counted } from '../../core/text/counted.ts'
import { afterWaiting } from './afterWaiting.ts'
import { asNow } from './asNow.ts'
import { passOn } from './passOn.ts'
import { inTheirPlace } from './why.ts'

/** Longer digests are hard to read; the rest is one button away. */
const mostLines = 30

/** The kind of a digest in the ledger: it does not count as a reminder itself. */
const digestKind = 'digest'

/**
 * Sends what waited for the morning or a digest, where it is still true; returns the notices to deliver, and how many
 * waiting ones were taken, at most `limit`. What waits by the rules `off` stays.
 */
export async function releaseWaited(
  trx: Trx,
  rules: readonly Rule<Trx>[],
  { now, limit, off }: { readonly now: Date; readonly limit: number; readonly off: readonly string[] },
): Promise<{ readonly taken: number; readonly queued: readonly QueuedNotice[] }> {
  const taken = await takeWaited(trx, off, now, limit)
  if (taken.length === 0) return { taken: 0, queued: [] }
  const { standing, over } = await sift(trx, rules, await passOn(trx, rules, taken, now), now)
  await endUnsent(trx, idsOf(over), whyUnsent.untrue, now)
  const said = await asNow(trx, rules, await asSetSince(trx, rules, standing, now), now)
  const single = said.filter(({ waitsFor }) => waitsFor === 'quiet')
  const gathered = said.filter(({ waitsFor }) => waitsFor !== 'quiet')
  const digests = [...Map.groupBy(gathered, ({ personId }) => personId).values()]
  await endAsDigested(trx, idsOf(gathered), now)
  const queued = await queueNotices(trx, digests.map(digestOf), now)
  return { taken: taken.length, queued: [...queued, ...(await release(trx, idsOf(single), now))] }
}

function idsOf(notices: readonly WaitedNotice[]): readonly number[] {
  return notices.map(({ id }) => id)
}

/** Separates the notices that are still true from the others, by their own rules. */
async function sift(
  trx: Trx,
  rules: readonly Rule<Trx>[],
  notices: readonly WaitedNotice[],
  now: Date,
): Promise<{ readonly standing: readonly WaitedNotice[]; readonly over: readonly WaitedNotice[] }> {
  const over = new Set(notices.filter(({ uselessAfter }) => uselessAfter !== null && uselessAfter <= now))
  for (const rule of rules) {
    const own = notices.filter((notice) => notice.rule === rule.key)
    if (own.length === 0 || !rule.standing) continue
    const stand = await rule.standing(trx, own, now)
    for (const notice of own) if (!stand.has(notice.key)) over.add(notice)
  }
  return { standing: notices.filter((notice) => !over.has(notice)), over: [...over] }
}

type Settable = Pick<Rule<Trx>, 'key' | 'duty' | 'punctual'>

/** What commands say comes by no rule; it waits for the end of quiet hours that people set, and for nothing else. */
const ofCommands: Settable = { key: '', punctual: true }

/** Those that are said now, as their readers have set things since; the others wait, go to another, or end. */
async function asSetSince(
  trx: Trx,
  rules: readonly Settable[],
  notices: readonly WaitedNotice[],
  now: Date,
): Promise<readonly WaitedNotice[]> {
  const said = new Set(notices)
  for (const rule of [...rules, ofCommands]) {
    const own = notices.filter((notice) => (notice.rule ?? ofCommands.key) === rule.key)
    if (own.length === 0) continue
    const known = await attentions(trx, rule, own, now)
    for (const notice of own) {
      const fate = afterWaiting(rule, notice, known, now)
      if (fate.kind === 'say') continue
      said.delete(notice)
      if (fate.kind === 'wait') await waitAgain(trx, notice.id, fate.until)
      else if (fate.kind === 'end') await endUnsent(trx, [notice.id], fate.why, now)
      else {
        const { to, of, until } = fate
        const body = inTheirPlace(notice.body, of, to)
        const handed = await handOn(trx, { id: notice.id, personId: to.personId, body, until })
        if (!handed) await endUnsent(trx, [notice.id], whyUnsent.standIn, now)
      }
    }
  }
  return [...said]
}

async function attentions(
  trx: Trx,
  { key, duty }: Settable,
  notices: readonly WaitedNotice[],
  now: Date,
): Promise<ReadonlyMap<number, Attention>> {
  const readers = await attentionOf(trx, key, [...new Set(notices.map(({ personId }) => personId))], now)
  const others = duty === true ? readers.flatMap(({ alternateId }) => alternateId ?? []) : []
  const alternates = others.length === 0 ? [] : await attentionOf(trx, key, [...new Set(others)], now)
  return new Map([...alternates, ...readers].map((one) => [one.personId, one]))
}

function digestOf(notices: readonly WaitedNotice[]) {
  const [first] = notices
  if (!first) throw new Error('a digest without notices')
  return {
    // A notice is in one digest only, so the first one names it.
    key: `digest:${first.id}`,
    personId: first.personId,
    kind: digestKind,
    subject: 'reminder:digest',
    message: digest(notices),
  }
}

function digest(notices: readonly WaitedNotice[]): Message {
  const brief = notices.every(({ waitsFor }) => waitsFor === 'brief')
  const shown = notices.slice(0, mostLines)
  const rest = notices.length - shown.length
  return message(
    `${brief ? 'Your Monday brief' : 'Your digest'}: ${counted(notices.length, 'reminder')}.`,
    block.list(shown.map(({ body }) => body.summary)),
    rest > 0 ? block.text(`And ${rest} more.`) : undefined,
    block.buttons(
      button('All that is coming', 'reminder list'),
      button('How I am reminded', 'reminder settings'),
    ),
  )
}
