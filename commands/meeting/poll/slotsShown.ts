import { clashes } from '../../../db/meetings/clashes.ts'
import type { ExpectedInvitee } from '../../../db/meetings/expectedInvitees.ts'
import { type Block, block, moment, type Rich, rich } from '../../../src/core/message.ts'
import { clockSpan } from '../../../src/core/reach/clocks.ts'
import { namesOf } from '../../../src/core/reach/whom.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Context } from '../../define.ts'
import { clashBlocks } from '../card.ts'
import { oddTime, workingThen } from '../plan/workingThen.ts'

interface Suggested {
  readonly slots: readonly Date[]
  readonly minutes: number
  /** The zone of the times. */
  readonly there: string
  readonly groupIds: readonly number[]
  readonly place: string | null
}

/** Each suggested time with what it is by the clocks of people and whom it does not suit, and what they clash with. */
export async function slotsShown(
  { db, zone }: Context,
  { slots, minutes, there, groupIds, place }: Suggested,
  people: readonly ExpectedInvitee[],
): Promise<readonly Block[]> {
  const lines: Rich[] = []
  for (const startsAt of slots) {
    const { outside, off, busy } = await workingThen(db, { startsAt, minutes }, people)
    const unsuited = [
      ...(outside.length > 0 ? [`outside the hours of ${some(outside)}`] : []),
      ...(off.length > 0 ? [`${some(off)} away or off`] : []),
      ...(busy.length > 0 ? [`${some(busy)} busy`] : []),
    ].join('; ')
    const suits = unsuited === '' ? 'within the hours of everybody' : unsuited
    lines.push(
      rich`${moment(startsAt, zone)}, by their clocks ${clockSpan(startsAt, people, zone)}: ${suits}`,
    )
  }
  const clashing = await clashes(db, { groupIds, starts: slots, minutes, place, except: [] })
  return [
    block.list(lines),
    ...oddOnes(slots, there).map((odd) => block.text(odd)),
    ...clashBlocks(clashing, zone),
  ]
}

/** What is to be minded of the times: that they lie in the night or on a weekend. */
export function oddOnes(slots: readonly Date[], zone: string): readonly Rich[] {
  return slots.flatMap((startsAt) => {
    const odd = oddTime({ startsAt, zone })
    return odd === undefined ? [] : [odd]
  })
}

const mostNamed = 3

function some(people: readonly ExpectedInvitee[]): string {
  return people.length > mostNamed ? counted(people.length, 'person', 'people') : namesOf(people)
}
