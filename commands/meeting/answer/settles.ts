import { endedInvitations } from '../../../db/meetings/reminding/endedInvitations.ts'
import type { Trx } from '../../../db/store/db.ts'
import { keysOf } from '../../../src/core/feature/rule.ts'
import { endedKinds } from '../../../src/core/feature/rulesOf.ts'

/** Takes the buttons off what asks whether somebody comes. */
export const invitationsSettle = endedKinds<Trx>(
  ['invitation', 'moved', 'restored', 'nudge'],
  async (trx, waiting, now) => {
    const ended = await endedInvitations(trx, keysOf(waiting), now)
    return new Map(ended.map(({ key, word }) => [key, word ?? 'Over']))
  },
  {
    async lapsed(trx, settled, now) {
      const ended = await endedInvitations(trx, keysOf(settled), now)
      return new Map(ended.flatMap(({ key, word, startsAt }) => (word === null ? [[key, startsAt]] : [])))
    },
  },
)
