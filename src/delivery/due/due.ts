import type { NoticeEntry } from '../../../db/ledger/enterNotices.ts'
import { type Attention, attentionOf } from '../../../db/ledger/settings/attention.ts'
import { recentNotices } from '../../../db/ledger/waiting/recentNotices.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Addressees, Firing, Rule } from '../../core/feature/rule.ts'
import { whyUnsent } from '../../core/feature/whyUnsent.ts'
import { withReason } from '../../core/feature/withReason.ts'
import { type Message, message, type Rich } from '../../core/message.ts'
import { inZone, zoneless } from '../../core/text/ownTimes.ts'
import { addDays, formatDay } from '../../core/time/day.ts'
import { type FiringOutcome, handle, mornings } from './attention.ts'
import { shortWhy } from './why.ts'

/** The kind of a rule's notices in the ledger. */
const reminderKind = 'reminder'

/** A firing, and the person in whose place its reader is asked, with that reader. */
export interface AddressedFiring {
  readonly firing: Firing
  readonly inPlaceOf?: Attention | undefined
  readonly reader?: Attention | undefined
}

/** How far back to look for whether somebody was asked the same. */
const sameForMs = 86_400_000

/** Notices that a rule owes its audience at `now` and has not sent, at most `limit`. */
export async function dueNotices(
  trx: Trx,
  rule: Rule<Trx>,
  addressees: Addressees<Trx>,
  now: Date,
  limit: number,
): Promise<readonly NoticeEntry[]> {
  const firings = await addressees.due(trx, { now, moments: rule.moments, limit })
  const known = new Map<number, Attention>()
  const learn = async (ids: readonly number[]) => {
    const fresh = [...new Set(ids)].filter((id) => !known.has(id))
    if (fresh.length === 0) return
    for (const one of await attentionOf(trx, rule.key, fresh, now)) known.set(one.personId, one)
  }
  await learn(idsOf(firings))
  if (rule.duty === true) await learn([...known.values()].flatMap(({ alternateId }) => alternateId ?? []))
  const asked = firings.map((firing) => inPlace(rule, firing, known))
  const sentThisWeek = new Map([...known].map(([id, one]) => [id, one.sentThisWeek]))
  const asks = ({ firing }: AddressedFiring) =>
    askedOf(firing.personId, firing.subject, rule.text(firing, now).summary)
  const before = await recentNotices(
    trx,
    rule.key,
    idsOf(asked.flatMap(({ firing, inPlaceOf }) => (inPlaceOf ? [firing] : []))),
    new Date(now.getTime() - sameForMs),
  )
  const own = new Set([
    ...firings.map((firing) => asks({ firing })),
    ...before.map(({ personId, subject, summary }) => askedOf(personId, subject, summary)),
  ])
  return asked.map((one) => {
    const { firing } = one
    const { personId } = firing
    const reader = personId === undefined ? undefined : known.get(personId)
    if (personId === undefined || !reader) return entryOf(rule, one, now, { kind: 'say' })
    // Whoever stands in for several, or is asked anyway, is asked once.
    const again = one.inPlaceOf !== undefined && own.has(asks(one))
    if (again) return entryOf(rule, one, now, { kind: 'leave', why: whyUnsent.standIn })
    own.add(asks(one))
    const handling = handlingOf(rule, firing, reader, sentThisWeek.get(personId) ?? 0, now)
    if (handling.kind === 'say') sentThisWeek.set(personId, (sentThisWeek.get(personId) ?? 0) + 1)
    return entryOf(rule, one, now, handling)
  })
}

/** What is asked of a person, in whichever zone its times are written. */
function askedOf(personId: number | undefined, subject: string, summary: Rich): string {
  return JSON.stringify([personId, subject, zoneless(summary)])
}

function idsOf(firings: readonly Firing[]): readonly number[] {
  return firings.flatMap(({ personId }) => (personId === undefined ? [] : [personId]))
}

/** A duty of somebody who is away is their alternate's meanwhile, unless that one wants none of the rule's reminders. */
function inPlace(
  { duty }: Rule<Trx>,
  firing: Firing,
  known: ReadonlyMap<number, Attention>,
): AddressedFiring {
  const reader = firing.personId === undefined ? undefined : known.get(firing.personId)
  if (duty !== true || !reader || reader.awayTo === null || reader.alternateId === null) return { firing }
  const alternate = known.get(reader.alternateId)
  if (alternate?.left !== false) return { firing }
  return {
    firing: { ...firing, personId: reader.alternateId },
    inPlaceOf: reader,
    reader: alternate,
  }
}

function handlingOf(
  rule: Rule<Trx>,
  { urgency, punctual, anyDay, endsAt }: Firing,
  reader: Attention,
  count: number,
  now: Date,
): FiringOutcome {
  const own = {
    ...(urgency && { urgency }),
    ...(punctual !== undefined && { punctual }),
    ...(anyDay && { anyDay }),
  }
  const handling = handle({ ...rule, ...own }, reader, { sentThisWeek: count, now, endsAt })
  if (handling.kind === 'leave' || rule.duty === undefined || reader.awayTo === null) return handling
  // Nobody stands in for them: they are asked when they are back.
  const until = mornings(addDays(reader.awayTo, 1), reader)
  if (endsAt !== undefined && until >= endsAt) return { kind: 'leave', why: whyUnsent.away }
  const waitsFor = handling.kind === 'fold' ? handling.folded.waitsFor : 'quiet'
  return { kind: 'fold', folded: { waitsFor, until } }
}

function entryOf(rule: Rule<Trx>, asked: AddressedFiring, now: Date, handling: FiringOutcome): NoticeEntry {
  const { firing } = asked
  const { key, subject, personId, room, endsAt } = firing
  const folded = handling.kind === 'fold' ? handling.folded : undefined
  // A waiting notice is useful as long as its subject is.
  const uselessAfter = folded ? endsAt : rule.uselessAfter(firing, now)
  return {
    key,
    kind: reminderKind,
    rule: rule.key,
    subject,
    message: written(rule, asked, now, folded?.waitsFor),
    urgency: firing.urgency ?? rule.urgency ?? 'normal',
    ...(personId === undefined ? {} : { personId }),
    ...(room ? { room } : {}),
    ...(uselessAfter ? { uselessAfter } : {}),
    ...(folded ? { folded } : {}),
    ...(handling.kind === 'leave' ? { whyUnsent: handling.why } : {}),
  }
}

/** A firing as it is said at `now`, with why it comes; for a digest or a brief in the one line that stands there. */
export function written(
  rule: Rule<Trx>,
  { firing, inPlaceOf, reader }: AddressedFiring,
  now: Date,
  waitsFor?: NonNullable<NoticeEntry['folded']>['waitsFor'],
): Message {
  const given = rule.why(firing)
  const why = given && inPlaceOf ? { ...given, as: standIn(given.as, inPlaceOf) } : given
  const text = withReason(rule.text(firing, now), why, firing.room !== undefined)
  const notice =
    waitsFor === undefined || waitsFor === 'quiet'
      ? text
      : message(shortWhy(rule.line?.(firing) ?? text.summary, why), ...text.blocks)
  return inPlaceOf && reader ? inZone(notice, inPlaceOf.zone, reader.zone) : notice
}

function standIn(as: string, { name, awayTo }: Attention): string {
  const until = awayTo === null ? '' : `, who is away until ${formatDay(awayTo)}`
  return `the one who stands in for ${name} (${as})${until}`
}
