import { formerDays } from '../../../db/directory/busy/formerAddresses.ts'
import { changeThatAdded } from '../../../db/directory/edit/changes.ts'
import { retireEntity } from '../../../db/directory/edit/entity.ts'
import { lockPerson } from '../../../db/directory/edit/person.ts'
import { retirePerson } from '../../../db/directory/edit/retirePerson.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import { personCard } from '../../../db/directory/visibility/card.ts'
import { coordinator, secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, type PersonRef, required } from '../../../src/core/option.ts'
import { type Day, dayOf, formatDay } from '../../../src/core/time/day.ts'
import { type Context, command, found } from '../../define.ts'
import { askForNominee } from '../seats/askForNominee.ts'
import { tellPersonRetired } from '../told/personRetired.ts'
import { tellRetired } from '../told/retired.ts'
import { leftInHand } from '../transfers/leftInHand.ts'
import { endedTerms, revertButton } from './answer.ts'
import { recorderOf } from './recorderOf.ts'
import { mayLookAfter, refuseOfHigher } from './rights.ts'

const source = option.text({ about: 'Its source: a letter, a decision', max: 200 })

export const retireEntityCommand = command({
  group: 'retire',
  name: 'entity',
  about: 'Retire an entity from a day on; its record and terms stay',
  options: {
    entity: required(option.entity({ about: 'Which entity', ofGroup: ['wg retire', 'wg'] })),
    on: option.day({ about: 'The first day without it; today by default' }),
    source,
  },
  access: secretariat,
  changes: true,
  confirm: 'Retire {entity}? Its roles in working groups end with it.',
  examples: ['/directory retire entity UNITAD on:2027-01-01'],
  async run(context, { entity, on = context.today, source: from }) {
    const { change, ended } = await retireEntity(context.db, entity.id, on, recorderOf(context, from))
    context.about(`entity:${entity.id}`)
    // Unless it was confirmed, the dispatcher tries this out and takes it back.
    const telling = await tellRetired(context, entity, { change, on })
    if ('kind' in telling) return telling
    return message(
      rich`${entity.acronym} is retired from ${formatDay(on)} on; its record stays.`,
      endedTerms(ended),
      telling.told,
      block.buttons(revertButton(change)),
    )
  },
})

/** Raises `UserError` for who was added on that day, since they were never there before it, with what takes the adding back. */
async function refuseAddedThatDay({ db }: Context, { id, name }: PersonRef, on: Day): Promise<void> {
  const { since } = await lockPerson(db, id)
  if (since === null || on > since) return
  const adding = await changeThatAdded(db, 'person', id)
  const change = adding && dayOf(adding.recordedAt, 'UTC') === on ? adding.id : undefined
  throw new UserError(
    change === undefined
      ? `${name} is on record since ${formatDay(since)}. What stands there begins on that day, so it cannot end on it or before: retire them from the next day on, or take that change back first. Nothing was changed.`
      : `${name} was added on ${formatDay(since)}, so they were in the directory on no day before it. Was adding them a mistake? Nothing was changed.`,
    change === undefined
      ? { option: 'on' }
      : {
          buttons: [
            button('Yes: take back that they were added', 'directory revert', { change: `D${change}` }),
          ],
        },
  )
}

export const retirePersonCommand = command({
  group: 'retire',
  name: 'person',
  about: 'Retire a person from a day on; their record stays',
  options: {
    person: required(option.person({ about: 'Which person, by name or address' })),
    on: option.day({ about: 'Since when, today or earlier; today by default' }),
    source,
  },
  access: coordinator,
  onlyFor:
    'coordinators of the entity, and the secretariat; it alone retires whoever holds a role in a group that the coordinator has not, or is of the secretariat',
  changes: true,
  confirm: 'Retire {person}? They can no longer use the bot, and the roles that they hold by name end.',
  examples: ['/directory retire person "WHO focal point"'],
  async run(context, { person, on = context.today, source: from }) {
    const { db, caller, now, today } = context
    const card = found(await personCard(db, person.id, today, viewerOf(caller, today)), 'such person')
    mayLookAfter(caller, [card.entityId])
    await refuseOfHigher(context, person.id)
    if (on > today) {
      throw new UserError(
        'A person is retired at once. Give today or an earlier day, or do it on that day.',
        {
          option: 'on',
        },
      )
    }
    await refuseAddedThatDay(context, person, on)
    const { change, ended, seats, calendar } = await retirePerson(
      db,
      person.id,
      on,
      recorderOf(context, from),
    )
    context.about(`person:${person.id}`)
    const entity =
      card.entityId !== null && card.entityAcronym !== null
        ? { id: card.entityId, acronym: card.entityAcronym }
        : undefined
    const left = { personId: person.id, name: card.name, seats, on, change }
    const asked = entity && (await askForNominee(context, { ...left, entity }))
    // What somebody wrote for themselves alone is not a coordinator's to know of.
    const inHand = await leftInHand(db, person.id, now, caller.isSecretariat)
    return message(
      rich`${card.name} is retired from ${formatDay(on)} on; the record stays.`,
      endedTerms(ended),
      calendar === null
        ? undefined
        : block.text(
            `Their calendar is no longer read; its address is forgotten in ${formerDays} days, and until then an undo brings it back.`,
          ),
      tellPersonRetired(context, person, { change, on }),
      asked,
      inHand.length > 0
        ? block.text(`Still in their hands until somebody takes over: ${inHand.join(', ')}.`)
        : undefined,
      block.buttons(
        ...(inHand.length > 0
          ? [{ ...button('Hand over', 'directory handover', { what: `P${person.id}` }), ask: true }]
          : []),
        revertButton(change),
      ),
    )
  },
})
