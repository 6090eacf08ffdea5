import { type NewsletterIssue, openNewsletters } from '../../../../db/newsletter/newsletters.ts'
import { countProposed } from '../../../../db/newsletter/states.ts'
import type { Context } from '../../../define.ts'
import { issueOf } from '../../issue/issue.ts'

/**
 * The issue whose updates are decided on, where none is named: of several that are open the one in which something
 * waits, so that the next update is one press away. Raises `UserError` where that is not clear.
 */
export async function issueWaiting(context: Context): Promise<NewsletterIssue> {
  const open = await openNewsletters(context.db)
  if (open.length < 2) return issueOf(context, undefined)
  const counts = await Promise.all(open.map(({ id }) => countProposed(context.db, id)))
  const [only, ...others] = open.filter((_, at) => (counts[at] ?? 0) > 0)
  return only && others.length === 0 ? only : issueOf(context, undefined)
}
