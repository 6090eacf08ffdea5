import { periodOf } from '../../../db/newsletter/newsletters.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { block, message } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { type FileForm, fileFormNames, fileForms, fileStem } from '../../../src/newsletter/document/forms.ts'
import { command } from '../../define.ts'
import { formatWords } from '../../records/formatWords.ts'
import { issueOf, period, publishedIssueOf, shortNameOf } from '../issue/issue.ts'
import { linksOf } from '../issue/printing.ts'
import { composeIssue } from './compose.ts'
import { edition, editionAsked, printedForm, unpublished } from './editionAsked.ts'

export const exportIssue = command({
  name: 'export',
  about: 'An issue as a file; a published one for anyone, a draft for the secretariat',
  heading: 'Newsletter as a file',
  options: {
    period,
    format: option.choice({
      about: 'The format; Markdown by default',
      choices: fileFormNames,
      also: formatWords,
      trailing: true,
    }),
    edition,
  },
  access: anyone,
  examples: ['/newsletter export format:docx', '/newsletter export 2026-11..2026-12 format:json'],
  async run(context, { period: asked, format = 'markdown', edition: number }) {
    const { db, caller } = context
    const mayBeDraft = caller.isSecretariat && number === undefined
    const issue = await (mayBeDraft ? issueOf : publishedIssueOf)(context, asked)
    const isPublished = issue.status === 'published'
    if (!isPublished && !mayBeDraft) throw unpublished(issue, context.caller)
    const printed = isPublished ? await editionAsked(context, issue, number) : undefined
    const form: FileForm = fileForms[format]
    const stem = fileStem({ number: issue.number, period: periodOf(issue) })
    const content = printed
      ? await printedForm(db, printed, format, linksOf(context, issue))
      : Buffer.from(await form.render(await composeIssue(db, issue, { printedOn: context.today }), stem, {}))
    const name = `${stem}${number === undefined ? '' : `-edition-${number}`}.${form.ending}`
    return message(
      `${shortNameOf(issue)}${number === undefined ? '' : `, edition ${number}`}, as ${name}.`,
      form.isText
        ? block.file(name, form.mediaType, content.toString('utf8'))
        : block.bytes(name, form.mediaType, content),
    )
  },
})
