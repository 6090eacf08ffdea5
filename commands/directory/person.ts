import { personCard } from '../../db/directory/people.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, message, moment, person as personSpan, type Rich, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { command, found } from '../define.ts'

export const person = command({
  name: 'person',
  about: 'A person’s card: entity, roles, local time, how to reach them',
  options: { person: required(option.person({ about: 'Name or e-mail address' })) },
  access: anyone,
  examples: ['/directory person focal.who@compact.example', '/directory person "OPCW focal point"'],
  async run(context, { person: ref }) {
    const { db, now, today } = context
    const card = found(await personCard(db, ref.id, today), 'such person')
    context.about(`person:${card.id}`)
    const fields: [string, Rich | string][] = []
    if (card.title) fields.push(['Title', card.title])
    if (card.entityAcronym) fields.push(['Entity', `${card.entityAcronym} (${card.entityName ?? ''})`])
    if (card.email) fields.push(['E-mail', rich`${personSpan(card.name, card.email)}`])
    fields.push(['Local time', rich`${moment(now, card.zone)}`])
    if (card.platforms.length > 0) fields.push(['Reached on', card.platforms.join(', ')])
    fields.push([
      'Roles',
      card.roles.map((role) => `${role.role} of ${role.groupAcronym}`).join(', ') || 'none by name',
    ])
    return message(
      rich`${card.name}${card.entityAcronym ? ` (${card.entityAcronym})` : ''}`,
      block.fields(fields),
    )
  },
})
