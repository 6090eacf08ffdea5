import { entityCard } from '../../db/directory/entities.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, message, person, type Rich, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { type Day, formatDay } from '../../src/core/time/day.ts'
import { command, found } from '../define.ts'
import { kindWords } from './kinds.ts'

export const entity = command({
  name: 'entity',
  about: 'An entity’s card: names, groups and roles, focal points',
  options: {
    entity: required(option.entity({ about: 'Acronym, alias or name' })),
    on: option.day({ about: 'As it stood on this day; today unless told' }),
  },
  access: anyone,
  examples: ['/directory entity UNODC', '/directory entity OPCW on:2022-08-15'],
  async run({ db, today }, { entity: ref, on }) {
    const day = on ?? today
    const card = found(await entityCard(db, ref.id, day), 'such entity')
    const fields: [string, Rich | string][] = [
      ['Name', card.name],
      ['Kind', kindWords(card.kind, card.type)],
    ]
    if (card.joined) fields.push(['Joined', joinedWords(card.joined)])
    if (card.aliases.length > 0) fields.push(['Also called', card.aliases.join('; ')])
    if (card.parts.length > 0)
      fields.push(['Parts', card.parts.map((part) => `${part.acronym} (${part.name})`).join('; ')])
    fields.push([
      `Groups on ${formatDay(day)}`,
      card.roles.map((role) => `${role.groupAcronym} (${role.role})`).join(', ') ||
        'none by name; the groups open to all include it',
    ])
    return message(
      rich`${card.acronym}: ${card.name === card.acronym ? kindWords(card.kind, card.type) : card.name}`,
      block.fields(fields),
      block.heading('Focal points'),
      card.focalPoints.length > 0
        ? block.list(
            card.focalPoints.map(
              (one) => rich`${person(one.name, one.email ?? '')}${one.title ? `, ${one.title}` : ''}`,
            ),
          )
        : block.text('None on file.'),
      block.buttons(
        ...card.focalPoints
          .slice(0, 3)
          .map((one) => button(one.name, 'directory person', { person: one.email ?? one.name })),
      ),
    )
  },
})

/** The first of a month stands for the month where no day is known. */
function joinedWords(day: Day): string {
  return day.endsWith('-01') ? formatDay(day).slice(2) : formatDay(day)
}
