import { latestEdition } from '../../../db/newsletter/editions.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, message } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { storedNewsletter } from '../../../src/newsletter/compose/stored.ts'
import { renderDocx } from '../../../src/newsletter/document/docx.ts'
import { docxType, renderEml } from '../../../src/newsletter/mail/eml.ts'
import type { MailLinks } from '../../../src/newsletter/mail/mailHtml.ts'
import { renderHtml } from '../../../src/newsletter/render/renderHtml.ts'
import { renderJson } from '../../../src/newsletter/render/renderJson.ts'
import { renderMarkdown } from '../../../src/newsletter/render/renderMarkdown.ts'
import { command } from '../../define.ts'
import { formatWords } from '../../records/formatWords.ts'
import { issueOf, period, shortNameOf } from '../issue/issue.ts'
import { composeIssue } from './compose.ts'

interface Format {
  readonly ending: string
  readonly mediaType: string
  render(newsletter: Newsletter, name: string, links: MailLinks): Promise<Uint8Array> | string
}

const formats = {
  markdown: { ending: 'md', mediaType: 'text/markdown', render: renderMarkdown },
  html: { ending: 'html', mediaType: 'text/html', render: renderHtml },
  docx: { ending: 'docx', mediaType: docxType, render: renderDocx },
  eml: { ending: 'eml', mediaType: 'message/rfc822', render: renderEml },
  json: { ending: 'json', mediaType: 'application/json', render: renderJson },
} as const satisfies Readonly<Record<string, Format>>

export const exportIssue = command({
  name: 'export',
  about: 'An issue as a file; a published one for anyone, a draft for the secretariat',
  options: {
    period,
    format: option.choice({
      about: 'The format; Markdown by default',
      choices: ['markdown', 'html', 'docx', 'eml', 'json'],
      also: formatWords,
      trailing: true,
    }),
  },
  access: anyone,
  examples: ['/newsletter export format:docx', '/newsletter export 2026-11..2026-12 format:json'],
  async run(context, { period: asked, format }) {
    const { db, caller } = context
    const issue = await issueOf(context, asked)
    if (issue.status !== 'published' && !caller.isSecretariat) {
      throw new UserError(
        `${shortNameOf(issue)} is not published yet; until then only the secretariat reads it.`,
      )
    }
    const { ending, mediaType, render }: Format = formats[format ?? 'markdown']
    const stem = `newsletter-${issue.number}-${issue.periodFrom.slice(0, 7)}-${issue.periodTo.slice(0, 7)}`
    const name = `${stem}.${ending}`
    // What was published is printed as it was, whatever became of its updates since.
    const printed = issue.status === 'published' ? await latestEdition(db, issue.id) : undefined
    const composed = printed
      ? storedNewsletter(printed.content)
      : await composeIssue(db, issue, { printedOn: context.today })
    const page = printed ? context.addressOf(`/newsletters/${issue.number}`) : undefined
    const content = await render(composed, stem, page === undefined ? {} : { page })
    return message(
      `${shortNameOf(issue)}, as ${name}.`,
      typeof content === 'string'
        ? block.file(name, mediaType, content)
        : block.bytes(name, mediaType, content),
    )
  },
})
