import { secretariat } from '../../../src/core/catalog.ts'
import { block, button, message } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { command } from '../../define.ts'
import { called, issueOf, monthsOf, period } from '../issue/issue.ts'
import { composeIssue } from './compose.ts'
import { editionAsked } from './editionAsked.ts'
import { draftInChat } from './inChat.ts'
import { printedMessage } from './read.ts'

export const draft = command({
  name: 'draft',
  about: 'The issue as it stands: updates, meetings, role changes, publications and figures',
  heading: 'Draft of the newsletter',
  options: { period },
  access: secretariat,
  examples: ['/newsletter draft', '/newsletter draft 2026-11..2026-12'],
  async run(context, { period: asked }) {
    const issue = await issueOf(context, asked)
    if (issue.status === 'published')
      return printedMessage(context, issue, await editionAsked(context, issue, undefined))
    const composed = await composeIssue(context.db, issue)
    const items = composed.sections.flatMap((section) =>
      section.subsections.flatMap((subsection) => subsection.items),
    )
    const months = monthsOf(issue)
    const waits = items.filter((item) => item.waits)
    const inLibrary = waits.filter(({ source }) => source === 'library')
    return message(
      `Draft of ${called(issue)}: ${counted(items.length, 'item')}${waits.length > 0 ? `, ${waits.length} of them not accepted yet` : ''}.`,
      ...draftInChat(composed, context.today),
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
