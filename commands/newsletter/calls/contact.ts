import { entityOfPerson } from '../../../db/directory/people.ts'
import { callFirst } from '../../../db/newsletter/calls/calls.ts'
import { coordinator } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { command } from '../../define.ts'

export const contact = command({
  name: 'contact',
  about: 'The person your entity wants called first for contributions; leave empty for the usual order',
  options: { person: option.person({ about: 'Somebody of your own entity' }) },
  access: coordinator,
  changes: true,
  examples: ['/newsletter contact focal.cted@compact.example'],
  async run(context, { person }) {
    const { db, now, caller } = context
    const entityId = person ? await entityOfPerson(db, person.id) : caller.entityId
    if (entityId === null) throw new UserError('That person belongs to no entity.', { option: 'person' })
    if (!caller.isSecretariat && entityId !== caller.entityId) {
      throw new UserError('A coordinator names somebody of their own entity. Nothing was changed.', {
        option: 'person',
      })
    }
    await callFirst(db, entityId, person?.id ?? null, caller.personId, now)
    context.about(`entity:${entityId}`)
    return person
      ? message(
          rich`${person.name} is called first from now on.`,
          ...(entityId === caller.entityId
            ? [block.buttons(button('Undo: leave it to the house', 'newsletter contact'))]
            : []),
        )
      : message('Your entity’s coordinators are called first from now on, by name.')
  },
})
