import { type MeetingHeld, meetingsUnrecorded } from '../../../db/meetings/meetings.ts'
import { periodOf } from '../../../db/newsletter/newsletters.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { type Block, block, button, message } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { command } from '../../define.ts'
import { issueName, issueOf, monthsOf, period } from '../issue/issue.ts'
import { mendStyleButton } from '../style/mendStyle.ts'
import { composeIssue } from './compose.ts'
import { editionAsked } from './editionAsked.ts'
import { draftInChat } from './inChat.ts'
import { printedMessage } from './read.ts'
import { sincePrinted } from './sincePrinted.ts'
import { twinNotes } from './twinNotes.ts'

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
    const missing = await meetingsUnrecorded(context.db, periodOf(issue), context.now)
    const waits = items.filter((item) => item.waits)
    const alike = issue.kind === 'annual' ? twinNotes([]) : twinNotes(items)
    const inLibrary = waits.filter(({ source }) => source === 'library')
    return message(
      `Draft of ${issueName(issue)}: ${counted(items.length, 'item')}${waits.length > 0 ? `, ${waits.length} of them not accepted yet` : ''}.`,
      ...draftInChat(composed, context.today),
      ...missingBlocks(missing),
      ...(await sincePrinted(context, issue)),
      ...alike.blocks,
      block.buttons(
        ...(waits.length > inLibrary.length
          ? [button('Triage', 'newsletter triage', months, 'primary')]
          : []),
        ...alike.buttons,
        ...mendStyleButton(
          issue,
          items.filter(({ source }) => source === 'update'),
        ),
        ...inLibrary
          .slice(0, 3)
          .map(({ id }) => button(`Print ${id}`, 'library edit', { item: id, newsletter: 'yes' })),
        ...missing.slice(0, 3).map(({ id }) => ({
          ...button(`Record M${id}`, 'meeting hold', { meeting: `M${id}` }),
          ask: true,
        })),
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

/** Says which meetings of the issue's months are not in it, since nobody recorded what came of them. */
function missingBlocks(missing: readonly MeetingHeld[]): readonly Block[] {
  if (missing.length === 0) return []
  return [
    block.text(
      `${counted(missing.length, 'meeting')} of these months ${missing.length === 1 ? 'is' : 'are'} not in it, as no outcome is on record:`,
    ),
    block.list(
      missing.map(
        ({ id, title, groups, heldOn }) => `M${id} ${title} (${groups.join(', ')}), ${formatDay(heldOn)}`,
      ),
    ),
  ]
}
