import { secretariatPeople } from '../../../db/directory/people.ts'
import { addNomination } from '../../../db/directory/seats/nominations.ts'
import { fillSeat, openSeats, type SeatAppointment } from '../../../db/directory/seats/seats.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import { personCard } from '../../../db/directory/visibility/card.ts'
import { entityById } from '../../../db/directory/visibility/entityById.ts'
import { coordinator } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { type Context, command, found } from '../../define.ts'
import { revertButton } from '../edit/answer.ts'
import { recorderOf } from '../edit/recorderOf.ts'
import { mayLookAfter } from '../edit/rights.ts'
import { tellSeated } from './tellSeated.ts'
import { decisionButtons } from './waitsAgain.ts'

/** The seats of an entity in a group that a person may hold by name. */
export const seats = ['principal', 'alternate', 'observer'] as const

export const nominate = command({
  name: 'nominate',
  about: 'Nominate somebody of your entity for its seat in a group; the secretariat confirms',
  options: {
    person: required(option.person({ about: 'The nominee' })),
    wg: required(option.group({ about: 'In which group' })),
    as: required(option.choice({ about: 'In which seat', choices: seats })),
    from: option.day({ about: 'The first day; today by default' }),
    source: option.text({ about: 'Its source, such as a nomination letter', max: 200 }),
  },
  access: coordinator,
  changes: true,
  examples: ['/directory nominate focal.who@compact.example wg:ETCIP as:principal'],
  async run(context, { person, wg, as, from = context.today, source }) {
    const { db, caller, today } = context
    const card = found(await personCard(db, person.id, today, viewerOf(caller, today)), 'such person')
    mayLookAfter(caller, [card.entityId])
    if (card.retiredOn !== null) throw new UserError(`${card.name} is retired. Nothing was changed.`)
    if (card.entityId === null) {
      throw new UserError(
        `${card.name} represents no entity. Give them one first (/directory edit person … entity:…).`,
        { option: 'person' },
      )
    }
    const entity = found(await entityById(db, card.entityId), 'such entity')
    const seated: Nominee = {
      ...{ groupId: wg.id, entityId: card.entityId, seat: as, personId: person.id, from },
      ...{ group: wg.acronym, entity: entity.acronym, name: card.name, handle: card.handle },
    }
    context.about(`group:${wg.id}`)
    return caller.isSecretariat ? fill(context, seated, source) : ask(context, seated, source)
  },
})

/** Whom a seat is meant for, and what they and it are called. */
interface Nominee extends SeatAppointment {
  readonly group: string
  readonly entity: string
  readonly name: string
  readonly handle: string
}

/** The secretariat needs nobody’s word. */
async function fill(context: Context, nominee: Nominee, source: string | undefined): Promise<Message> {
  const { db } = context
  const { seat, from, group, entity, name } = nominee
  const { change, ended } = await fillSeat(db, nominee, recorderOf(context, source))
  tellSeated(context, { ...nominee, change, ended })
  return message(
    rich`${name} holds the ${seat} seat of ${entity} in ${group} from ${formatDay(from)} on.`,
    ended.length > 0
      ? block.list(ended.map((one) => `The ${one.seat} seat held until then ends the day before.`))
      : undefined,
    block.buttons(revertButton(change)),
  )
}

/** A coordinator’s word waits for the secretariat. */
async function ask(context: Context, nominee: Nominee, source: string | undefined): Promise<Message> {
  const { db, caller, now } = context
  const { groupId, entityId, seat, personId, from, group, entity, name, handle } = nominee
  const held = (await openSeats(db, from, { groupId, entityId })).find((one) => one.seat === seat)
  if (held?.personId === personId)
    throw new UserError(
      `${name} holds the ${seat} seat of ${entity} in ${group} already. Nothing was changed.`,
    )
  const holder = held && block.text(rich`${held.name} holds it now, until the secretariat confirms.`)
  const id = await addNomination(
    db,
    {
      ...{ groupId, entityId, seat, personId },
      fromOn: from,
      source: source ?? null,
      nominatedBy: caller.personId,
    },
    now,
  )
  if (id === undefined) {
    throw new UserError(`${name} is nominated for that seat already and waits for the secretariat.`)
  }
  const asked = message(
    rich`N${id}: ${caller.name} nominates ${name} for the ${seat} seat of ${entity} in ${group} from ${formatDay(from)} on.${source ? ` Source: ${source}` : ''}`,
    holder,
    block.buttons(...decisionButtons(id), button('Show the person', 'directory person', { person: handle })),
  )
  context.notify(
    (await secretariatPeople(db)).map((to) => ({
      key: `nomination:${id}:${to}`,
      personId: to,
      kind: 'nomination',
      subject: `group:${groupId}`,
      message: asked,
    })),
  )
  return message(
    rich`N${id}: ${name} is nominated for the ${seat} seat of ${entity} in ${group}. The secretariat is asked to confirm; you will both hear from me.`,
    holder,
  )
}
