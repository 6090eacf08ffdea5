import { groupCard } from '../../db/directory/groups.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, message, type Rich, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { command, found } from '../define.ts'

export const show = command({
  name: 'show',
  about: 'A working group: chairs, members and observers, on any day',
  options: {
    wg: required(option.group({ about: 'The group, by acronym or name' })),
    on: option.day({ about: 'As it stood on this day, e.g. August 2022; today unless told' }),
  },
  access: anyone,
  examples: ['/wg show ETCIP', '/wg show ETCIP on:2022-08-15'],
  async run({ db, today }, { wg: ref, on }) {
    const day = on ?? today
    const card = found(await groupCard(db, ref.id, day), 'such working group')
    const holders = (role: string) =>
      card.roles
        .filter((one) => one.role === role)
        .map((one) => (one.holder === null ? one.entity : `${one.entity} (${one.holder})`))
        .join(', ')
    const chair = holders('chair') || holders('co-chair')
    const fields: [string, Rich | string][] = [['Chair', holders('chair') || 'none on record']]
    if (holders('co-chair')) fields.push(['Co-chairs', holders('co-chair')])
    if (holders('vice-chair')) fields.push(['Vice-chairs', holders('vice-chair')])
    const everybody = card.openToAll ? 'open to every entity' : 'none on record'
    fields.push(
      ['Members', holders('member') || everybody],
      ['Observers', holders('observer') || (card.openToAll ? 'every observer' : 'none on record')],
    )
    if (card.pillar) fields.push(['Pillar', card.pillar])
    fields.push(['Objective', card.objective])
    if (card.subjects.length > 0) fields.push(['Deals with', card.subjects.join('; ')])
    return message(
      rich`${card.acronym}, ${card.name}, on ${formatDay(day)}: ${chair ? `chaired by ${chair}` : 'no chair on record'}.`,
      block.fields(fields),
      block.buttons(
        button('History', 'wg history', { wg: card.acronym }),
        button('Meetings', 'meeting list', { wg: card.acronym }),
      ),
    )
  },
})
