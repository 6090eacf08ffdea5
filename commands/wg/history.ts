import { groupHistory } from '../../db/directory/groups.ts'
import { believedTerms } from '../../db/directory/terms/believed.ts'
import { anyone } from '../../src/core/catalog.ts'
import { type Block, block, message, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { command } from '../define.ts'
import { endOf, groundWords, recordDays, span } from '../directory/record/terms.ts'

type Row = Parameters<typeof groundWords>[0] & {
  readonly role: string | null
  readonly entity: string
  readonly holder: string | null
  readonly from: string | null
  readonly until: string | null
  readonly asOf?: string | null
}

export const history = command({
  name: 'history',
  about: 'Who held which role in a working group, when, and on what ground',
  heading: 'History of roles',
  options: {
    wg: required(option.group({ about: 'The group, by acronym or name' })),
    known: recordDays.known,
  },
  access: anyone,
  examples: ['/wg history ETCIP', '/wg history ETCIP known:2026-01-01'],
  async run({ db, zone }, { wg, known }) {
    const believed = endOf(known, zone)
    const rows: readonly Row[] = believed
      ? (await believedTerms(db, { subject: 'group', id: wg.id, known: believed })).filter(
          ({ kind }) => kind === 'role',
        )
      : await groupHistory(db, wg.id)
    const then = known ? `, as it was believed on ${formatDay(known)}` : ''
    if (rows.length === 0) return message(`No roles of ${wg.acronym} are on record${then}.`)
    const leading = rows.filter((row) => row.role !== 'member' && row.role !== 'observer')
    const others = rows.length - leading.length
    return message(
      rich`${wg.acronym}: ${leading.length === 0 ? 'no term' : counted(leading.length, 'term')} of office on record${others > 0 ? `, ${counted(others, 'membership')}` : ''}${then}.`,
      listed(leading.map(line)),
      listed(
        rows
          .filter((row) => !leading.includes(row) && (row.from !== null || row.until !== null))
          .map((row) => `${span(row.from, row.until)}: ${whose(row)}, ${row.role}`),
      ),
    )
  },
})

function listed(lines: readonly string[]): Block | undefined {
  return lines.length > 0 ? block.list(lines) : undefined
}

function line(row: Row): string {
  const vouched = row.asOf ? [`on record as of ${row.asOf}`] : []
  return [`${span(row.from, row.until)}: ${whose(row)}, ${row.role}`, ...vouched, ...groundWords(row)].join(
    '; ',
  )
}

function whose({ entity, holder }: Row): string {
  return holder === null ? entity : `${entity} (${holder})`
}
