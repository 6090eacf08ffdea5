import { type PersonCard, personCard, personCardByAddress } from '../../db/directory/people.ts'
import { anyone } from '../../src/core/catalog.ts'
import {
  block,
  type Message,
  message,
  moment,
  person as personSpan,
  type Rich,
  rich,
} from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { type Context, command, found } from '../define.ts'

export const person = command({
  name: 'person',
  about: 'A person’s card: entity, roles, local time, how to reach them',
  options: { person: required(option.person({ about: 'Name or e-mail address' })) },
  access: anyone,
  examples: ['/directory person focal.who@compact.example', '/directory person "OPCW focal point"'],
  async run(context, { person: ref }) {
    return cardOf(context, found(await personCard(context.db, ref.id, context.today), 'such person'))
  },
  async byKey(context, { person: typed = '' }) {
    if (!typed.includes('@')) return
    const card = await personCardByAddress(context.db, typed, context.today)
    return card && cardOf(context, card)
  },
})

function cardOf(context: Context, card: PersonCard): Message {
  const { now } = context
  context.about(`person:${card.id}`)
  const fields: [string, Rich | string][] = []
  if (card.title) fields.push(['Title', card.title])
  if (card.entityAcronym) fields.push(['Entity', `${card.entityAcronym} (${card.entityName ?? ''})`])
  if (card.email) fields.push(['E-mail', rich`${personSpan(card.name, card.email)}`])
  const place = [card.station, card.country].filter((one) => one !== null).join(', ')
  if (place !== '') fields.push(['Duty station', place])
  if (card.languages.length > 0) fields.push(['Speaks', card.languages.join(', ')])
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
}
