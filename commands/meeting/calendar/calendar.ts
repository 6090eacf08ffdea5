import { createHash } from 'node:crypto'

import { addFeed, type FeedOf, feedSince, revokeFeed } from '../../../db/meetings/calendar/feeds.ts'
import { lockWords } from '../../../db/store/locks.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Caller } from '../../../src/core/feature/caller.ts'
import {
  type Button,
  block,
  button,
  code,
  link,
  type Message,
  message,
  moment,
  rich,
} from '../../../src/core/message.ts'
import { type GroupRef, option } from '../../../src/core/option.ts'
import { type Context, command } from '../../define.ts'
import { meetingFile } from './meetingFile.ts'
import { switchPublicPage } from './publicPage.ts'

/** `token` makes the secret part of a new address. */
export function calendarWith(token: () => string) {
  return command({
    name: 'calendar',
    about: 'A private address (.ics) for your calendar program',
    heading: 'Calendar',
    options: {
      wg: option.group({ about: 'One group’s meetings; yours by default' }),
      of: option.choice({ about: 'Whose meetings', choices: ['mine', 'all'], trailing: true }),
      address: option.choice({ about: 'Make a new one, or end it', choices: ['new', 'revoke'] }),
      meeting: option.meeting({ about: 'One meeting, as a calendar file' }),
      public: option.choice({
        about: 'Whether the joint one is public',
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
      const wanted = wantedFeed(context.caller, wg, of)
      context.about(`person:${context.caller.personId}`)
      if (address === 'revoke') return endAddress(context, wanted)
      // Of two at once, as from two devices, the second finds what the first has made.
      await lockWords(context.db, `the calendar addresses of ${context.caller.personId}`)
      const since = await feedSince(context.db, wanted.feed)
      return since && address !== 'new'
        ? standingAddress(wanted, since, context.zone)
        : newAddress(context, wanted, token())
    },
  })
}

/** Whose meetings an address shows. */
interface WantedFeed {
  readonly feed: FeedOf
  /** Completes “a calendar address for”. */
  readonly whose: string
  /** The options that name it. */
  readonly values: Readonly<Record<string, string>>
}

function wantedFeed(
  { personId }: Caller,
  wg: GroupRef | undefined,
  of: 'mine' | 'all' | undefined,
): WantedFeed {
  return {
    feed: { personId, scope: wg ? 'group' : (of ?? 'mine'), groupId: wg?.id ?? null },
    whose: wg
      ? `the meetings of ${wg.acronym}`
      : of === 'all'
        ? 'the meetings of all groups'
        : 'your meetings',
    values: { ...(wg ? { wg: wg.acronym } : {}), ...(of ? { of } : {}) },
  }
}

async function endAddress({ db, now }: Context, { feed, whose, values }: WantedFeed): Promise<Message> {
  if (!(await revokeFeed(db, feed, now))) throw new UserError(`You have no calendar address for ${whose}.`)
  return message(
    rich`The calendar address for ${whose} shows nothing any more.`,
    block.buttons(button('Make a new one', 'meeting calendar', values)),
  )
}

/** The address cannot be shown again: its digest alone is stored. */
function standingAddress(wanted: WantedFeed, since: Date, zone: string): Message {
  return message(
    rich`You have had a calendar address for ${wanted.whose} since ${moment(since, zone)}. It was shown once and is stored nowhere; a new one replaces it.`,
    block.buttons(
      button('Make a new one', 'meeting calendar', { ...wanted.values, address: 'new' }, 'primary'),
      endButton(wanted),
    ),
  )
}

/** Makes an address with a secret part, which replaces the former one. */
async function newAddress(context: Context, wanted: WantedFeed, secret: string): Promise<Message> {
  const { db, now } = context
  const { feed, whose, values } = wanted
  await revokeFeed(db, feed, now)
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
    block.text('Whoever knows it sees these meetings, so keep it to yourself; you can end it at any time.'),
    block.buttons(
      endButton(wanted),
      ...(Object.keys(values).length > 0 ? [] : [button('All groups', 'meeting calendar', { of: 'all' })]),
    ),
  )
}

function endButton({ values }: WantedFeed): Button {
  return button('End it', 'meeting calendar', { ...values, address: 'revoke' }, 'danger')
}
