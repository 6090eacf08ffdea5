import { type EndingTerm, endingTerms } from '../../../db/directory/terms/ending.ts'
import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import { morningsOf } from '../../../db/ledger/settings/mornings.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'
import { leaveRule } from '../../../src/core/feature/officeWords.ts'
import { daysBefore, keysOf, type Rule, soonest, type WaitingFiring } from '../../../src/core/feature/rule.ts'
import { block, button, headed, message, rich } from '../../../src/core/message.ts'
import { addDays, dayOf, daysBetween, formatDay, startOfDay } from '../../../src/core/time/day.ts'

/** How many days ahead of their notice terms are listed, and how many. */
const aheadDays = 60
const aheadMost = 5000

/** What falls on a day off is said on the last working day before, which lies no further back. */
const daysOff = 14

/** Notices from before rules could have several moments have keys without the name of one. */
const unnamed = daysBefore(30)

/** Announces the end of a term of office, so that a successor is found in time. */
export const termEnd: Rule<Trx, EndingTerm> = {
  key: 'term-end',
  about: 'A term of office that ends',
  audience: [
    {
      who: 'the holder, or the coordinators of the entity that holds it, and the secretariat',
      async due(trx, { now, moments, limit }) {
        const terms = await ledTerms(trx, now, moments, daysOff)
        const due = terms.flatMap((led) => led.findLast(({ at }) => at <= now)?.term ?? [])
        const told = await recordedKeys(trx, keysOf(due))
        return due.filter(({ key }) => !told.has(key)).slice(0, limit)
      },
    },
  ],
  byDay: true,
  moments: [daysBefore(30)],
  stops: 'The term is prolonged, or has ended.',
  text: ({ group, role, entity, holder, until, successor, isSecretariat }) =>
    headed(
      'Term of office',
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
    ),
  async coming(trx, { now, moments, limit, personId }) {
    const terms = await ledTerms(trx, now, moments, aheadDays)
    const coming = terms
      .flatMap((led) => led.find(({ at }) => at > now) ?? [])
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
  async open(trx, waiting, now) {
    const still = await endingStill(trx, waiting, now)
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

interface LedTerm {
  readonly term: EndingTerm
  /** The morning on which its reader is told. */
  readonly at: Date
}

/** Terms that end, each with what its moments say of it to its reader, the earliest first. */
async function ledTerms(
  trx: Trx,
  now: Date,
  moments: readonly Lead[],
  further: number,
): Promise<readonly (readonly LedTerm[])[]> {
  const days = Math.max(0, ...moments.map((lead) => lead.days)) + further
  const terms = await endingTerms(trx, { now, days, limit: aheadMost })
  const led = terms.flatMap((term) => moments.map((lead) => ({ term, lead })))
  const mornings = await morningsOf(
    trx,
    led.map(({ term, lead }) => ({
      personId: term.personId,
      day: addDays(term.until, -lead.days),
      at: lead.at,
    })),
  )
  const told = led.map(({ term, lead }, place) => ({
    term: { ...term, key: keyOf(term, lead) },
    at: mornings[place] ?? startOfDay(term.until, 'UTC'),
    of: term.key,
  }))
  return [...Map.groupBy(told, ({ of }) => of).values()].map((of) =>
    of.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  )
}

/** The name of the lead stands before the person. */
function keyOf({ key, personId }: EndingTerm, { name }: Lead): string {
  if (name === unnamed.name) return key
  return [...key.split(':').slice(0, -1), name, personId].join(':')
}

/** The key of its term and reader, whichever lead it is of. */
function termOf(key: string): string {
  const parts = key.split(':')
  return [...parts.slice(0, 3), parts.at(-1)].join(':')
}

/** Of notices, those of terms that end as they said. */
async function endingStill(
  trx: Trx,
  waited: readonly WaitingFiring[],
  now: Date,
): Promise<readonly EndingTerm[]> {
  const keys = keysOf(waited)
  const last = keys
    .map((key) => key.split(':')[2] ?? '')
    .sort()
    .at(-1)
  if (last === undefined) return []
  const days = Math.max(0, daysBetween(dayOf(now, 'UTC'), last))
  const terms = await endingTerms(trx, { now, days, limit: aheadMost })
  const ending = new Map(terms.map((term) => [term.key, term]))
  return keys.flatMap((key) => {
    const term = ending.get(termOf(key))
    return term ? [{ ...term, key }] : []
  })
}
