import { listGroups } from '../../db/directory/groups.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, bold, message, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { command } from '../define.ts'
import { pillars, pillarWords } from '../project/options.ts'

export const list = command({
  name: 'list',
  about: 'The working groups with their chairs, on any day',
  heading: 'Working groups',
  options: {
    pillar: option.choice({
      about: 'Only the groups of one pillar of the Strategy',
      choices: pillars,
      also: pillarWords,
    }),
    on: option.day({ about: 'As it stood on this day; today by default' }),
  },
  access: anyone,
  examples: ['/wg list', '/wg list pillar:II on:2022-08-15'],
  async run({ db, today }, { pillar, on }) {
    const day = on ?? today
    const rows = await listGroups(db, { ...(pillar ? { pillar } : {}), on: day })
    if (rows.length === 0)
      return message(
        `There are no working groups${pillar ? ` of pillar ${pillar}` : ''} on ${formatDay(day)}.`,
      )
    return message(
      `${counted(rows.length, 'working group')}${pillar ? ` of pillar ${pillar}` : ''} on ${formatDay(day)}:`,
      block.list(
        rows.map((group) => {
          const led = (['chair', 'co-chair', 'vice-chair'] as const).flatMap((role) => {
            const holders = group.leaders.filter((one) => one.role === role).map((one) => one.entity)
            return holders.length > 0 ? [`${role} ${holders.join(', ')}`] : []
          })
          return rich`${bold(group.acronym)}${group.name === group.acronym ? '' : ` ${group.name}`}${group.pillar ? ` (pillar ${group.pillar})` : ''}: ${led.join('; ') || 'no chair on record'}`
        }),
      ),
    )
  },
})
