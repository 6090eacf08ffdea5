import { type CastVote, castVotes } from '../../../db/meetings/polls/castVotes.ts'
import { clearVotes } from '../../../db/meetings/polls/clearVotes.ts'
import { lockPoll, type Poll } from '../../../db/meetings/polls/polls.ts'
import { votersOf } from '../../../db/meetings/polls/voters.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { stopAfter } from '../../../src/core/text/text.ts'
import type { TimeReference } from '../../../src/core/time/day.ts'
import { command, found } from '../../define.ts'
import { pollMessage, takesVotes, voteWords } from './card.ts'
import { votesTyped } from './typedVotes.ts'
import { theOpenPoll } from './whichPoll.ts'

const next = { yes: 'if-needed', 'if-needed': 'no', no: 'yes' } as const

export const votePoll = command({
  group: 'poll',
  name: 'vote',
  about: 'Say which times of a poll suit you, until it closes',
  options: {
    poll: theOpenPoll,
    slots: option.text({
      about: 'Times that suit: 1, 3; Tuesday; 1, 2 if needed; all; none',
      max: 200,
    }),
    'if-needed': option.text({ about: 'Times that would do', max: 200 }),
    whole: option.text({
      about: 'Your whole vote anew, e.g. 1 yes, 2 no; “none” takes it back',
      max: 400,
      onlyPressed: true,
    }),
    turn: option.integer({
      about: 'One slot: yes, then if needed, then no',
      min: 1,
      max: 20,
      onlyPressed: true,
    }),
  },
  access: anyone,
  onlyFor: 'members and observers of the group',
  changes: true,
  examples: ['/meeting poll vote P1 slots:"1, 3" if-needed:2'],
  async run(context, { poll: id, slots, 'if-needed': maybe, whole, turn }) {
    const { db, now, zone, caller } = context
    const poll = found(await lockPoll(db, id), `poll P${id}`)
    const voters = await votersOf(db, id, now)
    const me = voters.find(({ personId }) => personId === caller.personId)
    if (!me)
      throw new UserError(`Only those who belong to ${poll.groupAcronym} vote in P${id}; you do not today.`)
    if (!takesVotes(poll, now))
      throw new UserError(`P${id} ${poll.title} is closed; your vote was not taken.`, {
        buttons: [button(`Show P${id}`, 'meeting poll show', { poll: `P${id}` })],
      })
    const votes =
      turn === undefined
        ? whole === undefined
          ? votesTyped(poll.slots, slots, maybe, { now, zone })
          : wholeVote(poll.slots, whole, { now, zone })
        : [turned(poll.slots, me.votes, turn)]
    if (whole === undefined && votes.length === 0)
      return { ...pollMessage(poll, voters, zone, now, caller.personId) }
    const others = me.votes.filter((own) => votes.every(({ number }) => number !== own.number))
    if (wholeOf(whole === undefined ? [...others, ...votes] : votes) === wholeOf(me.votes))
      return message(
        rich`You have voted like that in P${id} ${poll.title} already; nothing was changed.`,
        ...pollMessage(poll, voters, zone, now, caller.personId).blocks,
      )
    if (whole !== undefined) await clearVotes(db, id, caller.personId)
    await castVotes(db, id, caller.personId, votes, now)
    context.about(`poll:${id}`)
    const shown = pollMessage(poll, await votersOf(db, id, now), zone, now, caller.personId)
    const text = votes.map(({ number, vote }) => `${number} ${voteWords[vote]}`).join(', ')
    return message(
      votes.length === 0
        ? rich`Taken back: you have not voted in P${id} ${poll.title}${stopAfter(poll.title)}`
        : rich`Your vote in P${id} ${poll.title}: ${text}.`,
      ...shown.blocks,
      block.buttons(undoButton(id, me.votes)),
    )
  },
})

/** What is named and nothing of the other times, so that a vote on some of them can be had back as it was. */
function wholeVote(slots: Poll['slots'], whole: string, here: TimeReference): readonly CastVote[] {
  if (/^none$/i.test(whole.trim())) return []
  const declined = new Set([...whole.matchAll(/(\d{1,2}) no\b/gi)].map(([, number]) => Number(number)))
  const votes = votesTyped(slots, whole, undefined, here)
  return votes.filter(({ number, vote }) => vote !== 'no' || declined.has(number))
}

/** Votes as the option `whole` reads them. */
function wholeOf(votes: readonly CastVote[]): string {
  const words = votes
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, vote }) => `${number} ${vote === 'if-needed' ? 'if needed' : vote}`)
  return words.join(', ') || 'none'
}

/** Gives back the votes that somebody had, or none. */
function undoButton(id: number, votes: readonly CastVote[]) {
  return button(votes.length === 0 ? 'Undo: no vote' : 'Undo: as before', 'meeting poll vote', {
    poll: `P${id}`,
    whole: wholeOf(votes),
  })
}

type Slots = readonly { readonly number: number }[]

function turned(slots: Slots, own: readonly CastVote[], number: number): CastVote {
  if (!slots.some((slot) => slot.number === number))
    throw new UserError(`There is no time ${number}; give 1 to ${slots.length}.`, { option: 'turn' })
  const before = own.find((vote) => vote.number === number)?.vote
  return { number, vote: before ? next[before] : 'yes' }
}
