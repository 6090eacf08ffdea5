import { listUpdates } from '../../../db/newsletter/listUpdates.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { isUnderEmbargo, type Update } from '../../../db/newsletter/updates.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { holdOne } from '../../update/decide/holdOver.ts'

/** More than any issue has accepted. */
const most = 2000

/** Says which accepted updates would not be printed today, and until when. */
export async function underEmbargo(context: Context, issue: NewsletterIssue): Promise<Block | undefined> {
  const held = await embargoed(context, issue)
  return held.length === 0
    ? undefined
    : block.text(
        `Under embargo and left out if the issue is published today: ${list(held.map(until), 'and')}.`,
      )
}

/** Names the accepted updates that would not be printed today, with their days; undefined where there are none. */
export async function heldBack(context: Context, issue: NewsletterIssue): Promise<string | undefined> {
  const held = await embargoed(context, issue)
  return held.length === 0 ? undefined : list(held.map(until), 'and')
}

/** Keeps what is under embargo for the next issue, and says so to everyone concerned. */
export async function keepEmbargoed(context: Context, issue: NewsletterIssue): Promise<Block | undefined> {
  const held = await embargoed(context, issue)
  if (held.length === 0) return undefined
  for (const update of held) await holdOne(context, update)
  return block.text(
    `Under embargo, so not printed but kept for the next issue: ${list(held.map(until), 'and')}.`,
  )
}

async function embargoed({ db, today }: Context, { id }: NewsletterIssue): Promise<readonly Update[]> {
  const accepted = await listUpdates(db, { newsletterId: id, statuses: ['accepted'], limit: most })
  return accepted.filter((update) => isUnderEmbargo(update, today))
}

function until({ id, embargoUntil }: Update): string {
  return `U${id} (until ${formatDay(embargoUntil ?? '')})`
}
