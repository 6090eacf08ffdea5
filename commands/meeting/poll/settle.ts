import { clashes, lockTimes } from '../../../db/meetings/clashes.ts'
import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { lockPoll, type Poll, setPollStatus } from '../../../db/meetings/polls/polls.ts'
import { votersOf } from '../../../db/meetings/polls/voters.ts'
import { tallyOf } from '../../../db/meetings/tally.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { formatDuration } from '../../../src/core/time/duration.ts'
import { formatMoment } from '../../../src/core/time/zone.ts'
import { leading, type SlotCount } from '../../../src/meetings/poll/count.ts'
import { command, found } from '../../define.ts'
import { clashBlocks, meetingFields } from '../card.ts'
import { announce } from '../plan/announce.ts'
import { tellOtherChairs } from '../plan/otherChairs.ts'
import { mustAsk, preview } from '../plan/preview.ts'
import { invitedWords, mayAnswer, sharedBlocks } from '../rsvpCard.ts'
import { countsOf, named } from './card.ts'
import { refuseSettled, refuseUnlessLeading, whichPoll } from './whichPoll.ts'

export const settlePoll = command({
  group: 'poll',
  name: 'settle',
  about: 'Schedule the meeting at the time favoured in a poll',
  options: {
    poll: whichPoll,
    slot: option.integer({ about: 'The leading slot by default', min: 1, max: 20 }),
  },
  access: anyone,
  onlyFor: 'chairs of the group',
  audience: 'room',
  changes: true,
  mayAsk: true,
  examples: ['/meeting poll settle P1'],
  async run(context, { poll: id, slot }) {
    const { db, now, zone, caller } = context
    const poll = found(await lockPoll(db, id), `poll P${id}`)
    refuseUnlessLeading(context, poll)
    await refuseSettled(context, poll)
    const voters = await votersOf(db, id, now)
    const { number, startsAt } = chosenSlot(poll, countsOf(poll, voters), slot)
    if (startsAt <= now)
      throw new UserError('That time has passed. Choose another one, or schedule the meeting.', {
        option: 'slot',
      })
    const meeting = {
      groupIds: poll.groupIds,
      title: poll.title,
      kind: poll.kind,
      startsAt,
      minutes: poll.minutes,
      zone: poll.zone,
      place: poll.place,
      link: poll.link,
      organizerId: caller.personId,
    }
    await lockTimes(db)
    const clashing = await clashes(db, { ...meeting, starts: [meeting.startsAt], except: [] })
    const guests = await expectedInvitees(db, poll.groupIds, dayOf(startsAt, poll.zone))
    if (mustAsk(context, guests, meeting)) {
      const what = rich`Settle P${id} on ${moment(startsAt, zone)}, ${formatDuration(poll.minutes)}, and invite ${counted(guests.length, 'person', 'people')} to ${named(poll)}?`
      return {
        kind: 'question',
        message: await preview(context, what, { time: meeting, room: meeting, people: guests, clashing }),
        yes: 'Send the invitations',
        values: { slot: String(number) },
      }
    }
    const voted = voters.filter(({ votes }) => votes.length > 0).length
    const because =
      voted === 0
        ? `Settled by the poll P${id}, in which nobody voted.`
        : `Settled by the poll P${id}, in which ${counted(voted, 'person', 'people')} voted. Thank you to everybody who did.`
    const { made, invited, cardHere } = await announce(context, meeting, poll.groupAcronym, because)
    await setPollStatus(db, id, 'settled', made.id)
    context.about(`meeting:${made.id}`)
    const answers = mayAnswer(context, invited)
    const shown = answers
      ? sharedBlocks(made, await tallyOf(db, made.id), now)
      : [meetingFields(made, made.zone)]
    const notice = message(
      rich`P${id} is settled: M${made.id} ${named(poll)}, ${moment(startsAt, zone)}. ${invitedWords(invited, poll.groupAcronym)}${voted === 0 ? '' : ', and whoever voted is thanked'}.`,
      ...(cardHere ? [] : shown),
      await tellOtherChairs(context, made, invited),
      ...clashBlocks(clashing, zone),
      block.buttons(
        button('Undo: cancel it', 'meeting cancel', { meeting: `M${made.id}` }),
        button('Show', 'meeting show', { meeting: `M${made.id}` }),
      ),
    )
    return cardHere || !answers ? notice : { ...notice, card: `meeting:${made.id}` }
  },
})

/** The time that was named, or the one that leads. Raises `UserError` for a tie and where nobody favours any. */
function chosenSlot(
  poll: Poll,
  counts: readonly SlotCount[],
  slot: number | undefined,
): Poll['slots'][number] {
  const best = leading(counts)
  const number = slot ?? (best.length === 1 ? best[0] : undefined)
  const found = poll.slots.find((one) => one.number === number)
  if (found) return found
  const offered = slot === undefined && best.length > 0 ? best : counts.map((count) => count.slot)
  const choices = poll.slots
    .filter((one) => offered.includes(one.number))
    .map((one) => ({
      label: `${one.number}: ${formatMoment(one.startsAt, poll.zone)}`,
      value: String(one.number),
    }))
  const why =
    slot !== undefined
      ? `P${poll.id} has no time ${slot}.`
      : best.length > 1
        ? `Slots ${list(best.map(String), 'and')} tie.`
        : `Nobody has favoured a time of P${poll.id} yet.`
  throw new UserError(`${why} Which slot?`, { option: 'slot', choices })
}
