import { type ComingHandover, comingHandovers } from '../../../db/directory/transfers/comingHandovers.ts'
import { giverOf } from '../../../db/directory/transfers/giver.ts'
import { termsAround } from '../../../db/directory/transfers/held.ts'
import type { Trx } from '../../../db/store/db.ts'
import { orUserError, UserError } from '../../../src/core/errors.ts'
import { onTime, type Rule, soonest } from '../../../src/core/feature/rule.ts'
import type { UpcomingNotice } from '../../../src/core/feature/upcomingNotice.ts'
import { rich } from '../../../src/core/message.ts'
import { startOfDay } from '../../../src/core/time/day.ts'
import { carryOutHandovers, type HandedOver } from './carryOutHandovers.ts'

/** No directory has more handovers waiting. */
const mostWaiting = 500

/** Carries handovers out on their day, and tells both. */
export const handoverDay: Rule<Trx, HandedOver> = {
  key: 'handover',
  about: 'What was handed over on its day',
  audience: [
    { who: 'both between whom it moves', due: (trx, { now, limit }) => carryOutHandovers(trx, now, limit) },
  ],
  acts: true,
  moments: [onTime],
  stops: 'It is taken back before its day.',
  text: ({ message: notice }) => notice,
  async coming(trx, { limit, personId }) {
    const waiting = await comingHandovers(trx, mostWaiting)
    const givers = await giversOf(trx, waiting)
    const coming = waiting.flatMap((one, at): readonly UpcomingNotice[] => {
      const { fromName, toPerson, toName, role, group, onDay, zone } = one
      const what = role === null ? `all that ${fromName ?? 'somebody'} has in hand` : `${role} of ${group}`
      const readers = [...new Set([givers[at] ?? toPerson, toPerson])]
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
    otherwise: 'Not as it should be? The secretariat corrects the directory.',
  }),
  uselessAfter: () => undefined,
}

/** Who hands over on each day, as things stand; null where an entity holds the role, or nobody by then. */
async function giversOf(trx: Trx, waiting: readonly ComingHandover[]): Promise<readonly (number | null)[]> {
  const asked = waiting.map(({ fromPerson, groupId, role, onDay: on }) =>
    fromPerson === null && groupId !== null && role !== null ? { groupId, role, on } : undefined,
  )
  const around = (
    await termsAround(
      trx,
      asked.flatMap((one) => one ?? []),
    )
  ).values()
  return waiting.map(({ fromPerson, toPerson, toName, toEntity }, at) => {
    const handed = asked[at]
    if (!handed) return fromPerson
    const terms = around.next().value ?? []
    if (toEntity === null) return null
    const to = { id: toPerson, name: toName, entityId: toEntity }
    const giver = orUserError(() => giverOf(terms, handed.role, to, handed.on))
    return giver instanceof UserError ? null : giver.from
  })
}
