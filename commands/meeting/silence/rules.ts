import type { ExpectedInvitee } from '../../../db/meetings/expectedInvitees.ts'
import { roomsOf } from '../../../db/meetings/rooms.ts'
import { comingAdoptions } from '../../../db/meetings/silence/comingAdoptions.ts'
import { type EndedSilence, endSilences } from '../../../db/meetings/silence/endings.ts'
import {
  decidedAsSent,
  newcomersToSilences,
  openAsSent,
  type SilenceNewcomer,
} from '../../../db/meetings/silence/newcomers.ts'
import type { Trx } from '../../../db/store/db.ts'
import { handOverOffice } from '../../../src/core/feature/officeWords.ts'
import { type Firing, keysOf, onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, headed, type Message, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { seatWithArticle } from '../shown/seatWithArticle.ts'
import { called, circulated } from './circulated.ts'

/** The person told, or a room, which stands for nobody in particular. */
type EndingToTell = Omit<EndedSilence, 'personId' | 'as'> & { readonly as: EndedSilence['as'] | undefined }

/** Sends an open text to whoever comes to belong to its group: their silence counts as the others'. */
export const silenceFollows: Rule<Trx, SilenceNewcomer & Firing> = {
  key: 'silence',
  about: 'A text under silence, for whoever joins the group while it is open',
  audience: [
    {
      who: 'whoever came to belong to the group',
      due: async (trx, { now, limit }) =>
        (await newcomersToSilences(trx, now, limit)).map((one) => ({
          ...one,
          subject: `silence:${one.silenceId}`,
          endsAt: one.closesAt,
        })),
    },
  ],
  moments: [onTime],
  anyDay: true,
  stops: 'The text is adopted, or an entity has broken the silence.',
  standing: (trx, waited, now) => openAsSent(trx, keysOf(waited), now),
  text: ({ silenceId, zone, ...text }) => circulated({ ...text, id: silenceId }, zone),
  why: ({ as, groupAcronym, openedBy }) => ({
    as: seatOf(as, groupAcronym),
    by: `${openedBy} opened the procedure`,
    otherwise: handOverOffice,
  }),
  uselessAfter: ({ closesAt }) => closesAt,
  open: (trx, waiting, now) => openAsSent(trx, keysOf(waiting), now),
  openInRooms: (trx, waiting, now) => openAsSent(trx, keysOf(waiting), now),
  words: (trx, settled) => decidedAsSent(trx, keysOf(settled)),
  kinds: ['silence'],
}

/** Adopts a text at its deadline, and tells everybody; one that reached nobody is not adopted, and its chairs are told. */
export const silenceOver: Rule<Trx, EndingToTell & Firing> = {
  key: 'silence-over',
  about: 'A text adopted because nobody objected by the deadline, or not, as it reached nobody',
  audience: [
    {
      who: 'everybody of the group, and its rooms; of a text that reached nobody, its chairs and the secretariat',
      async due(trx, { now }) {
        const people = await endSilences(trx, now)
        return [...people.map(toPerson), ...(await toRooms(trx, people))]
      },
    },
  ],
  acts: true,
  moments: [onTime],
  stops: 'An entity has broken the silence.',
  text: (ended) => (ended.status === 'adopted' ? adopted(ended) : unheard(ended)),
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
    as:
      as === undefined
        ? `a room of ${groupAcronym}`
        : as === null
          ? 'of the secretariat'
          : seatOf(as, groupAcronym),
    by: `${openedBy} opened the procedure`,
    otherwise: handOverOffice,
  }),
  uselessAfter: () => undefined,
}

function adopted({ silenceId, groupAcronym, body, missed }: EndingToTell): Message {
  const whole = missed === 0
  return headed(
    called(silenceId, 'adopted'),
    message(
      rich`Adopted by silence in ${groupAcronym}: S${silenceId}. No entity has objected.`,
      block.text(body),
      whole
        ? undefined
        : block.text(
            `It did not reach ${counted(missed, 'person', 'people')} of the group, which is on record with it.`,
          ),
      block.buttons(button('Who was told when', 'meeting silence list', { silence: `S${silenceId}` })),
    ),
  )
}

function unheard({ silenceId, groupAcronym, body }: EndingToTell): Message {
  return headed(
    called(silenceId, 'not adopted'),
    message(
      rich`Not adopted: S${silenceId} in ${groupAcronym} reached none of the members who might have objected, so their silence does not count.`,
      block.text(body),
      block.text(
        'See who was not reached, and have them join the chat or the group. Then circulate the text again with a new deadline.',
      ),
      block.buttons(button('Who was not reached', 'meeting silence list', { silence: `S${silenceId}` }), {
        ...button('Circulate it again', 'meeting silence open', { text: body, wg: groupAcronym }),
        ask: true,
      }),
    ),
  )
}

function toPerson(one: EndedSilence): EndingToTell & Firing {
  const { silenceId, personId } = one
  return { ...one, key: `silence-over:${silenceId}:${personId}`, subject: `silence:${silenceId}` }
}

/** The rooms that were shown the text hear what became of it. */
async function toRooms(
  trx: Trx,
  people: readonly EndedSilence[],
): Promise<readonly (EndingToTell & Firing)[]> {
  const texts = new Map(
    people.flatMap((one) => (one.status === 'adopted' ? [[one.silenceId, one] as const] : [])),
  )
  const firings: (EndingToTell & Firing)[] = []
  for (const { personId: _, ...one } of texts.values()) {
    const { silenceId, groupId } = one
    const text = { ...one, as: undefined }
    for (const room of await roomsOf(trx, [groupId])) {
      const key = `silence-over:${silenceId}:${room.platform}:${room.tenant}:${room.channel}`
      firings.push({ ...text, room, key, subject: `silence:${silenceId}` })
    }
  }
  return firings
}

function seatOf(as: ExpectedInvitee['as'], group: string): string {
  return `${seatWithArticle(as)} of ${group}`
}
