import { type Attention, attentionOf } from '../../../db/ledger/settings/attention.ts'
import {
  endUnsent,
  repeatedMeanwhile,
  rewrite,
  type WaitedNotice,
} from '../../../db/ledger/waiting/waitedNotices.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Firing, Rule } from '../../core/feature/rule.ts'
import { whyUnsent } from '../../core/feature/whyUnsent.ts'
import type { Message } from '../../core/message.ts'
import { written } from './due.ts'
import { inTheirPlace } from './why.ts'

/**
 * What waited, in words that are true now: a day that was said to be two days ahead may have come. Of what has come to
 * say the same to the same person, the latest is kept and the others are ended.
 */
export async function asNow(
  trx: Trx,
  rules: readonly Rule<Trx>[],
  notices: readonly WaitedNotice[],
  now: Date,
): Promise<readonly WaitedNotice[]> {
  const bodies = new Map<number, Message>()
  for (const rule of rules) {
    const own = notices.filter((notice) => notice.rule === rule.key)
    if (own.length === 0 || !rule.asNow) continue
    const firings = new Map((await rule.asNow(trx, own, now)).map((one) => [one.key, one]))
    const absent = await inPlaceOf(trx, rule, own, firings, now)
    for (const notice of own) {
      const firing = firings.get(notice.key)
      if (!firing) continue
      const { of, reader } = absent.get(notice.id) ?? {}
      bodies.set(
        notice.id,
        of && reader && of.awayTo !== null
          ? inTheirPlace(written(rule, { firing }, now, notice.waitsFor), of, reader)
          : written(rule, { firing, inPlaceOf: of, reader }, now, notice.waitsFor),
      )
    }
  }
  await rewrite(
    trx,
    [...bodies].map(([id, body]) => ({ id, body })),
  )
  const said = notices.map((notice) => ({ ...notice, body: bodies.get(notice.id) ?? notice.body }))
  // A later one takes the place of those before it.
  const latest = new Map(said.map((notice) => [saying(notice), notice]))
  const told = await repeatedMeanwhile(trx, [...bodies.keys()])
  const kept = said.filter((notice) => latest.get(saying(notice)) === notice && !told.has(notice.id))
  const again = said.filter((notice) => !kept.includes(notice)).map(({ id }) => id)
  await endUnsent(trx, again, whyUnsent.saidOnce, now)
  return kept
}

function saying({ personId, rule, subject, body }: WaitedNotice): string {
  return JSON.stringify([personId, rule, subject, body.summary])
}

/** Whose duty it is, where another person reads it, and that reader, by the number of the notice. */
async function inPlaceOf(
  trx: Trx,
  rule: Rule<Trx>,
  notices: readonly WaitedNotice[],
  firings: ReadonlyMap<string, Firing>,
  now: Date,
) {
  const others = notices.flatMap(({ id, key, personId }) => {
    const of = firings.get(key)?.personId
    return of === undefined || of === personId ? [] : [{ id, of, personId }]
  })
  if (others.length === 0) return new Map<number, Partial<Record<'of' | 'reader', Attention>>>()
  const people = others.flatMap(({ of, personId }) => [of, personId])
  const known = await attentionOf(trx, rule.key, [...new Set(people)], now)
  const who = (id: number) => known.find(({ personId }) => personId === id)
  return new Map(others.map(({ id, of, personId }) => [id, { of: who(of), reader: who(personId) }]))
}
