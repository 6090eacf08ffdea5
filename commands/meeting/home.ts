import { nextMeetingsOf, nextMeetingsOfGroups } from '../../db/meetings/upcoming.ts'
import { leads } from '../../src/core/feature/caller.ts'
import { block, bold, button, moment, rich } from '../../src/core/message.ts'
import type { HomeContext, HomePart } from '../define.ts'
import { printAnswers, rsvpButtons } from './card.ts'

const most = 5

/** The caller's next meetings and, for who leads groups, what is ahead in each. */
export async function meetingHome(context: HomeContext): Promise<readonly HomePart[]> {
  return [await ownMeetings(context), ...(await ledGroups(context))]
}

async function ownMeetings({ db, now, zone, caller }: HomeContext): Promise<HomePart> {
  const next = await nextMeetingsOf(db, caller.personId, now, most)
  const blocks = next.flatMap(({ id, title, groupAcronym, startsAt, response }) => {
    const group = groupAcronym ? ` (${groupAcronym})` : ''
    const answer = response === null ? 'you have not answered' : `you said ${response}`
    return [
      block.text(rich`${bold(`M${id} ${title}`)}${group}, ${moment(startsAt, zone)}; ${answer}.`),
      rsvpButtons(id),
    ]
  })
  return {
    title: 'My next meetings',
    blocks: [
      ...(next.length > 0 ? blocks : [block.text('You are invited to no meeting ahead.')]),
      block.buttons(button('All meetings', 'meeting list')),
    ],
  }
}

async function ledGroups({ db, now, zone, caller }: HomeContext): Promise<readonly HomePart[]> {
  // The secretariat may act for every group; its own are those that it leads like any other chair.
  const chair = { ...caller, isSecretariat: false }
  const led = new Map(
    caller.roles
      .filter(({ groupId }) => leads(chair, groupId))
      .map(({ groupId, groupAcronym }) => [groupId, groupAcronym]),
  )
  if (led.size === 0) return []
  const groups = await nextMeetingsOfGroups(db, [...led.keys()].slice(0, most), now)
  const blocks = groups.flatMap(({ groupId, next: meeting }) => {
    const wg = led.get(groupId) ?? ''
    const next =
      meeting === null
        ? rich`no meeting is scheduled.`
        : rich`next is M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}: ${printAnswers(meeting.tally.seats)}.`
    return [
      block.text(rich`${bold(wg)}: ${next}`),
      block.buttons(button('Schedule', 'meeting schedule', { wg }), button('Show', 'wg show', { wg })),
    ]
  })
  return [{ title: 'Your working groups', blocks }]
}
