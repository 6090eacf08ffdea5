import { respond } from '../../db/meetings/invitations.ts'
import { meetingById } from '../../db/meetings/meetings.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message, moment, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { command, found } from '../define.ts'
import { isOpen, meetingFields } from './card.ts'

export const rsvp = command({
  name: 'rsvp',
  about: 'Answer an invitation: yes, no or maybe',
  options: {
    meeting: required(option.meeting({ about: 'M12, words of its title, or a group for its next one' })),
    answer: required(
      option.choice({ about: 'Whether you come', choices: ['yes', 'no', 'maybe'], trailing: true }),
    ),
  },
  access: anyone,
  changes: true,
  examples: ['/meeting rsvp M1 yes', '/meeting rsvp ETCIP maybe'],
  async run(context, { meeting: ref, answer }) {
    const { db, now, zone, caller } = context
    const meeting = found(await meetingById(db, ref.id), 'such meeting')
    const title = `M${meeting.id} ${meeting.title}`
    if (meeting.status !== 'scheduled')
      throw new UserError(`${title} is ${meeting.status}; there is nothing to answer any more.`)
    if (!isOpen(meeting, now)) throw new UserError(`${title} is over; there is nothing to answer any more.`)
    if (!(await respond(db, { meetingId: meeting.id, personId: caller.personId, response: answer }, now))) {
      throw new UserError(
        `You are not invited to ${title}, so there is nothing to answer. Its chairs can tell you more.`,
      )
    }
    context.about(`meeting:${meeting.id}`)
    const others = (['yes', 'maybe', 'no'] as const).filter((other) => other !== answer)
    return message(
      rich`You said ${answer} to ${title}, ${moment(meeting.startsAt, zone)}.`,
      // Where the answer takes the place of the invitation, this is all that is left of it.
      meetingFields(meeting, zone),
      block.buttons(
        ...others.map((other) =>
          button(`Change to ${other}`, 'meeting rsvp', { meeting: `M${meeting.id}`, answer: other }),
        ),
      ),
    )
  },
})
