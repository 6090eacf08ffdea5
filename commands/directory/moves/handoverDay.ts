import { comingHandovers } from '../../../db/directory/moves/comingHandovers.ts'
import type { Trx } from '../../../db/store/db.ts'
import { onTime, type Rule, soonest } from '../../../src/core/feature/rule.ts'
import { rich } from '../../../src/core/message.ts'
import { startOfDay } from '../../../src/core/time/day.ts'
import { carryOut, type HandedOver } from './carryOut.ts'

/** No directory has more handovers waiting. */
const mostWaiting = 500

/** Carries handovers out on their day, and tells both. */
export const handoverDay: Rule<Trx, HandedOver> = {
  key: 'handover',
  about: 'What was handed over on its day',
  audience: [{ who: 'both between whom it moves', due: (trx, { now, limit }) => carryOut(trx, now, limit) }],
  acts: true,
  moments: [onTime],
  stops: 'It is taken back before its day.',
  text: ({ message: said }) => said,
  async coming(trx, { limit, personId }) {
    const coming = (await comingHandovers(trx, mostWaiting)).flatMap((one) => {
      const { fromPerson, fromName, toPerson, toName, role, group, onDay, zone } = one
      const what = role === null ? `all that ${fromName ?? 'somebody'} has in hand` : `${role} of ${group}`
      const readers = [...new Set([fromPerson ?? toPerson, toPerson])]
      return readers.map((reader) => ({
        at: startOfDay(onDay, zone),
        what: rich`${what} is handed over to ${toName}`,
        to: { personId: reader },
        why: 'one of the two between whom it moves',
      }))
    })
    return soonest(coming, personId, limit)
  },
  why: ({ isAuthor, by }) => ({
    as: isAuthor ? 'the one who ordered it' : 'one of the two between whom it moves',
    by: isAuthor ? undefined : `${by} ordered it`,
    otherwise: 'Not as it should be? The secretariat mends the directory.',
  }),
  uselessAfter: () => undefined,
}
