import { listUpdates } from '../../db/newsletter/listUpdates.ts'
import type { Update, UpdateStatus } from '../../db/newsletter/updates.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, type Message, message, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { shorten } from '../../src/core/text/text.ts'
import { formatPeriod } from '../../src/core/time/period.ts'
import { subsectionTitle } from '../../src/newsletter/sections.ts'
import { command } from '../define.ts'

const page = 30
const statuses = [
  'proposed',
  'accepted',
  'returned',
  'withdrawn',
  'merged',
] as const satisfies readonly UpdateStatus[]

export const mine = command({
  name: 'mine',
  about: 'The updates that you posted, the latest first',
  options: { status: option.choice({ about: 'Only those in this state', choices: statuses }) },
  access: anyone,
  examples: ['/update mine', '/update mine status:returned'],
  async run({ db, caller }, { status }) {
    const rows = await listUpdates(db, {
      authorId: caller.personId,
      ...(status ? { statuses: [status] } : {}),
      limit: page + 1,
    })
    return listing(
      rows,
      status
        ? `You have no updates that are ${status}.`
        : 'You have posted no updates yet. /update post begins one.',
    )
  },
})

export const list = command({
  name: 'list',
  about: 'Updates: all of them for the secretariat, those of your entity for you',
  options: {
    status: option.choice({ about: 'Only those in this state', choices: statuses }),
    period: option.period({ about: 'Only what happened in these months, e.g. 2023-03..2023-04' }),
    section: option.section({ about: 'Only one section of the newsletter' }),
  },
  access: anyone,
  examples: ['/update list status:proposed', '/update list period:"March-April 2023" section:regional'],
  async run({ db, caller }, { status, period, section }) {
    const rows = await listUpdates(db, {
      ...(caller.isSecretariat
        ? {}
        : { visibleTo: { personId: caller.personId, entityId: caller.entityId } }),
      statuses: status
        ? [status]
        : statuses.filter((candidate) => candidate !== 'withdrawn' && candidate !== 'merged'),
      ...(period ? { period } : {}),
      ...(section ? { section } : {}),
      limit: page + 1,
    })
    const span = period ? ` in ${formatPeriod(period)}` : ''
    return listing(rows, `There are no such updates${span}.`)
  },
})

function listing(rows: readonly Update[], none: string): Message {
  if (rows.length === 0) return message(none)
  const shown = rows.slice(0, page)
  return message(
    rows.length > page ? `The latest ${page} updates:` : `${counted(rows.length, 'update')}:`,
    block.list(
      shown.map(
        (update) =>
          rich`U${update.id} ${update.entity ?? update.author}, ${update.status}, ${subsectionTitle(update.section)}: ${cut(update.originalText)}`,
      ),
    ),
  )
}

function cut(text: string): string {
  return shorten(text, 140)
}
