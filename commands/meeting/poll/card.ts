import type { Poll } from '../../../db/meetings/polls/polls.ts'
import { pollById } from '../../../db/meetings/polls/polls.ts'
import { personOf, type Voter, votersOf } from '../../../db/meetings/polls/voters.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Account } from '../../../src/core/address.ts'
import {
  type Block,
  block,
  button,
  headed,
  type Message,
  message,
  moment,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import { formatDuration } from '../../../src/core/time/duration.ts'
import { type Ballot, countBallots, leading, type SlotCount } from '../../../src/meetings/poll/count.ts'

/** Whether somebody may still vote. */
export function takesVotes({ status, closesAt }: Pick<Poll, 'status' | 'closesAt'>, now: Date): boolean {
  return status === 'open' && closesAt > now
}

/** The live tally that a whole room reads, in the poll's own zone; a viewer's copy tells their own votes. */
export async function pollCard(
  db: Db,
  id: number,
  now: Date,
  viewer?: Account,
): Promise<Message | undefined> {
  const poll = await pollById(db, id)
  if (!poll) return undefined
  const personId = viewer && (await personOf(db, viewer))
  return { ...pollMessage(poll, await votersOf(db, id, now), poll.zone, now, personId), card: `poll:${id}` }
}

/** A poll with the votes for each slot, the slots in the reader's zone, and buttons to vote while it is open. */
export function pollMessage(
  poll: Poll,
  voters: readonly Voter[],
  zone: string,
  now: Date,
  personId?: number,
): Message {
  const counts = countsOf(poll, voters)
  const open = takesVotes(poll, now)
  const until = open
    ? rich`open until ${moment(poll.closesAt, zone)}`
    : rich`${poll.status === 'open' ? 'closed' : poll.status}`
  return headed(
    pollHeading(poll, now),
    message(
      rich`P${poll.id} ${named(poll)}, ${formatDuration(poll.minutes)}: ${until}.`,
      block.list(poll.slots.map((slot, at) => slotLine(slot, counts[at], zone, voters, personId))),
      block.text(verdict(counts, voters, poll)),
      open ? voteButtons(poll, voters, personId) : undefined,
    ),
  )
}

/** `Poll P1`, and how it ended once it takes no votes. */
export function pollHeading({ id, status, closesAt }: Poll, now: Date): string {
  if (takesVotes({ status, closesAt }, now)) return `Poll P${id}`
  return `Poll P${id}: ${status === 'open' ? 'closed' : status}`
}

/** `Fourth meeting (ETCIP)`, with its kind where it is not a regular one. */
export function named({ title, groupAcronym, kind }: Pick<Poll, 'title' | 'groupAcronym' | 'kind'>): string {
  return `${title} (${kind === 'regular' ? groupAcronym : `${groupAcronym}, ${kind}`})`
}

export function countsOf(poll: Poll, voters: readonly Voter[]): readonly SlotCount[] {
  const slots = poll.slots.map(({ number }) => number)
  return countBallots(
    slots,
    entitiesOf(voters).flatMap(({ people, observer }) => ballotsOf(people, observer)),
  )
}

function slotLine(
  { number, startsAt }: Poll['slots'][number],
  count: SlotCount | undefined,
  zone: string,
  voters: readonly Voter[],
  personId: number | undefined,
): Rich {
  const seen = count && tally(count.observers)
  const observers = seen ? `; observers: ${seen}` : ''
  const reader = voters.find((voter) => voter.personId === personId)
  const own = reader?.votes.find((vote) => vote.number === number)
  const busy = reader?.busy.includes(number) ? '; your calendar says that you are busy' : ''
  const text = own ? `; you: ${voteWords[own.vote]}` : busy
  const members = (count && tally(count)) || 'no votes'
  return rich`${number}. ${moment(startsAt, zone)}: ${members}${observers}${text}`
}

/** `2 yes, 1 no`: what nobody said is left out, since a list of times is read for what differs. */
function tally({ yes, ifNeeded, no }: Pick<SlotCount, 'yes' | 'ifNeeded' | 'no'>): string {
  const counts = [
    [yes, 'yes'],
    [ifNeeded, 'if needed'],
    [no, 'no'],
  ] as const
  return counts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ')
}

export const voteWords = { yes: 'yes', 'if-needed': 'if needed', no: 'no' } as const

interface VotingEntity {
  readonly people: readonly Voter[]
  readonly observer: boolean
}

/** The voters by entity; somebody without an entity counts as one of their own. */
function entitiesOf(voters: readonly Voter[]): readonly VotingEntity[] {
  return [...Map.groupBy(voters, ({ entity, name }) => entity ?? name).values()].map((people) => ({
    people,
    observer: people.every(({ as }) => as === 'observer'),
  }))
}

/** An entity's word on each slot: the best of what its people said, since one of them comes. */
function ballotsOf(people: readonly Voter[], observer: boolean): readonly Ballot[] {
  const said = Map.groupBy(
    people.flatMap(({ votes }) => votes),
    ({ number }) => number,
  )
  return [...said].map(([slot, votes]) => ({
    slot,
    vote: best.find((vote) => votes.some((one) => one.vote === vote)) ?? 'no',
    observer,
  }))
}

const best = ['yes', 'if-needed', 'no'] as const

/** Which slot leads, with ties named, or the meeting that a poll was settled on, and how many members have voted. */
export function verdict(
  counts: readonly SlotCount[],
  voters: readonly Voter[],
  { status, meetingId }: Pick<Poll, 'status' | 'meetingId'>,
): string {
  const members = entitiesOf(voters).filter(({ observer }) => !observer)
  const voted = members.filter(({ people }) => people.some(({ votes }) => votes.length > 0)).length
  if (status === 'settled' && meetingId !== null)
    return `It was settled on M${meetingId}; ${voted} of ${members.length} members had voted.`
  const first = leading(counts)
  const slots = list(first.map(String), 'and')
  const led =
    first.length === 0
      ? 'No slot leads yet'
      : first.length === 1
        ? `Slot ${slots} leads`
        : `Slots ${slots} tie`
  return `${led}; ${voted} of ${members.length} members have voted.`
}

/** One button a slot: each press turns one's own vote from yes to if needed, to no, and back to yes. */
function voteButtons(poll: Poll, voters: readonly Voter[], personId: number | undefined): Block {
  const own = voters.find((voter) => voter.personId === personId)?.votes ?? []
  return block.buttons(
    ...poll.slots.map(({ number }) => {
      const vote = own.find((one) => one.number === number)?.vote
      const label = vote ? `${number}: ${voteWords[vote]}` : `Vote for ${number}`
      // Typed, “vote for 2” is a whole vote, for that time alone.
      return {
        ...button(label, 'meeting poll vote', { poll: `P${poll.id}`, turn: String(number) }),
        pressedOnly: true,
      }
    }),
  )
}
