import { type EntityRow, listEntities } from '../../db/directory/entities.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { contains, formatPeriod } from '../../src/core/time/period.ts'
import { countedKind, kindWords } from '../../src/directory/kinds.ts'
import { command } from '../define.ts'
import { pageOption } from '../records/pages.ts'
import { presentTexts } from '../records/present.ts'
import { entityKinds, kindsCalled } from './edit/entityOptions.ts'
import { leftWithin } from './left.ts'

const pageSize = 20

export const list = command({
  name: 'list',
  about: 'Entities, as they stood on a day',
  heading: 'Entities',
  options: {
    kind: option.choice({ about: 'Only one kind', choices: entityKinds, also: kindsCalled }),
    group: option.group({ about: 'Only those in one working group' }),
    on: option.day({ about: 'As it stood on this day; today by default' }),
    joined: option.period({ about: 'Those that joined then: this year, since March' }),
    left: option.period({ about: 'Who left then: 2022' }),
    page: pageOption,
  },
  access: anyone,
  examples: [
    '/directory list kind:observer',
    '/directory list group:ETCIP on:2022-08-15',
    '/directory list group:ETCIP joined:"this year"',
    '/directory list left:2022',
  ],
  async run(context, { kind, group, on, joined, left, page: at = 1 }) {
    if (left && (kind || on || joined))
      throw new UserError('Who left is listed by days and by working group alone: leave the rest out.')
    if (left) return leftWithin(context, left, group)
    const { db, today } = context
    const day = on ?? today
    const all = await listEntities(db, {
      ...(kind ? { kind } : {}),
      ...(group ? { groupId: group.id } : {}),
      on: day,
    })
    const rows = joined ? all.filter(({ since }) => since !== null && contains(joined, since)) : all
    const what = kind ? countedKind(rows.length, kind) : countedEntities(rows)
    const where = `${group ? ` in ${group.acronym}` : ''} on ${formatDay(day)}${joined ? ` that joined within ${formatPeriod(joined)}` : ''}`
    const pages = Math.max(1, Math.ceil(rows.length / pageSize))
    const fields = presentTexts({
      kind,
      group: group?.acronym,
      on,
      joined: joined && `${joined.from}..${joined.to}`,
    })
    const turn = (label: string, page: number) =>
      button(label, 'directory list', { ...fields, page: String(page) })
    if (at > pages) {
      return message(
        `There are ${what}${where}, on ${counted(pages, 'page')}; there is no page ${at}.`,
        block.buttons(turn('First page', 1), turn('Last page', pages)),
      )
    }
    const unknown = joined ? all.filter(({ since }) => since === null).length : 0
    const untold =
      unknown > 0 ? block.text(`When ${counted(unknown, 'other')} joined is not on record.`) : undefined
    if (rows.length === 0)
      return message(
        `There are ${what.replace(/^0/, 'no')}${where}.`,
        untold,
        joined &&
          block.buttons(button('All of them', 'directory list', presentTexts({ ...fields, joined: '' }))),
      )
    return message(
      `${what}${where}${pages > 1 ? `, page ${at} of ${pages}` : ''}:`,
      block.list(
        rows
          .slice((at - 1) * pageSize, at * pageSize)
          .map((row) => (joined && row.since ? `${line(row)}, since ${formatDay(row.since)}` : line(row))),
      ),
      untold,
      pages > 1
        ? block.buttons(
            ...(at < pages ? [turn('Next', at + 1)] : []),
            ...(at > 1 ? [turn('Previous', at - 1)] : []),
          )
        : undefined,
    )
  },
})

/** `45 entities and 1 other organization`: an organization that only takes part does not count as an entity. */
function countedEntities(rows: readonly EntityRow[]): string {
  const others = rows.filter(({ kind }) => kind === 'organization').length
  const own = counted(rows.length - others, 'entity', 'entities')
  return others === 0 ? own : `${own} and ${counted(others, 'other organization')}`
}

function line({ acronym, name, kind, role }: EntityRow): string {
  return `${acronym}${name === acronym ? '' : `: ${name}`} (${role ?? kindWords(kind, null)})`
}
