import { groupHistory } from '../../db/directory/groups.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, message, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { addDays, formatDay } from '../../src/core/time/day.ts'
import { command } from '../define.ts'

export const history = command({
  name: 'history',
  about: 'Who held which role in a working group, and when',
  options: { wg: required(option.group({ about: 'The group, by acronym or name' })) },
  access: anyone,
  examples: ['/wg history ETCIP'],
  async run({ db }, { wg }) {
    const rows = await groupHistory(db, wg.id)
    if (rows.length === 0) return message(`No roles of ${wg.acronym} are on record.`)
    const leading = rows.filter((row) => row.role !== 'member' && row.role !== 'observer')
    const others = rows.length - leading.length
    return message(
      rich`${wg.acronym}: ${counted(leading.length, 'term')} of office on record${others > 0 ? `, ${counted(others, 'membership')}` : ''}.`,
      block.list(
        leading.map((row) => {
          const holder = row.holder === null ? row.entity : `${row.entity} (${row.holder})`
          return `${span(row.from, row.until)}: ${holder}, ${row.role}${row.asOf ? `; on record as of ${row.asOf}` : ''}`
        }),
      ),
      others > 0
        ? block.list(
            rows
              .filter((row) => !leading.includes(row) && (row.from !== null || row.until !== null))
              .map((row) => `${span(row.from, row.until)}: ${row.entity}, ${row.role}`),
          )
        : undefined,
    )
  },
})

/** `until` is the first day after the term. */
function span(from: string | null, until: string | null): string {
  const last = until === null ? null : formatDay(addDays(until, -1))
  if (from === null) return last === null ? 'no days on record' : `until ${last}`
  return last === null ? `since ${formatDay(from)}` : `${formatDay(from)} to ${last}`
}
