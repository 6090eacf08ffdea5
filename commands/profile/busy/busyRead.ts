import { busyCalendarOf } from '../../../db/directory/busy/addresses.ts'
import { addressesToTell, type ReadAddress } from '../../../db/directory/busy/addressesToTell.ts'
import { recordedKeys } from '../../../db/ledger/recordedKeys.ts'
import type { Trx } from '../../../db/store/db.ts'
import { leaveRule } from '../../../src/core/feature/officeWords.ts'
import { type Firing, onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'

const key = 'busy-calendar'

type Due = ReadAddress & Firing & { readonly times: number }

/** Says that somebody's calendar was read for the first time, or that it cannot be read. */
export const busyRead: Rule<Trx, Due> = {
  key,
  about: 'Whether the calendar whose address you gave can be read',
  audience: [
    {
      who: 'whoever gave the address',
      due: async (trx, { now, limit }) => {
        const all = await addressesToTell(trx)
        const keys = all.map(keyOf)
        const told = await recordedKeys(trx, keys)
        const due: Due[] = []
        for (const [at, one] of all.entries()) {
          const own = keys[at] ?? ''
          if (told.has(own) || due.length >= limit) continue
          const { times = 0 } = (await busyCalendarOf(trx, one.personId, now)) ?? {}
          // It was given a moment ago, so its owner is at work on any day.
          const anyDay = one.fault === null
          due.push({ ...one, key: own, subject: `person:${one.personId}`, times, anyDay })
        }
        return due
      },
    },
  ],
  moments: [onTime],
  stops: 'The address was forgotten.',
  text: ({ host, fault, readAt, times }) =>
    fault === null
      ? message(
          rich`Your calendar at ${host} was read: ${counted(times, 'busy time')} in the months ahead. Suggested meeting times avoid them.`,
          block.buttons(button('Forget it', 'profile busy', { address: 'none' })),
        )
      : message(
          rich`Your calendar at ${host} cannot be read: ${fault}. It is tried again every hour${readAt === null ? '' : '; after a day without it, your busy times no longer count'}.`,
          block.buttons(
            { ...button('Another address', 'profile busy'), ask: true },
            button('Forget it', 'profile busy', { address: 'none' }),
          ),
        ),
  why: () => ({ as: 'the one who gave its address', otherwise: leaveRule(key) }),
  uselessAfter: () => undefined,
}

/** A new failure after a successful read has a key of its own, so it is told again. */
function keyOf({ personId, setAt, fault, failingSince }: ReadAddress): string {
  const what = fault === null ? 'read' : `failing:${failingSince?.getTime()}`
  return `${key}:${personId}:${setAt.getTime()}:${what}`
}
