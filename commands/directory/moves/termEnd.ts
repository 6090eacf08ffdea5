import { type EndingTerm, endingTerms, endingTermsUntold } from '../../../db/directory/terms/ending.ts'
import { morningsOf } from '../../../db/ledger/settings/mornings.ts'
import type { Trx } from '../../../db/store/db.ts'
import { leaveRule } from '../../../src/core/feature/officeWords.ts'
import {
  daysBefore,
  keysOf,
  type Lead,
  type Rule,
  soonest,
  type Waited,
} from '../../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { addDays, dayOf, daysBetween, formatDay, startOfDay } from '../../../src/core/time/day.ts'

/** How many days ahead of their notice terms are listed, and how many. */
const aheadDays = 60
const aheadMost = 500

/** What falls on a day off is said on the last working day before, which lies no further back. */
const daysOff = 14

/** Announces the end of a term of office, so that a successor is found in time. */
export const termEnd: Rule<Trx, EndingTerm> = {
  key: 'term-end',
  about: 'A term of office that ends',
  audience: [
    {
      who: 'the holder, or the coordinators of the entity that holds it, and the secretariat',
      async due(trx, { now, moments, limit }) {
        const days = daysOf(moments) + daysOff
        const terms = await withMornings(trx, await endingTermsUntold(trx, { now, days, limit }), moments)
        return terms.filter(({ at }) => at <= now).map(({ term }) => term)
      },
    },
  ],
  byDay: true,
  moments: [daysBefore(30)],
  stops: 'The term is prolonged, or has ended.',
  text: ({ group, role, entity, holder, until, successor, isSecretariat }) =>
    message(
      rich`The term of ${holder ?? entity}${holder === null ? '' : ` (${entity})`} as ${role} of ${group} ends on ${formatDay(addDays(until, -1))}. ${successor === null ? 'Nobody is on record to follow.' : `${successor} follows.`}`,
      block.buttons(
        ...(isSecretariat && successor === null
          ? [
              {
                ...button(
                  'Hand over',
                  'directory handover',
                  { what: `${group} ${role}`, on: until },
                  'primary',
                ),
                ask: true,
              },
              {
                ...button('Appoint', 'wg appoint', { wg: group, role, from: until }),
                ask: true,
              },
            ]
          : []),
        button('Show the terms', 'wg history', { wg: group }),
      ),
    ),
  async coming(trx, { now, moments, limit, personId }) {
    const days = daysOf(moments) + aheadDays
    const terms = await withMornings(trx, await endingTerms(trx, { now, days, limit: aheadMost }), moments)
    const coming = terms
      .filter(({ at }) => at > now)
      .map(({ at, term }) => {
        const { until, role, group, holder, entity, personId: reader, isHolder, isSecretariat } = term
        return {
          at,
          what: rich`The term of ${holder ?? entity} as ${role} of ${group} ends on ${formatDay(addDays(until, -1))}`,
          to: { personId: reader },
          why: isHolder ? 'you hold it' : isSecretariat ? 'of the secretariat' : `a coordinator of ${entity}`,
        }
      })
    return soonest(coming, personId, limit)
  },
  asNow: (trx, waited, now) => endingStill(trx, waited, now),
  // One that was prolonged, or whose reader has nothing to do with it any more, is not said.
  standing: async (trx, waited, now) => new Set(keysOf(await endingStill(trx, waited, now))),
  // With a successor on record there is nobody to appoint.
  async open(trx, said, now) {
    const still = await endingStill(trx, said, now)
    return new Set(keysOf(still.filter(({ successor }) => successor === null)))
  },
  why: ({ isHolder, entity, isSecretariat }) => ({
    as: isHolder
      ? 'the one who holds it'
      : isSecretariat
        ? 'of the secretariat'
        : `a coordinator of ${entity}, which holds it`,
    otherwise: isSecretariat ? leaveRule('term-end') : 'A successor is named with /directory handover.',
  }),
  uselessAfter: ({ until }) => startOfDay(until, 'UTC'),
}

function daysOf(moments: readonly Lead[]): number {
  return Math.max(0, ...moments.map(({ days }) => days))
}

/** Terms, each with the morning on which its reader is told. */
async function withMornings(trx: Trx, terms: readonly EndingTerm[], moments: readonly Lead[]) {
  const days = daysOf(moments)
  const at = moments.find((lead) => lead.days === days)?.at
  const mornings = await morningsOf(
    trx,
    terms.map(({ personId, until }) => ({ personId, day: addDays(until, -days), at })),
  )
  return terms.map((term, place) => ({ term, at: mornings[place] ?? startOfDay(term.until, 'UTC') }))
}

/** Of notices, those of terms that end as they said. */
async function endingStill(trx: Trx, waited: readonly Waited[], now: Date): Promise<readonly EndingTerm[]> {
  const keys = new Set(keysOf(waited))
  const last = [...keys]
    .map((key) => key.split(':')[2] ?? '')
    .sort()
    .at(-1)
  if (last === undefined) return []
  const days = Math.max(0, daysBetween(dayOf(now, 'UTC'), last))
  return (await endingTerms(trx, { now, days, limit: aheadMost })).filter(({ key }) => keys.has(key))
}
