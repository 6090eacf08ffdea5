import { createHash } from 'node:crypto'

import { addPreview, endPreviews, previewedIssue } from '../../../db/newsletter/readers/previews.ts'
import type { Db } from '../../../db/store/db.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { block, button, link, message, moment, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { renderHtml } from '../../../src/newsletter/render/renderHtml.ts'
import { type Command, command } from '../../define.ts'
import { heldIssue, issueName, monthsOf, period, requireStatus } from '../issue/issue.ts'
import { composeIssue } from './compose.ts'
import { editionAsked, printedForm } from './editionAsked.ts'

const usualHours = 72

/** The preview command; `newToken` makes a secret that nobody can guess. */
export function previewWith(newToken: () => string): Command {
  return command({
    name: 'preview',
    about: 'A private link to the draft as a page, for whoever you give it to; it runs out by itself',
    options: {
      period,
      hours: option.integer({ about: 'How long the link works; 72 hours by default', min: 1, max: 720 }),
      end: option.flag({ about: 'End all existing links to this draft' }),
    },
    access: secretariat,
    changes: true,
    examples: ['/newsletter preview', '/newsletter preview hours:24'],
    async run(context, { period: asked, hours, end }) {
      const { db, now, zone, caller } = context
      const issue = await heldIssue(context, asked)
      if (end) {
        const ended = await endPreviews(db, issue.id)
        return message(
          ended > 0
            ? `Ended: no link shows the draft of ${issueName(issue)} any more.`
            : 'There was no such link.',
        )
      }
      requireStatus(issue, 'open', 'closed', 'approved')
      const composed = await composeIssue(db, issue, { printedOn: context.today })
      const token = newToken()
      const address = context.addressOf(`/newsletters/preview/${token}`)
      if (address === undefined) {
        const name = `newsletter-${issue.number}-draft.html`
        return message(
          `The draft of ${issueName(issue)}, as ${name}. For a link, whoever runs the bot sets PUBLIC_URL.`,
          block.file(name, 'text/html', renderHtml(composed)),
        )
      }
      const expiresAt = new Date(now.getTime() + (hours ?? usualHours) * 3_600_000)
      await addPreview(
        db,
        { digest: digestOf(token), newsletterId: issue.id, madeBy: caller.personId, expiresAt },
        now,
      )
      return message(
        rich`The draft of ${issueName(issue)} as a page: ${link(address, address)}`,
        block.text(
          rich`Whoever has this link reads the draft as it stands, until ${moment(expiresAt, zone)}. It names no author and shows nothing that is under embargo.`,
        ),
        block.buttons(
          button('End all such links', 'newsletter preview', { ...monthsOf(issue), end: 'yes' }, 'danger'),
        ),
      )
    },
  })
}

/**
 * The draft behind a link, composed afresh, and once its issue is published what was printed; undefined for a link that
 * is unknown or has expired.
 */
export async function previewPage(db: Db, token: string, now: Date): Promise<string | undefined> {
  if (!/^[\w-]{20,80}$/.test(token)) return undefined
  const issue = await previewedIssue(db, digestOf(token), now)
  if (!issue) return undefined
  if (issue.status !== 'published')
    return renderHtml(await composeIssue(db, issue, { printedOn: dayOf(now, 'UTC') }))
  const edition = await editionAsked({ db }, issue, undefined)
  return (await printedForm(db, edition, 'html', {})).toString('utf8')
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
