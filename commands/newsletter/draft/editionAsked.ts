import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { type Edition, editionOf, latestEdition } from '../../../db/newsletter/printed/editions.ts'
import { keepOldFile, printedFile } from '../../../db/newsletter/printed/files.ts'
import type { Db } from '../../../db/store/db.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Caller } from '../../../src/core/feature/caller.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { storedNewsletter } from '../../../src/newsletter/compose/stored.ts'
import { type FileFormName, fileForms, fileStem } from '../../../src/newsletter/document/forms.ts'
import type { MailLinks } from '../../../src/newsletter/mail/mailHtml.ts'
import { shortNameOf } from '../issue/issue.ts'

/** The option that names an edition of a published issue. */
export const edition = option.integer({
  about: 'Of a corrected issue, an earlier edition; the latest by default',
  min: 1,
  max: 999,
})

/** The edition of a published issue that was asked for, the latest by default. Raises `UserError`. */
export async function editionAsked(
  { db }: { readonly db: Db },
  issue: NewsletterIssue,
  asked: number | undefined,
): Promise<Edition> {
  const latest = await latestEdition(db, issue.id)
  if (!latest) throw new Error(`issue ${issue.id} is published and has no edition`)
  if (asked === undefined || asked === latest.edition) return latest
  const found = await editionOf(db, issue.id, asked)
  if (found) return found
  throw new UserError(
    `${shortNameOf(issue)} has ${counted(latest.edition, 'edition')}; there is no edition ${asked}.`,
    { option: 'edition' },
  )
}

/** A form of an edition as it was printed, whatever became since of its updates, the plan or the program. */
export async function printedForm(
  db: Db,
  { newsletterId, edition: number, content }: Edition,
  format: FileFormName,
  links: MailLinks,
): Promise<Buffer> {
  const kept = await printedFile(db, { newsletterId, edition: number, format })
  if (kept) return kept
  const newsletter = storedNewsletter(content)
  const rendered = Buffer.from(await fileForms[format].render(newsletter, fileStem(newsletter), links))
  return keepOldFile(db, { newsletterId, edition: number, format, content: rendered })
}

/** Refuses to show an issue as it was printed; whoever may read its draft is told how. */
export function unpublished(
  issue: NewsletterIssue,
  { isSecretariat }: Pick<Caller, 'isSecretariat'>,
): UserError {
  return new UserError(
    isSecretariat
      ? `${shortNameOf(issue)} is not published yet; /newsletter draft shows what it would print now.`
      : `${shortNameOf(issue)} is not published yet; until then only the secretariat reads it.`,
  )
}
