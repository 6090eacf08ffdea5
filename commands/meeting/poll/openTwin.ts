import { openPollsOf, type Poll } from '../../../db/meetings/polls/polls.ts'
import { type Block, block, button, rich } from '../../../src/core/message.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import type { Context } from '../../define.ts'
import { named } from './card.ts'

interface Planned {
  readonly groupIds: readonly number[]
  readonly title: string
  readonly slots: readonly Date[]
}

interface OpenTwin {
  /** Whether title and times are both the same. */
  readonly exact: boolean
  /** That it stands, and a button to it. */
  readonly shown: readonly Block[]
}

/** An open poll of the same group with the title or the times of one that is to be opened. */
export async function openTwin({ db, now }: Context, planned: Planned): Promise<OpenTwin | undefined> {
  const open = await openPollsOf(db, planned.groupIds, now)
  const sameTitle = (poll: Poll) => fold(poll.title) === fold(planned.title)
  const sameTimes = (poll: Poll) =>
    timesOf(poll.slots.map(({ startsAt }) => startsAt)) === timesOf(planned.slots)
  const exact = open.find((one) => sameTitle(one) && sameTimes(one))
  const twin = exact ?? open.find(sameTimes) ?? open.find(sameTitle)
  if (!twin) return undefined
  const times = sameTimes(twin) ? 'the same times' : 'other times'
  return {
    exact: exact !== undefined,
    shown: [
      block.text(rich`P${twin.id} ${named(twin)} is open already, for ${times}.`),
      block.buttons(button(`Show P${twin.id}`, 'meeting poll show', { poll: `P${twin.id}` })),
    ],
  }
}

function timesOf(slots: readonly Date[]): string {
  return slots
    .map((at) => at.toISOString())
    .sort()
    .join()
}
