import { entityOfPerson, nameOfPerson } from '../../../db/directory/people.ts'
import { callFirst } from '../../../db/newsletter/calls/calls.ts'
import { coordinator } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { command } from '../../define.ts'
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
    context.about(`entity:${entityId}`)
    const values = {
      ...(before === null ? { nobody: `P${person?.id}` } : { person: `P${before}` }),
      undoes: undoesOf(person?.id ?? null, before, stands),
    }
    const label = before === null ? 'Undo: back to the usual order' : 'Undo: as before'
    const undo = block.buttons(button(label, 'newsletter contact', values))
    if (person) return message(rich`${person.name} is called first from now on.`, undo)
    const whose = entityId === caller.entityId ? 'Your entity’s coordinators' : 'Its coordinators'
    return message(`${whose} are called first from now on, by name.`, undo)
  },
})
