import { type CastVote, castVotes, lockPoll } from '../../../db/meetings/polls/polls.ts'
import { votersOf } from '../../../db/meetings/polls/voters.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { command, found } from '../../define.ts'
import { pollMessage, takesVotes, words } from './card.ts'
import { whichPoll } from './whichPoll.ts'

const next = { yes: 'if-needed', 'if-needed': 'no', no: 'yes' } as const

export const votePoll = command({
  group: 'poll',
  name: 'vote',
  about: 'Say which times of a poll suit you; you can change your mind until it closes',
  options: {
    poll: whichPoll,
    slots: option.text({
      about: 'Slots that suit you: 1, 3, all or none',
      max: 200,
    }),
    'if-needed': option.text({ about: 'Slots that would do if needed', max: 200 }),
    turn: option.integer({ about: 'One slot: yes, then if needed, then no', min: 1, max: 20 }),
  },
  access: anyone,
  changes: true,
  examples: ['/meeting poll vote P1 slots:"1, 3" if-needed:2'],
  async run(context, { poll: id, slots, 'if-needed': maybe, turn }) {
    const { db, now, zone, caller } = context
    const poll = found(await lockPoll(db, id), `poll P${id}`)
    const voters = await votersOf(db, id, now)
    const me = voters.find(({ personId }) => personId === caller.personId)
    if (!me)
      throw new UserError(`Only those who belong to ${poll.groupAcronym} vote in P${id}; you do not today.`)
    if (!takesVotes(poll, now))
      throw new UserError(`P${id} ${poll.title} is closed; your vote was not taken.`)
    const votes =
      turn === undefined ? votesTyped(poll.slots, slots, maybe) : [turned(poll.slots, me.votes, turn)]
    if (votes.length === 0) return { ...pollMessage(poll, voters, zone, now, caller.personId) }
    await castVotes(db, id, caller.personId, votes, now)
    context.about(`poll:${id}`)
    const shown = pollMessage(poll, await votersOf(db, id, now), zone, now, caller.personId)
    const said = votes.map(({ number, vote }) => `${number} ${words[vote]}`).join(', ')
    return message(rich`Your vote in P${id} ${poll.title}: ${said}.`, ...shown.blocks)
  },
})

type Slots = readonly { readonly number: number }[]

function turned(slots: Slots, own: readonly CastVote[], number: number): CastVote {
  if (!slots.some((slot) => slot.number === number))
    throw new UserError(`there is no time ${number}; give 1 to ${slots.length}.`, { option: 'turn' })
  const before = own.find((vote) => vote.number === number)?.vote
  return { number, vote: before ? next[before] : 'yes' }
}

/** One vote for every time; nothing where no vote was given. Raises `UserError`. */
function votesTyped(slots: Slots, yes: string | undefined, maybe: string | undefined): readonly CastVote[] {
  if (yes === undefined && maybe === undefined) return []
  const [suits, would] = [numbersIn(slots, yes, 'slots'), numbersIn(slots, maybe, 'if-needed')]
  const both = suits.find((number) => would.includes(number))
  if (both !== undefined)
    throw new UserError(`${both} stands under both slots: and if-needed:.`, { option: 'if-needed' })
  return slots.map(({ number }) => ({
    number,
    vote: suits.includes(number) ? 'yes' : would.includes(number) ? 'if-needed' : 'no',
  }))
}

function numbersIn(slots: Slots, text: string | undefined, name: string): readonly number[] {
  const typed = (text ?? 'none').trim()
  if (/^(?:all|any|every one)$/i.test(typed)) return slots.map(({ number }) => number)
  if (/^(?:none|no)$/i.test(typed)) return []
  const parts = typed.split(/[,;\s]+|and/).filter((part) => part !== '')
  return parts.map((part) => {
    const number = /^#?(\d{1,2})\.?$/.exec(part)?.[1]
    if (number === undefined || !slots.some((slot) => slot.number === Number(number)))
      throw new UserError(
        `“${shorten(part)}” is not a time of this poll; give numbers from 1 to ${slots.length}.`,
        {
          option: name,
        },
      )
    return Number(number)
  })
}
