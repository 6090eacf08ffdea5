import { type Invited, invitees } from '../../../db/meetings/invitations.ts'
import { guestsByMail } from '../../../db/meetings/invited/meetingGuests.ts'
import { meetingById } from '../../../db/meetings/meetings.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import {
  answering,
  type RepresentedEntity,
  represented,
  representedName,
} from '../../../src/meetings/representation.ts'
import { type Context, command, found } from '../../define.ts'
import { called } from '../called.ts'
import { isOpen, statusOf } from '../card.ts'
import { meetingOption } from '../meetingOption.ts'
import { quorums } from '../room/quorum.ts'
import { changeGuests } from './guests.ts'
import { nudge, silentOf } from './nudge.ts'

export const attendees = command({
  name: 'attendees',
  about: 'Which entities come, declined or have not answered',
  heading: 'Attendees',
  options: {
    meeting: meetingOption,
    nudge: option.flag({ about: 'Ask again those who have not answered' }),
    only: option.entities({ about: 'Whom to ask; all by default' }),
    invite: option.entities({ about: 'Entities invited to this meeting as guests' }),
    guest: option.person({ about: 'A person invited to this meeting as a guest' }),
    email: option.text({ about: 'A guest outside the directory: Name <name@example.org>', max: 400 }),
    withdraw: option.flag({ about: 'Guests to uninvite' }),
  },
  access: chairOf('meeting'),
  changes: true,
  mayAsk: true,
  examples: ['/meeting attendees M1', '/meeting attendees M1 nudge:yes', '/meeting attendees M1 invite:WCO'],
  async run(context, { meeting: ref, nudge: asked = false, withdraw = false, only, invite, guest, email }) {
    const { db, now } = context
    const meeting = found(await meetingById(db, ref.id), 'such meeting')
    if (invite || guest || email !== undefined) {
      refuseOver(meeting, now)
      return changeGuests(context, meeting, { invite, guest, email, withdraw })
    }
    if (withdraw)
      throw new UserError('Say whom to take off: invite:, guest: or email:. Nothing was changed.', {
        option: 'invite',
      })
    const people = await invitees(db, meeting.id)
    if (!asked && !only) return overview(context, meeting, people)
    refuseOver(meeting, now)
    return nudge(context, meeting, silentOf(people), only)
  },
})

/** Raises `UserError` for a meeting that can no longer be answered. */
function refuseOver(meeting: Meeting, now: Date): void {
  if (isOpen(meeting, now)) return
  throw new UserError(
    `${called(meeting)} is ${meeting.status === 'scheduled' ? 'over' : meeting.status}; there is nothing to answer any more.`,
  )
}

async function overview(
  { db, now, zone }: Context,
  meeting: Meeting,
  people: readonly Invited[],
): Promise<Message> {
  const entities = represented(people)
  const rules = await quorums(db, meeting)
  const coming = entities.filter(({ answer }) => answer === 'yes')
  const silent = silentOf(people).length
  const byMail = await guestsByMail(db, meeting.id)
  const past = meeting.startsAt <= now
  const named = (answer: RepresentedEntity['answer'], observer: boolean) =>
    answering(entities, answer, observer).map(representedName)
  const line = (answer: RepresentedEntity['answer']) => {
    const [members, observers] = [named(answer, false), named(answer, true)]
    const apart = observers.length > 0 ? `; observers: ${observers.join(', ')}` : ''
    return `${members.length}${members.length > 0 ? `: ${members.join(', ')}` : ''}${apart}`
  }
  const remarks = people.flatMap(({ entity, name, remark, response }) =>
    remark === null || response === null ? [] : [rich`${entity ?? name}: ${remark}`],
  )
  const present = entities.filter((one) => one.present).map(({ name }) => name)
  return message(
    meeting.status === 'cancelled'
      ? rich`M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}, is ${statusOf(meeting)}. What was answered, by entity:`
      : rich`Who comes to M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}, by entity:`,
    block.fields([
      ['Yes', line('yes')],
      ['Maybe', line('maybe')],
      ['No', line('no')],
      ['No answer yet', line('none')],
      ...(present.length > 0 ? [['Present', present.join(', ')] as const] : []),
      ...(byMail.length > 0 ? [['Guests by e-mail', guestsLine(byMail)] as const] : []),
      ...rules.map(({ label, needed, count }) => [label, quorumLine(needed, count(coming))] as const),
    ]),
    remarks.length > 0 ? block.heading('Notes with the answers') : undefined,
    remarks.length > 0 ? block.list(remarks) : undefined,
    silent > 0 && !past && meeting.status === 'scheduled'
      ? block.buttons(
          button(`Nudge ${counted(silent, 'person', 'people')}`, 'meeting attendees', {
            meeting: `M${meeting.id}`,
            nudge: 'yes',
          }),
        )
      : undefined,
  )
}

/** `3: Ana Nandu, 2 without a name`. */
function guestsLine(names: readonly (string | null)[]): string {
  const named = names.filter((name) => name !== null)
  const others = names.length - named.length
  if (named.length === 0) return String(others)
  return `${names.length}: ${[...named, ...(others > 0 ? [`${others} without a name`] : [])].join(', ')}`
}

function quorumLine(quorum: number, coming: number): string {
  const left = quorum - coming
  return left > 0 ? `${quorum} member entities; ${left} still missing` : `${quorum} member entities; reached`
}
