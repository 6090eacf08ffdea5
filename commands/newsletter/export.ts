import { latestEdition } from '../../db/newsletter/editions.ts'
import { periodOf } from '../../db/newsletter/newsletters.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, message } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { formatPeriod } from '../../src/core/time/period.ts'
import { storedNewsletter } from '../../src/newsletter/compose/stored.ts'
import { renderHtml } from '../../src/newsletter/render/renderHtml.ts'
import { renderJson } from '../../src/newsletter/render/renderJson.ts'
import { renderMarkdown } from '../../src/newsletter/render/renderMarkdown.ts'
import { command } from '../define.ts'
import { composeIssue } from './compose.ts'
import { issueOf } from './issue.ts'

const formats = {
  markdown: { ending: 'md', mediaType: 'text/markdown', render: renderMarkdown },
  html: { ending: 'html', mediaType: 'text/html', render: renderHtml },
  json: { ending: 'json', mediaType: 'application/json', render: renderJson },
} as const

export const exportIssue = command({
  name: 'export',
  about: 'An issue as a file; a published one for anyone, a draft for the secretariat',
  options: {
    period: option.period({ about: 'The months of the issue; the open one unless told' }),
    format: option.choice({
      about: 'Which file; Markdown unless told',
      choices: ['markdown', 'html', 'json'],
      trailing: true,
    }),
  },
  access: anyone,
  examples: ['/newsletter export format:markdown', '/newsletter export 2026-11..2026-12 format:json'],
  async run({ db, caller }, { period, format }) {
    const issue = await issueOf(db, period)
    if (issue.status !== 'published' && !caller.isSecretariat) {
      throw new UserError(
        `No. ${issue.number} is not published yet; until then only the secretariat reads it.`,
      )
    }
    const { ending, mediaType, render } = formats[format ?? 'markdown']
    const name = `newsletter-${issue.number}-${issue.periodFrom.slice(0, 7)}-${issue.periodTo.slice(0, 7)}.${ending}`
    // What was published is printed as it was, whatever became of its updates since.
    const printed = issue.status === 'published' ? await latestEdition(db, issue.id) : undefined
    const composed = printed ? storedNewsletter(printed.content) : await composeIssue(db, issue)
    return message(
      `No. ${issue.number}, ${formatPeriod(periodOf(issue))}, as ${name}.`,
      block.file(name, mediaType, render(composed)),
    )
  },
})
