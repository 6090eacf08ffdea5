import { type BegunTerm, begunTerms, standingTerms } from '../../../db/directory/terms/beginning.ts'
import { workInHandOf } from '../../../db/directory/transfers/workInHand.ts'
import { morningsOf } from '../../../db/ledger/settings/mornings.ts'
import type { Trx } from '../../../db/store/db.ts'
import { handOverOffice, leaveRule } from '../../../src/core/feature/officeWords.ts'
import { keysOf, onTime, type Rule, soonest } from '../../../src/core/feature/rule.ts'
import { block, button, headed, message, rich } from '../../../src/core/message.ts'
import { addDays, dayOf, formatDay, startOfDay } from '../../../src/core/time/day.ts'
import { workWords } from './loadWords.ts'

/** Days for which the beginning of a term is worth saying. */
const usefulDays = 7

const mostStanding = 10_000

/** How many days ahead are listed. */
const aheadDays = 90

interface Begun extends BegunTerm {
  /** The open work that the former chair holds for the group, in words. */
  readonly inHand: readonly string[]
}

/** Says that a chair appointed ahead has begun, and what the former chair still has in hand. */
export const termBegin: Rule<Trx, Begun> = {
  key: 'term-begin',
  about: 'A chair’s term that begins',
  audience: [
    {
      who: 'the new chair, whoever chaired until then, and the secretariat',
      async due(trx, { now, limit }) {
        const begun: Begun[] = []
        const terms = await begunTerms(trx, { now, days: usefulDays, limit })
        const asked = terms.map(({ personId, from }) => ({ personId, day: from, after: true }))
        const mornings = await morningsOf(trx, asked)
        for (const [at, term] of terms.entries()) {
          if ((mornings[at] ?? now) > now) continue
          const hands = { from: term.formerId ?? nobody, to: term.holderId ?? nobody }
          const things =
            term.formerId === null || term.formerId === term.holderId
              ? []
              : workWords(await workInHandOf(trx, hands, now, false, term.groupId))
          begun.push({ ...term, inHand: things })
        }
        return begun
      },
    },
  ],
  moments: [onTime],
  stops: 'A handover was ordered for that day, or the term is released.',
  async coming(trx, { now, limit, personId }) {
    const until = startOfDay(addDays(dayOf(now, 'UTC'), aheadDays), 'UTC')
    const terms = await standingTerms(trx, { now: until, days: aheadDays, limit: mostStanding })
    const asked = terms.map((term) => ({ personId: term.personId, day: term.from, after: true }))
    const mornings = await morningsOf(trx, asked)
    const coming = terms.flatMap((term, place) => {
      const { group, entity, holder, from, as } = term
      const at = mornings[place]
      if (at === undefined || at <= now) return []
      const what = rich`${named(holder, entity)} chairs ${group} from ${formatDay(from)} on`
      return [{ at, what, to: { personId: term.personId }, why: seatOf(as, term) }]
    })
    return soonest(coming, personId, limit)
  },
  async standing(trx, waited, now) {
    const terms = await standingTerms(trx, { now, days: usefulDays, limit: mostStanding })
    const keys = new Set(terms.map(({ key }) => key))
    return new Set(keysOf(waited).filter((one) => keys.has(one)))
  },
  text: ({ group, entity, holder, holderId, formerEntity, former, from, as, inHand }) =>
    headed(
      'Term of office',
      message(
        rich`${named(holder, entity)} chairs ${group} from ${formatDay(from)} on; ${named(former, formerEntity)} did until the day before.`,
        inHand.length > 0
          ? block.list([
              `Still in the hands of ${former ?? formerEntity} for the group: ${inHand.join(', ')}.`,
              ...(as === 'secretariat' ? [] : ['The secretariat hands it over.']),
            ])
          : undefined,
        block.buttons(
          ...(as === 'secretariat' && inHand.length > 0 ? [handOverTo(group, holderId)] : []),
          button('Show the group', 'wg show', { wg: group }),
        ),
      ),
    ),
  why: ({ as, ...term }) => ({
    as: seatOf(as, term),
    otherwise: as === 'secretariat' ? leaveRule('term-begin') : handOverOffice,
  }),
  uselessAfter: ({ from }) => startOfDay(addDays(from, usefulDays), 'UTC'),
}

function seatOf(as: BegunTerm['as'], { entity, formerEntity }: Pick<BegunTerm, 'entity' | 'formerEntity'>) {
  if (as === 'secretariat') return 'of the secretariat'
  return as === 'chair'
    ? `the new chair, or a coordinator of ${entity}`
    : `the former chair, or a coordinator of ${formerEntity}`
}

/** Nobody has this number. */
const nobody = 0

function named(holder: string | null, entity: string): string {
  return holder === null ? entity : `${holder} (${entity})`
}

/** The button that hands the former chair’s open work to the new one; asks to whom where nobody is named. */
export function handOverTo(group: string, personId: number | null, on?: string) {
  const what = `${group} chair`
  return {
    ...button(
      'Hand it over',
      'directory handover',
      { what, ...(personId === null ? {} : { to: `P${personId}` }), ...(on === undefined ? {} : { on }) },
      'primary',
    ),
    ...(personId === null ? { ask: true } : {}),
  }
}
