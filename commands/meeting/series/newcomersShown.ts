import { inviteNewcomers } from '../../../db/meetings/series/inviteAll.ts'
import type { Trx } from '../../../db/store/db.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { addDays, dayOf } from '../../../src/core/time/day.ts'
import { reachedByRule } from '../../records/reachedByRule.ts'
import { madeAheadDays } from './extend.ts'
import { invitationsFollow } from './rules.ts'

const mostNamed = 5

/**
 * Whom the rule is about to invite, as the store stands in this transaction, to meetings ahead of the groups to which
 * they belong by now, and when that reaches them. Notes these invitations; whoever only asks takes them back. `opening`
 * says whether they belong there already.
 */
export async function newcomersShown(
  db: Trx,
  now: Date,
  opening: 'Then' | 'Now' = 'Then',
): Promise<readonly Block[]> {
  const until = new Date(`${addDays(dayOf(now, 'UTC'), madeAheadDays)}T00:00:00Z`)
  const fresh = await inviteNewcomers(db, null, now, until)
  if (fresh.length === 0) return []
  const titles = [
    ...new Map(fresh.map(({ meetingId, title }) => [meetingId, `M${meetingId} ${title}`])).values(),
  ]
  const more = titles.length - mostNamed
  const named = more > 1 ? [...titles.slice(0, mostNamed), counted(more, 'other')] : titles
  const people = [...new Map(fresh.map((one) => [one.personId, one])).values()]
  return [
    block.text(
      `${opening} ${counted(people.length, 'person belongs', 'people belong')} to a group that has a meeting ahead, and ${people.length === 1 ? 'is' : 'are'} invited to ${list(named, 'and')}.`,
    ),
    ...(await reachedByRule({ db, now }, people, { at: now, rule: () => invitationsFollow })),
  ]
}
