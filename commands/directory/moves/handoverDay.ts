import { type ComingHandover, comingHandovers } from '../../../db/directory/moves/comingHandovers.ts'
import { loadOf } from '../../../db/directory/moves/load.ts'
import type { Trx } from '../../../db/store/db.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Coming } from '../../../src/core/feature/coming.ts'
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
  async coming(trx, { now, limit, personId }) {
    const coming: Coming[] = []
    for (const one of await comingHandovers(trx, mostWaiting)) {
      const { fromName, toPerson, toName, role, group, onDay, zone } = one
      const what = role === null ? `all that ${fromName ?? 'somebody'} has in hand` : `${role} of ${group}`
      const from = await handsOver(trx, one, now)
      const readers = [...new Set([from ?? toPerson, toPerson])]
      coming.push(
        ...readers.map((reader) => ({
          at: startOfDay(onDay, zone),
          what: rich`${what} is handed over to ${toName}`,
          to: { personId: reader },
          why: 'one of the two between whom it moves',
        })),
      )
    }
    return soonest(coming, personId, limit)
  },
  why: ({ isAuthor, by }) => ({
    as: isAuthor ? 'the one who ordered it' : 'one of the two between whom it moves',
    by: isAuthor ? undefined : `${by} ordered it`,
    otherwise: 'Not as it should be? The secretariat mends the directory.',
  }),
  uselessAfter: () => undefined,
}

/** Who hands over on that day, as things stand; null where an entity holds the role, or nobody by then. */
async function handsOver(
  trx: Trx,
  { fromPerson, groupId, role, toPerson, toName, toEntity, onDay }: ComingHandover,
  now: Date,
): Promise<number | null> {
  if (fromPerson !== null || groupId === null || role === null || toEntity === null) return fromPerson
  const to = { id: toPerson, name: toName, entityId: toEntity }
  const handed = { kind: 'role', groupId, role } as const
  try {
    return (await loadOf(trx, { handed, to, on: onDay, withReminders: false }, now)).from
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}
