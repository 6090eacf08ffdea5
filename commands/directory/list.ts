import { listEntities } from '../../db/directory/entities.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, message } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { command } from '../define.ts'
import { kindWords } from './kinds.ts'

const pageSize = 50
const kinds = ['member', 'observer', 'member-state', 'regional-organization'] as const

export const list = command({
  name: 'list',
  about: 'Entities, as they stood on a day',
  options: {
    kind: option.choice({ about: 'Only one kind', choices: kinds }),
    group: option.group({ about: 'Only those in one working group' }),
    on: option.day({ about: 'As it stood on this day; today unless told' }),
    page: option.integer({ about: 'Which page, from 1', min: 1, max: 1000 }),
  },
  access: anyone,
  examples: ['/directory list kind:observer', '/directory list group:ETCIP on:2022-08-15'],
  async run({ db, today }, { kind, group, on, page }) {
    const day = on ?? today
    const stored = kind === 'regional-organization' ? 'organization' : kind
    const rows = await listEntities(db, {
      ...(stored ? { kind: stored } : {}),
      ...(group ? { groupId: group.id } : {}),
      on: day,
    })
    const what = `${kind ? `${kind.replaceAll('-', ' ')}s` : 'entities'}${group ? ` in ${group.acronym}` : ''} on ${formatDay(day)}`
    const at = page ?? 1
    const shown = rows.slice((at - 1) * pageSize, at * pageSize)
    if (shown.length === 0)
      return message(
        rows.length === 0
          ? `There are no ${what}.`
          : `There are ${rows.length} ${what}; page ${at} is empty.`,
      )
    const fields = {
      ...(kind ? { kind } : {}),
      ...(group ? { group: group.acronym } : {}),
      ...(on ? { on } : {}),
    }
    return message(
      `${rows.length} ${what}${rows.length > pageSize ? `, page ${at} of ${Math.ceil(rows.length / pageSize)}` : ''}:`,
      block.list(
        shown.map(
          (row) =>
            `${row.acronym}${row.name === row.acronym ? '' : `: ${row.name}`} (${row.role ?? kindWords(row.kind, null)})`,
        ),
      ),
      rows.length > at * pageSize
        ? block.buttons(button('Next page', 'directory list', { ...fields, page: String(at + 1) }))
        : undefined,
    )
  },
})
