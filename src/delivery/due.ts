import type { Entry } from '../../db/ledger/enterNotices.ts'
import { attentionOf } from '../../db/ledger/settings/attention.ts'
import type { Trx } from '../../db/store/db.ts'
import type { Addressees, Firing, Rule } from '../core/feature/rule.ts'
import { message } from '../core/message.ts'
import { handle } from './attention.ts'

/** The kind of a rule's notices in the ledger. */
export const reminderKind = 'reminder'

/** Notices that a rule owes its audience at `now` and has not sent, at most `limit`. */
export async function dueNotices(
  trx: Trx,
  rule: Rule<Trx>,
  addressees: Addressees<Trx>,
  now: Date,
  limit: number,
): Promise<readonly Entry[]> {
  const firings = await addressees.due(trx, { now, moments: rule.moments, limit })
  const people = [...new Set(firings.flatMap(({ personId }) => (personId === undefined ? [] : [personId])))]
  const attention = people.length === 0 ? [] : await attentionOf(trx, rule.key, people, now)
  const byPerson = new Map(attention.map((one) => [one.personId, one]))
  const said = new Map(attention.map((one) => [one.personId, one.said]))
  return firings.map((firing) => {
    const of = firing.personId === undefined ? undefined : byPerson.get(firing.personId)
    if (!of) return entryOf(rule, firing, now, {})
    const before = said.get(of.personId) ?? 0
    const handling = handle({ ...rule, ...(firing.urgency && { urgency: firing.urgency }) }, of, {
      said: before,
      now,
      endsAt: firing.endsAt,
    })
    if (handling.kind === 'leave') return entryOf(rule, firing, now, { unsaid: handling.why })
    if (handling.kind === 'fold') return entryOf(rule, firing, now, { folded: handling.folded })
    said.set(of.personId, before + 1)
    return entryOf(rule, firing, now, {})
  })
}

function entryOf(rule: Rule<Trx>, firing: Firing, now: Date, how: Pick<Entry, 'folded' | 'unsaid'>): Entry {
  const { key, subject, personId, room, endsAt } = firing
  const { folded } = how
  // A waiting notice is useful as long as its subject is, and its words stay true whenever it is read.
  const uselessAfter = folded ? endsAt : rule.uselessAfter(firing, now)
  const text = rule.text(firing, now)
  const line = folded && folded.waitsFor !== 'quiet' ? rule.line?.(firing) : undefined
  return {
    key,
    kind: reminderKind,
    rule: rule.key,
    subject,
    message: line ? message(line, ...text.blocks) : text,
    urgency: firing.urgency ?? rule.urgency ?? 'normal',
    ...(personId === undefined ? {} : { personId }),
    ...(room ? { room } : {}),
    ...(uselessAfter ? { uselessAfter } : {}),
    ...how,
  }
}
