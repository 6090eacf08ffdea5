import { type Leaving, whoLeft } from '../../db/directory/terms/left.ts'
import { block, button, type Message, message } from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import { addDays, type Day, formatDay } from '../../src/core/time/day.ts'
import { formatPeriod, type Period } from '../../src/core/time/period.ts'
import type { Context } from '../define.ts'

/** As many as a message holds. */
const most = 40

/** Who left within some days, as far as the records tell: roles that ended, entities and people who left the directory. */
export async function leftWithin(
  { db, today }: Pick<Context, 'db' | 'today'>,
  left: Period,
  group: { readonly id: number; readonly acronym: string } | undefined,
): Promise<Message> {
  const rows = await whoLeft(db, { ...left, groupId: group?.id })
  const when = `within ${formatPeriod(left)}`
  if (rows.length === 0)
    return message(
      `Nobody is on record as having left${group ? ` ${group.acronym}` : ''} ${when}. What has no last day on record is not counted.`,
      block.buttons(button('Who is there', 'directory list', group ? { group: group.acronym } : {})),
    )
  const more = rows.length > most ? ` The first ${most}:` : ''
  return message(
    `${howMany(rows, today, `${group ? ` in ${group.acronym}` : ''} ${when}`)}.${more}`,
    block.list(rows.slice(0, most).map((row) => line(row, today))),
    group
      ? block.buttons(button(`History of ${group.acronym}`, 'wg history', { wg: group.acronym }))
      : undefined,
  )
}

/** What ended, and what is only to end. */
function howMany(rows: readonly Leaving[], today: Day, where: string): string {
  const ahead = rows.filter(({ until }) => until > today).length
  const count = (some: number) => counted(some, 'role or record', 'roles and records')
  if (ahead === rows.length) return `${count(ahead)} ${ahead === 1 ? 'ends' : 'end'}${where}`
  const more = ahead === 0 ? '' : `, and ${ahead} more ${ahead === 1 ? 'is' : 'are'} to end`
  return `${count(rows.length - ahead)} ended${where}${more}`
}

function line({ kind, until, entity, person, group, role }: Leaving, today: Day): string {
  const left = until > today ? 'leaves' : 'left'
  const last = `until ${formatDay(addDays(until, -1))}`
  if (kind === 'entity') return `${entity} ${left} the directory, ${last}`
  if (kind === 'person')
    return `${person}${entity === null ? '' : ` (${entity})`} ${left} the directory, ${last}`
  return `${entity}${person === null ? '' : ` (${person})`}, ${role} of ${group}, ${last}`
}
