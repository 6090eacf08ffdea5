import { secretariat } from '../../../src/core/catalog.ts'
import { type Block, block, bold, button, message, type Rich, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Newsletter, NewsletterItem } from '../../../src/newsletter/compose/compose.ts'
import { paragraphsOf } from '../../../src/newsletter/render/paragraphs.ts'
import { figureLabel } from '../../../src/newsletter/render/title.ts'
import { command } from '../../define.ts'
import { asPrinted } from '../../update/printed/asPrinted.ts'
import { called, issueOf, monthsOf, period } from '../issue/issue.ts'
import { composeIssue } from './compose.ts'

export const draft = command({
  name: 'draft',
  about: 'The issue as it stands: updates, meetings, role changes, publications and figures',
  heading: 'Draft of the newsletter',
  options: { period },
  access: secretariat,
  examples: ['/newsletter draft', '/newsletter draft 2026-11..2026-12'],
  async run(context, { period: asked }) {
    const issue = await issueOf(context, asked)
    const composed = await composeIssue(context.db, issue)
    const items = composed.sections.flatMap((section) =>
      section.subsections.flatMap((subsection) => subsection.items),
    )
    const months = monthsOf(issue)
    const waits = items.filter((item) => item.waits)
    const inLibrary = waits.filter(({ source }) => source === 'library')
    return message(
      `Draft of ${called(issue)}: ${counted(items.length, 'item')}${waits.length > 0 ? `, ${waits.length} of them not accepted yet` : ''}.`,
      ...body(composed, context.today),
      block.buttons(
        ...(waits.length > inLibrary.length
          ? [button('Triage', 'newsletter triage', months, 'primary')]
          : []),
        ...inLibrary
          .slice(0, 3)
          .map(({ id }) => button(`Print ${id}`, 'library edit', { item: id, newsletter: 'yes' })),
        ...(issue.kind === 'annual' ? [button('Choose what to keep', 'newsletter keep', months)] : []),
        button('Preview', 'newsletter preview', months),
        button('Word', 'newsletter export', { ...months, format: 'docx' }),
        button('E-mail', 'newsletter export', { ...months, format: 'eml' }),
        button('Markdown', 'newsletter export', { ...months, format: 'markdown' }),
        button('HTML', 'newsletter export', { ...months, format: 'html' }),
        button('JSON', 'newsletter export', { ...months, format: 'json' }),
      ),
    )
  },
})

function body(newsletter: Newsletter, today: Day): Block[] {
  const figures = block.fields(
    newsletter.figures.map((figure) => {
      const { value, previous } = figure
      const change =
        previous === null || previous === value
          ? ''
          : ` (${value > previous ? '+' : ''}${(value - previous).toLocaleString('en')})`
      return [figureLabel(figure), `${value.toLocaleString('en')}${change}`] as const
    }),
  )
  const sections = newsletter.sections.flatMap((section) => [
    block.heading(section.title),
    ...section.subsections.flatMap(({ key, title, note, items }) => [
      block.text(rich`${bold(title)}`),
      ...noteBlocks(note),
      items.length > 0 ? block.list(items.map((item) => line(item, key, today))) : block.text('Nothing yet.'),
    ]),
  ])
  return [...noteBlocks(newsletter.foreword), figures, ...sections]
}

function noteBlocks(note: string | undefined): readonly Block[] {
  return paragraphsOf(note).map((paragraph) => block.text(paragraph))
}

/** An item as it is printed, with the number that commands take. */
function line(item: NewsletterItem, section: string, today: Day): Rich {
  const spans = asPrinted(item, section)
  const number = item.source === 'role' ? '' : item.id
  const waits = item.waits ? 'not accepted yet' : ''
  const embargo = item.embargo && item.embargo > today ? `embargo until ${formatDay(item.embargo)}` : ''
  const tail = [number, waits, embargo].filter((one) => one !== '').join(', ')
  return tail === '' ? spans : rich`${spans} [${tail}]`
}
