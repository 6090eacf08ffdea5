import { endSeat } from '../../../db/directory/seats/endSeat.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import { personCard } from '../../../db/directory/visibility/card.ts'
import { entityById } from '../../../db/directory/visibility/entityById.ts'
import { coordinator } from '../../../src/core/catalog.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { command, found } from '../../define.ts'
import { revertButton } from '../edit/answer.ts'
import { recorderOf } from '../edit/recorderOf.ts'
import { mayLookAfter } from '../edit/rights.ts'
import { correctorsOf } from '../upkeep/correctors.ts'
import { seats } from './nominate.ts'
import { wantedKey } from './noneWanted.ts'

export const retireSeat = command({
  group: 'retire',
  name: 'seat',
  about: 'End one seat of a person in a working group',
  options: {
    person: required(option.person({ about: 'Who holds it' })),
    wg: required(option.group({ about: 'In which group' })),
    as: option.choice({ about: 'Which seat, where they hold several', choices: seats }),
    on: option.day({ about: 'The first day without it; today by default' }),
    source: option.text({ about: 'Where this comes from', max: 200 }),
  },
  access: coordinator,
  changes: true,
  confirm: 'End the seat of {person} in {wg}?',
  examples: ['/directory retire seat "WHO focal point" wg:ETCIP'],
  async run(context, { person, wg, as, on = context.today, source }) {
    const { db, caller, today } = context
    const card = found(await personCard(db, person.id, today, viewerOf(caller, today)), 'such person')
    const recorder = recorderOf(context, source)
    const { change, ended } = await endSeat(
      db,
      { person: { id: person.id, name: card.name }, group: wg, seat: as, on },
      recorder,
    )
    mayLookAfter(caller, [ended.entityId])
    const entity = found(await entityById(db, ended.entityId), 'such entity')
    context.about(`group:${wg.id}`)
    const seat = `${ended.seat} seat of ${entity.acronym} in ${wg.acronym}`
    const nominate = {
      ...button('Nominate somebody', 'directory nominate', { wg: wg.acronym, as: ended.seat }),
      ask: true,
    }
    const menders = (await correctorsOf(context, ended.entityId)).filter((id) => id !== person.id)
    context.notify(
      [person.id, ...menders]
        .filter((id) => id !== caller.personId)
        .map((id) => ({
          key: id === person.id ? `seat-ended:${change}:${id}` : wantedKey(change, id),
          personId: id,
          kind: id === person.id ? 'seated' : 'nominee-wanted',
          subject: `group:${wg.id}`,
          message:
            id === person.id
              ? message(rich`You no longer hold the ${seat} from ${formatDay(on)} on.`)
              : message(
                  rich`${card.name} no longer holds the ${seat} from ${formatDay(on)} on. Who takes it?`,
                  block.buttons(nominate),
                ),
        })),
    )
    return message(
      rich`${card.name} no longer holds the ${seat} from ${formatDay(on)} on; the record stays.`,
      block.buttons(revertButton(change), nominate),
    )
  },
})
