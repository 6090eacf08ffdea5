import { clearancesOf } from '../../../db/newsletter/clearance/clearances.ts'
import { listUpdates } from '../../../db/newsletter/listUpdates.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import type { Context } from '../../define.ts'
import { whoClears } from '../../update/clear/clear.ts'

/** More than any issue has accepted. */
const most = 2000

/** Says which accepted updates nobody has cleared as they stand now: the secretariat edited them since, or clearance was asked for later. */
export async function uncleared({ db }: Context, { id }: NewsletterIssue): Promise<Block | undefined> {
  const accepted = await listUpdates(db, { newsletterId: id, statuses: ['accepted'], limit: most })
  const open = (
    await clearancesOf(
      db,
      accepted.map((update) => update.id),
    )
  ).filter(({ at }) => at === null)
  if (open.length === 0) return undefined
  const named = open.map((one) => `U${one.id} (by ${whoClears(one)})`)
  return block.text(`Accepted, but not cleared as it stands now: ${list(named, 'and')}.`)
}
