import { roomsOf } from '../../../db/meetings/rooms.ts'
import { comingAdoptions } from '../../../db/meetings/silence/comingAdoptions.ts'
import { type Newcomer, newcomersToSilences, openAsSent } from '../../../db/meetings/silence/newcomers.ts'
import { type Adopted, adoptSilent } from '../../../db/meetings/silence/silences.ts'
import type { Trx } from '../../../db/store/db.ts'
import { handOverOffice } from '../../../src/core/feature/officeWords.ts'
import { type Firing, keysOf, onTime, type Rule } from '../../../src/core/feature/rule.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { circulated } from './circulated.ts'

/** Whoever is told, or a room: of that nobody in particular. */
type Told = Omit<Adopted, 'personId' | 'as'> & { readonly as: Adopted['as'] | undefined }

/** Sends an open text to whoever comes to belong to its group: their silence counts as the others'. */
export const silenceFollows: Rule<Trx, Newcomer & Firing> = {
  key: 'silence',
  about: 'A text under silence, for whoever joins the group while it is open',
  audience: [
    {
      who: 'whoever came to belong to the group',
      due: async (trx, { now, limit }) =>
        (await newcomersToSilences(trx, now, limit)).map((one) => ({
          ...one,
          subject: `silence:${one.silenceId}`,
        })),
    },
  ],
  moments: [onTime],
  stops: 'The text is adopted, or an entity has broken the silence.',
  standing: (trx, waited, now) => openAsSent(trx, keysOf(waited), now),
  text: ({ silenceId, zone, ...text }) => circulated({ ...text, id: silenceId }, zone),
  why: ({ as, groupAcronym, openedBy }) => ({
    as: seatOf(as, groupAcronym),
    by: `${openedBy} opened the procedure`,
    otherwise: handOverOffice,
  }),
  uselessAfter: ({ closesAt }) => closesAt,
}

/** Adopts a text at its deadline, and tells everybody. */
export const silenceOver: Rule<Trx, Told & Firing> = {
  key: 'silence-over',
  about: 'A text adopted because nobody objected by the deadline',
  audience: [
    {
      who: 'everybody of the group, and its rooms',
      async due(trx, { now }) {
        const people = await adoptSilent(trx, now)
        return [...people.map(toPerson), ...(await toRooms(trx, people))]
      },
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
    as: as === undefined ? `a room of ${groupAcronym}` : seatOf(as, groupAcronym),
    by: `${openedBy} opened the procedure`,
    otherwise: handOverOffice,
  }),
  uselessAfter: () => undefined,
}

function toPerson(one: Adopted): Told & Firing {
  const { silenceId, personId } = one
  return { ...one, key: `silence-over:${silenceId}:${personId}`, subject: `silence:${silenceId}` }
}

/** The rooms that were shown the text hear what became of it. */
async function toRooms(trx: Trx, people: readonly Adopted[]): Promise<readonly (Told & Firing)[]> {
  const texts = new Map(people.map((one) => [one.silenceId, one]))
  const firings: (Told & Firing)[] = []
  for (const { silenceId, body, groupId, groupAcronym, openedBy } of texts.values()) {
    const text = { silenceId, body, groupId, groupAcronym, openedBy, as: undefined }
    for (const room of await roomsOf(trx, [groupId])) {
      const key = `silence-over:${silenceId}:${room.platform}:${room.tenant}:${room.channel}`
      firings.push({ ...text, room, key, subject: `silence:${silenceId}` })
    }
  }
  return firings
}

function seatOf(as: Adopted['as'], group: string): string {
  return `${as === 'observer' ? 'an observer' : `a ${as}`} of ${group}`
}
