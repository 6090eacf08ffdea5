import { coordinatorsOf, entityOfPerson, nameOfPerson } from '../../../db/directory/people.ts'
import { entityById } from '../../../db/directory/visibility/entityById.ts'
import { callFirst } from '../../../db/newsletter/calls/calls.ts'
import { coordinator } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, message, type Rich, rich } from '../../../src/core/message.ts'
import { option, type PersonRef } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Context, command, found } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'

export const contact = command({
  name: 'contact',
  about: 'The person your entity wants called first for contributions; leave empty for the usual order',
  options: {
    person: option.person({ about: 'Somebody of your own entity' }),
    nobody: option.person({ about: 'Whose entity goes back to the usual order', onlyPressed: true }),
    undoes: undoesOption,
  },
  access: coordinator,
  changes: true,
  examples: ['/newsletter contact focal.cted@compact.example'],
  async run(context, { person, nobody, undoes }) {
    const { db, now, caller } = context
    const of = person ?? nobody
    const entityId = of ? await entityOfPerson(db, of.id) : caller.entityId
    if (entityId === null) throw new UserError('That person belongs to no entity.', { option: 'person' })
    if (!caller.isSecretariat && entityId !== caller.entityId) {
      throw new UserError('A coordinator names somebody of their own entity. Nothing was changed.', {
        option: 'person',
      })
    }
    const before = await callFirst(db, entityId, person?.id ?? null, caller.personId, now)
    const stands =
      before === null
        ? 'The coordinators are called first, by name.'
        : `${await nameOfPerson(db, before)} is called first.`
    refuseOverruled(undoes, before, stands)
    if (before === (person?.id ?? null))
      throw new UserError(`So it is already: ${stands} Nothing was changed.`)
    context.about(`entity:${entityId}`)
    const told = await tellOfFirst(context, { entityId, person, before })
    const values = {
      ...(before === null ? { nobody: `P${person?.id}` } : { person: `P${before}` }),
      undoes: undoesOf(person?.id ?? null, before, stands),
    }
    const label = before === null ? 'Undo: back to the usual order' : 'Undo: as before'
    const undo = block.buttons(button(label, 'newsletter contact', values))
    if (person) return message(rich`${person.name} is called first from now on.`, told, undo)
    const whose = entityId === caller.entityId ? 'Your entity’s coordinators' : 'Its coordinators'
    return message(`${whose} are called first from now on, by name.`, told, undo)
  },
})

interface First {
  readonly entityId: number
  readonly person: PersonRef | undefined
  readonly before: number | null
}

/** Tells whoever is called first from now on, whoever was until now and the coordinators of the entity; says so to the caller. */
async function tellOfFirst(
  { db, caller, notify }: Context,
  { entityId, person, before }: First,
): Promise<Block | undefined> {
  const entity = found(await entityById(db, entityId), 'such entity')
  const coordinators = await coordinatorsOf(db, entityId)
  const people = [...new Set([person?.id ?? null, before, ...coordinators])].filter(
    (id) => id !== null && id !== caller.personId,
  )
  const words = (id: number | null): Rich => {
    const by = byWhom(caller)
    if (id === person?.id)
      return rich`${by} named you: when the newsletter collects, I ask you first for what ${entity.acronym} has to tell.`
    const whose = person ? person.name : 'its coordinators by name'
    return id === before
      ? rich`${by} changed whom I ask first for what ${entity.acronym} has to tell the newsletter: ${whose}, and not you any more.`
      : rich`${by} changed whom I ask first for what ${entity.acronym} has to tell the newsletter: ${whose}.`
  }
  notify(
    people.map((personId) => ({
      key: `called-first:${entityId}:${eachTime}:${personId}`,
      personId: personId ?? 0,
      kind: 'newsletter',
      subject: `entity:${entityId}`,
      message: withReason(
        message(words(personId), block.buttons(button('Status', 'newsletter status'))),
        {
          as: coordinators.includes(personId ?? 0)
            ? `a coordinator of ${entity.acronym}`
            : 'the one whom it is about',
          otherwise: `Is that wrong? Speak to ${caller.name}.`,
        },
        false,
      ),
    })),
  )
  return people.length === 0
    ? undefined
    : block.text(`${counted(people.length, 'person is', 'people are')} told.`)
}
