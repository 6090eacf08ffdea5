import { type EndingTerm, endingTerms } from '../../../db/directory/terms/ending.ts'
import type { Trx } from '../../../db/store/db.ts'
import { leaveRule } from '../../../src/core/feature/officeWords.ts'
import { daysBefore, onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { addDays, dayOf, formatDay, startOfDay } from '../../../src/core/time/day.ts'
import { carryOut, type HandedOver } from './carryOut.ts'

/** Carries handovers out on their day, and tells both. */
export const handoverDay: Rule<Trx, HandedOver> = {
  key: 'handover',
  about: 'What was handed over on its day',
  audience: [{ who: 'both between whom it moves', due: (trx, { now, limit }) => carryOut(trx, now, limit) }],
  moments: [onTime],
  stops: 'It is taken back before its day.',
  text: ({ message: said }) => said,
  why: ({ isAuthor, by }) => ({
    as: isAuthor ? 'the one who ordered it' : 'one of the two between whom it moves',
    by: isAuthor ? undefined : `${by} ordered it`,
    otherwise: 'Not as it should be? The secretariat mends the directory.',
  }),
  uselessAfter: () => undefined,
}

/** How many days ahead of their notice terms are listed, and how many. */
const aheadDays = 60
const aheadMost = 500

/** Announces the end of a term of office, so that a successor is found in time. */
export const termEnd: Rule<Trx, EndingTerm> = {
  key: 'term-end',
  about: 'A term of office that ends',
  audience: [
    {
      who: 'the holder, or the coordinators of the entity that holds it, and the secretariat',
      due: (trx, { now, moments, limit }) =>
        endingTerms(trx, { now, days: Math.max(0, ...moments.map(({ days }) => days)), limit }),
    },
  ],
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
    const days = Math.max(0, ...moments.map((lead) => lead.days))
    const today = dayOf(now, 'UTC')
    const terms = await endingTerms(trx, { now, days: days + aheadDays, limit: aheadMost })
    return terms
      .filter((term) => addDays(term.until, -days) > today)
      .filter((term) => personId === null || term.personId === personId)
      .slice(0, limit)
      .map(({ until, role, group, holder, entity, personId: reader, isHolder, isSecretariat }) => ({
        at: startOfDay(addDays(until, -days), 'UTC'),
        what: rich`The term of ${holder ?? entity} as ${role} of ${group} ends on ${formatDay(addDays(until, -1))}`,
        to: { personId: reader },
        why: isHolder ? 'you hold it' : isSecretariat ? 'of the secretariat' : `a coordinator of ${entity}`,
      }))
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
