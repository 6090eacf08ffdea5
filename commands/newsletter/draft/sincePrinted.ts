import { arrangementOf } from '../../../db/newsletter/arrange/arrangement.ts'
import { type NewsletterIssue, periodOf } from '../../../db/newsletter/newsletters.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import type { Context } from '../../define.ts'
import { yearItems } from './yearItems.ts'

/** Says of an annual issue what became of its items since the year's issues printed them; nothing of another issue. */
export async function sincePrinted({ db }: Context, issue: NewsletterIssue): Promise<readonly Block[]> {
  if (issue.kind !== 'annual') return []
  const { gone, changed } = await yearItems(db, periodOf(issue))
  const { omitted } = await arrangementOf(db, issue.id)
  const repeated = changed.filter((id) => !omitted.includes(id))
  return [
    ...(gone.length === 0
      ? []
      : [
          block.text(
            `Printed in the year and left out here, since ${gone.length === 1 ? 'it was' : 'they were'} withdrawn, returned or merged later: ${list(gone, 'and')}.`,
          ),
        ]),
    ...(repeated.length === 0
      ? []
      : [
          block.text(
            `Changed since the year’s issues printed ${repeated.length === 1 ? 'it' : 'them'}, and repeated here as printed: ${list(repeated, 'and')}. A correction of that issue (/newsletter correct) takes the new words.`,
          ),
        ]),
  ]
}
