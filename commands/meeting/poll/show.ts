import { meetingById } from '../../../db/meetings/meetings.ts'
import { type Poll, pollById } from '../../../db/meetings/polls/polls.ts'
import { type Voter, votersOf } from '../../../db/meetings/polls/voters.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { type Block, block, button, headed, message, rich } from '../../../src/core/message.ts'
import { command, found } from '../../define.ts'
import { pollHeading, pollMessage, takesVotes, voteWords } from './card.ts'
import { theOpenPoll } from './whichPoll.ts'

export const showPoll = command({
  group: 'poll',
  name: 'show',
  about: 'The state of a poll, with everybody’s votes',
  options: { poll: theOpenPoll },
  access: anyone,
  onlyFor: 'members and observers of the group, and the secretariat',
  examples: ['/meeting poll show P1'],
  async run({ db, now, zone, caller }, { poll: id }) {
    const poll = found(await pollById(db, id), `poll P${id}`)
    const voters = await votersOf(db, id, now)
    const chair = leads(caller, poll.groupIds)
    if (!chair && !voters.some(({ personId }) => personId === caller.personId))
      throw new UserError(`P${id} is for those who belong to ${poll.groupAcronym}; you do not today.`)
    const shown = pollMessage(poll, voters, zone, now, caller.personId)
    const said = voters.filter(({ votes }) => votes.length > 0)
    // As votes are counted, by entity.
    const heard = new Set(said.map(({ entity, name }) => entity ?? name))
    const silent = voters.filter(({ entity, name, as }) => as !== 'observer' && !heard.has(entity ?? name))
    const isFree = poll.meetingId !== null && (await meetingById(db, poll.meetingId))?.status === 'cancelled'
    const votes = shown.blocks.filter(({ kind }) => kind === 'buttons')
    const notice = message(
      shown.summary,
      ...shown.blocks.filter(({ kind }) => kind !== 'buttons'),
      isFree ? block.text(`M${poll.meetingId} is cancelled, so another time can be settled.`) : undefined,
      said.length > 0
        ? block.list(
            said.map(
              ({ entity, name, as, votes }) =>
                rich`${entity ?? name}${as === 'observer' ? ' (observer)' : ''}: ${votes.map(({ number, vote }) => `${number} ${voteWords[vote]}`).join(', ')}`,
            ),
          )
        : undefined,
      silent.length > 0
        ? block.text(
            `${takesVotes(poll, now) ? 'Not voted yet' : 'Did not vote'}: ${[...new Set(silent.map(({ entity, name }) => entity ?? name))].join(', ')}.`,
          )
        : undefined,
      ...(chair ? busyBlocks(poll, voters) : []),
      ...votes,
      chair && (poll.status !== 'settled' || isFree)
        ? block.buttons(
            button('Settle it', 'meeting poll settle', { poll: `P${id}` }, 'primary'),
            ...(takesVotes(poll, now)
              ? [button('Close it', 'meeting poll close', { poll: `P${id}` }, 'danger')]
              : []),
          )
        : undefined,
    )
    return headed(pollHeading(poll, now), notice)
  },
})

/** For those who lead the group: whom a slot would not suit, as their own calendars say. */
function busyBlocks({ slots }: Poll, voters: readonly Voter[]): readonly Block[] {
  const lines = slots.flatMap(({ number }) => {
    const names = voters.filter(({ busy }) => busy.includes(number)).map(({ entity, name }) => entity ?? name)
    return names.length > 0 ? [`${number}: ${[...new Set(names)].join(', ')}`] : []
  })
  return lines.length > 0 ? [block.heading('Busy, as their calendars say'), block.list(lines)] : []
}
