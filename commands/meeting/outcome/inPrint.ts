import { listNewsletters } from '../../../db/newsletter/newsletters.ts'
import { latestEdition } from '../../../db/newsletter/printed/editions.ts'
import { type Block, block } from '../../../src/core/message.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { itemsOf } from '../../../src/newsletter/compose/changes.ts'
import { storedNewsletter } from '../../../src/newsletter/compose/stored.ts'
import { titleOf } from '../../../src/newsletter/render/title.ts'
import type { Context } from '../../define.ts'
import { correctIssue } from '../../records/correctIssue.ts'

/** More issues than one day has. */
const most = 10

/**
 * That the issue of a day is published, and keeps what it says of a meeting, or goes without it, until it is corrected;
 * empty where no issue of that day is.
 */
export async function inPrint({ db, caller }: Context, id: number, on: Day): Promise<readonly Block[]> {
  // An annual issue of the same days repeats what the others printed.
  const issues = await listNewsletters(db, { from: on, to: on }, most)
  const issue = issues.find(({ kind, status }) => kind === 'bi-monthly' && status === 'published')
  const edition = issue && (await latestEdition(db, issue.id))
  if (!edition) return []
  const newsletter = storedNewsletter(edition.content)
  const isPrinted = itemsOf(newsletter).some((item) => item.id === `M${id}`)
  const stays = isPrinted ? 'stays as it was printed' : `says nothing of M${id}`
  const correction = isPrinted ? 'prints the new words' : 'adds it'
  return [
    block.text(
      `${titleOf(newsletter)} is published and ${stays}; ${caller.isSecretariat ? `a correction ${correction}` : 'the secretariat decides on a correction'}.`,
    ),
    ...(caller.isSecretariat ? [block.buttons(correctIssue(newsletter.period))] : []),
  ]
}
