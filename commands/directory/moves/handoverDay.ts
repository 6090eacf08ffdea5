import type { Trx } from '../../../db/store/db.ts'
import { onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { carryOut, type HandedOver } from './carryOut.ts'

/** Carries handovers out on their day, and tells both. */
export const handoverDay: Rule<Trx, HandedOver> = {
  key: 'handover',
  about: 'What was handed over on its day',
  audience: [{ who: 'both between whom it moves', due: (trx, { now, limit }) => carryOut(trx, now, limit) }],
  acts: true,
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
