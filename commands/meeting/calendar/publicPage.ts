import { secretariatPeople } from '../../../db/directory/people.ts'
import { lockSwitch, switchCalendar } from '../../../db/meetings/calendar/publicCalendar.ts'
import { UserError } from '../../../src/core/errors.ts'
import {
  block,
  button,
  code,
  link,
  type Message,
  message,
  moment,
  rich,
  type Span,
} from '../../../src/core/message.ts'
import type { Context, Question } from '../../define.ts'

const subject = 'calendar:public'

/** Switches the page on which everybody reads the joint calendar; the rest of the secretariat is told. */
export async function switchPublicPage(context: Context, wanted: 'yes' | 'no'): Promise<Message | Question> {
  const { db, now, zone, caller, confirmed } = context
  if (!caller.isSecretariat) {
    throw new UserError('Only the secretariat switches the public page of the joint calendar on and off.', {
      option: 'public',
    })
  }
  context.about(subject)
  const isPublic = wanted === 'yes'
  const before = await lockSwitch(db)
  const shown = context.addressOf('/calendar')
  const address = shown === undefined ? code('/calendar') : link(shown, shown)
  const back = button(isPublic ? 'Switch it off' : 'Switch it on', 'meeting calendar', {
    public: isPublic ? 'no' : 'yes',
  })
  if ((before?.isPublic ?? false) === isPublic) {
    const since = before ? rich` since ${moment(before.setAt, zone)}, by ${before.name}` : ''
    return message(
      isPublic
        ? rich`The joint calendar is public already${since}: ${address}`
        : rich`The joint calendar is not public${since}.`,
      block.buttons(back),
    )
  }
  if (isPublic && !confirmed) return questionOf(address)
  const id = await switchCalendar(db, isPublic, caller.personId, now)
  const others = (await secretariatPeople(db)).filter((personId) => personId !== caller.personId)
  const news = message(
    isPublic
      ? rich`${caller.name} has made the joint calendar public: ${address}`
      : rich`${caller.name} has switched off the public page of the joint calendar.`,
    block.buttons(back),
  )
  context.notify(
    others.map((personId) => ({
      key: `public-calendar:${id}:${personId}`,
      ...{ personId, kind: 'public-calendar', subject, message: news },
    })),
  )
  return message(
    isPublic
      ? rich`The joint calendar is public from now on: ${address}`
      : 'The public page of the joint calendar is switched off; its address shows nothing any more.',
    isPublic && shown === undefined
      ? block.text('It begins with the address of this server, which its administrator knows.')
      : undefined,
    others.length > 0 ? block.text('The others of the secretariat are told.') : undefined,
    block.buttons({ ...back, label: isPublic ? 'Undo: switch it off' : 'Undo: switch it on' }),
  )
}

/** Asks before the calendar is shown to everybody. */
function questionOf(address: Span): Question {
  return {
    kind: 'question',
    message: message(
      rich`Show the joint calendar to everybody at ${address}?`,
      block.text(
        'Anybody can then read the title of each meeting ahead just as it stands, with its group, kind and time. People, links, places and notes are not shown.',
      ),
    ),
    yes: 'Make it public',
    values: { public: 'yes' },
  }
}
