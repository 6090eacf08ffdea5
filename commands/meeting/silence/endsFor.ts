import type { ExpectedInvitee } from '../../../db/meetings/expectedInvitees.ts'
import { type Block, block, rich } from '../../../src/core/message.ts'
import { clockSpan } from '../../../src/core/reach/clocks.ts'
import { namesOf } from '../../../src/core/reach/whom.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Context } from '../../define.ts'
import { oddTime, workingThen } from '../plan/workingThen.ts'

/** When the time to object ends by the clocks of people, and for whom that is no working day. */
export async function endsFor(
  { db, zone }: Context,
  people: readonly ExpectedInvitee[],
  closesAt: Date,
): Promise<readonly (Block | undefined)[]> {
  const odd = oddTime({ startsAt: closesAt, zone })
  const { off } = await workingThen(db, { startsAt: closesAt, minutes: 0 }, people)
  return [
    odd && block.text(odd),
    block.text(rich`By their clocks it ends ${clockSpan(closesAt, people, zone)}.`),
    off.length === 0
      ? undefined
      : block.text(
          `${counted(off.length, 'person is', 'people are')} away or on a day off then: ${namesOf(off)}`,
        ),
  ]
}
