import { comingAdoptions } from '../../../db/meetings/silence/comingAdoptions.ts'
import { type Adopted, adoptSilent } from '../../../db/meetings/silence/silences.ts'
import type { Trx } from '../../../db/store/db.ts'
import { handOverOffice } from '../../../src/core/feature/officeWords.ts'
import { type Firing, onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'

/** Adopts a text at its deadline, and tells everybody. */
export const silenceOver: Rule<Trx, Adopted & Firing> = {
  key: 'silence-over',
  about: 'A text adopted because nobody objected by the deadline',
  audience: [
    {
      who: 'everybody of the group',
      due: async (trx, { now }) =>
        (await adoptSilent(trx, now)).map((one) => ({
          ...one,
          key: `silence-over:${one.silenceId}:${one.personId}`,
          subject: `silence:${one.silenceId}`,
        })),
    },
  ],
  acts: true,
  moments: [onTime],
  stops: 'An entity has broken the silence.',
  text: ({ silenceId, groupAcronym, body }) =>
    message(
      rich`Adopted by silence in ${groupAcronym}: S${silenceId}. No entity has objected.`,
      block.text(body),
      block.buttons(button('Who was told when', 'meeting silence list', { silence: `S${silenceId}` })),
    ),
  async coming(trx, asked) {
    const found = await comingAdoptions(trx, asked)
    return found.map(({ silenceId, closesAt, groupAcronym, personId, as }) => ({
      at: closesAt,
      what: rich`S${silenceId} is adopted in ${groupAcronym} unless somebody objects`,
      to: { personId },
      why: seatOf(as, groupAcronym),
    }))
  },
  why: ({ as, groupAcronym, openedBy }) => ({
    as: seatOf(as, groupAcronym),
    by: `${openedBy} opened the procedure`,
    otherwise: handOverOffice,
  }),
  uselessAfter: () => undefined,
}

function seatOf(as: Adopted['as'], group: string): string {
  return `${as === 'observer' ? 'an observer' : `a ${as}`} of ${group}`
}
