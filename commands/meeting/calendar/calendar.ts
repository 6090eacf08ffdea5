import { createHash } from 'node:crypto'

import { addFeed, feedSince, revokeFeed } from '../../../db/meetings/calendar/feeds.ts'
import { lockWords } from '../../../db/store/locks.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, code, link, message, moment, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { command } from '../../define.ts'
import { meetingFile } from './meetingFile.ts'
import { switchPublicPage } from './publicPage.ts'

/** `token` makes the secret part of a new address. */
export function calendarWith(token: () => string) {
  return command({
    name: 'calendar',
    about: 'A private address (.ics) at which your calendar program reads meetings',
    heading: 'Calendar',
    options: {
      wg: option.group({ about: 'One group’s meetings; yours by default' }),
      of: option.choice({ about: 'Whose meetings', choices: ['mine', 'all'], trailing: true }),
      address: option.choice({ about: 'Make a new one, or end it', choices: ['new', 'revoke'] }),
      meeting: option.meeting({ about: 'A single meeting, as a file to open in your calendar' }),
      public: option.choice({
        about: 'Secretariat only: whether the joint calendar has a public page',
        choices: ['yes', 'no'],
      }),
    },
    access: anyone,
    changes: true,
    mayAsk: true,
    asksWhen: 'before the joint calendar is shown to everybody',
    examples: [
      '/meeting calendar',
      '/meeting calendar wg:ETCIP',
      '/meeting calendar M1',
      '/meeting calendar public:yes',
    ],
    async run(context, { wg, of, address, meeting, public: isPublic }) {
      const { db, now, zone, caller } = context
      if (isPublic) {
        if (wg || of || address || meeting)
          throw new UserError('Give public: by itself; it is about the page of all meetings.', {
            option: 'public',
          })
        return switchPublicPage(context, isPublic)
      }
      if (meeting) {
        if (wg || of || address)
          throw new UserError('Give meeting: by itself; it makes a file of one meeting.', {
            option: 'meeting',
          })
        return meetingFile(context, meeting.id)
      }
      if (wg && of) throw new UserError('Give wg: or of:, not both.', { option: 'of' })
      const feed = {
        personId: caller.personId,
        scope: wg ? ('group' as const) : (of ?? 'mine'),
        groupId: wg?.id ?? null,
      }
      const whose = wg
        ? `the meetings of ${wg.acronym}`
        : of === 'all'
          ? 'the meetings of all groups'
          : 'your meetings'
      const values = { ...(wg ? { wg: wg.acronym } : {}), ...(of ? { of } : {}) }
      context.about(`person:${caller.personId}`)
      if (address === 'revoke') {
        if (!(await revokeFeed(db, feed, now)))
          throw new UserError(`You have no calendar address for ${whose}.`)
        return message(
          rich`The calendar address for ${whose} shows nothing any more.`,
          block.buttons(button('Make a new one', 'meeting calendar', values)),
        )
      }
      // Of two at once, as from two devices, the second finds what the first has made.
      await lockWords(db, `the calendar addresses of ${caller.personId}`)
      const since = await feedSince(db, feed)
      if (since && address !== 'new')
        return message(
          rich`You have had a calendar address for ${whose} since ${moment(since, zone)}. It was shown once and is stored nowhere; a new one replaces it.`,
          block.buttons(
            button('Make a new one', 'meeting calendar', { ...values, address: 'new' }, 'primary'),
            button('End it', 'meeting calendar', { ...values, address: 'revoke' }, 'danger'),
          ),
        )
      await revokeFeed(db, feed, now)
      const secret = token()
      await addFeed(db, feed, createHash('sha256').update(secret).digest('hex'), now)
      const path = `/calendar/${secret}.ics`
      const shown = context.addressOf(path)
      return message(
        rich`Your private calendar address for ${whose}: ${shown === undefined ? code(path) : link(shown, shown)}`,
        block.text(
          shown === undefined
            ? 'It begins with the address of this server, which its administrator knows.'
            : 'Subscribe to it in Outlook, Google Calendar or on your phone. It is shown this once.',
        ),
        block.text(
          'Whoever knows it sees these meetings, so keep it to yourself; you can end it at any time.',
        ),
        block.buttons(
          button('End it', 'meeting calendar', { ...values, address: 'revoke' }, 'danger'),
          ...(wg || of ? [] : [button('All groups', 'meeting calendar', { of: 'all' })]),
        ),
      )
    },
  })
}
