import { periodOf } from '../../db/newsletter/newsletters.ts'
import { secretariat } from '../../src/core/catalog.ts'
import { type Block, block, button, link, message, type Rich, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatPeriod } from '../../src/core/time/period.ts'
import type { Newsletter } from '../../src/newsletter/compose/compose.ts'
import { command } from '../define.ts'
import { composeIssue } from './compose.ts'
import { issueOf } from './issue.ts'

export const draft = command({
  name: 'draft',
  about: 'The issue as it stands: updates, meetings held, role changes and figures',
  options: { period: option.period({ about: 'The months of the issue; the open one unless told' }) },
  access: secretariat,
  examples: ['/newsletter draft', '/newsletter draft 2026-11..2026-12'],
  async run({ db }, { period }) {
    const issue = await issueOf(db, period)
    const composed = await composeIssue(db, issue)
    const items = composed.sections.flatMap((section) =>
      section.subsections.flatMap((subsection) => subsection.items),
    )
    const months = `${issue.periodFrom}..${issue.periodTo}`
    const waiting = items.filter(({ waits }) => waits).length
    return message(
      `Draft of No. ${issue.number}, ${formatPeriod(periodOf(issue))}: ${counted(items.length, 'item')}${waiting > 0 ? `, ${waiting} of them not accepted yet` : ''}.`,
      ...body(composed),
      block.buttons(
        button('Export as Markdown', 'newsletter export', { period: months, format: 'markdown' }),
        button('Export as HTML', 'newsletter export', { period: months, format: 'html' }),
        button('Export as JSON', 'newsletter export', { period: months, format: 'json' }),
      ),
    )
  },
})

function body(newsletter: Newsletter): Block[] {
  const figures = block.fields(
    newsletter.figures.map(({ label, value, previous }) => {
      const change =
        previous === null || previous === value
          ? ''
          : ` (${value > previous ? '+' : ''}${(value - previous).toLocaleString('en')})`
      return [label, `${value.toLocaleString('en')}${change}`] as const
    }),
  )
  const sections = newsletter.sections.flatMap((section) => [
    block.heading(section.title),
    ...section.subsections.flatMap((subsection) => [
      block.text(rich`${{ kind: 'bold', text: subsection.title }}`),
      subsection.items.length > 0 ? block.list(subsection.items.map(line)) : block.text('Nothing yet.'),
    ]),
  ])
  return [figures, ...sections]
}

function line(item: Newsletter['sections'][number]['subsections'][number]['items'][number]): Rich {
  const date = item.printedDate === null ? '' : ` (${item.printedDate})`
  const links = item.links.flatMap(({ text, url }) => (url === null ? [] : rich` ${link(text, url)}`))
  return rich`${item.text}${date} [${item.id}${item.waits ? ', not accepted yet' : ''}]${links}`
}
