import { expect } from 'vitest'

import { encodeButton } from '../../../../src/core/button.ts'
import type { Invocation } from '../../../../src/core/invocation.ts'
import type { Json } from '../../../../src/core/json.ts'
import { app, places } from '../../../support/teams/far/defaults.ts'
import { personalId } from '../../../support/teams/far/directory.ts'
import {
  type ActivityFields,
  event,
  message,
  messageReaction,
  slash,
  submitted,
  typing,
  type Where,
} from '../../../support/teams/sent/activities.ts'
import { channelChanged, membersAdded, teamChanged } from '../../../support/teams/sent/conversationEvents.ts'
import {
  cardAction,
  composeAction,
  messageAction,
  taskFetch,
  taskSubmit,
} from '../../../support/teams/sent/invokes.ts'
import type { DeliveryReceipt, Recorded, Table } from '../../contract/subject.ts'
import { caller, type TeamsBench } from './bench.ts'

const line = { kind: 'line', text: 'meeting list' } as const
const b = encodeButton({ command: 'meeting list', values: { words: 'a|b' } })
const asks = encodeButton({ command: 'meeting schedule', values: { title: 'a|b' }, ask: true })
const press = {
  kind: 'fields',
  command: 'meeting list',
  fields: { words: 'a|b' },
  confirmed: false,
  ask: false,
} as const
const opened = {
  kind: 'fields',
  command: 'meeting schedule',
  fields: { title: 'a|b' },
  confirmed: false,
  ask: true,
} as const
const chosen = { kind: 'fields', command: 'meeting schedule', fields: {}, ask: true } as const
const sent = {
  kind: 'fields',
  command: 'meeting schedule',
  fields: { title: 'Chapter on adaptation' },
} as const

/** What Teams sends, as it is written down in its documentation. */
export const events: Table<Recorded<TeamsBench>> = {
  'a message in the personal chat': recorded('personal', line, (given) => message('meeting list', given)),
  'a mention in a channel': recorded('channel', line, (given) => message('meeting list', given)),
  'a mention in a thread': recorded('channel', line, (given) =>
    message('meeting list', { ...given, thread: '1700000000001' }),
  ),
  'a mention in a group chat': recorded('groupChat', line, (given) => message('meeting list', given)),
  'a command that is said to the bot alone': {
    ...recorded('channel', line, (given) => slash('meeting list', given)),
    room: false,
    wanted: asked('channel', line, true),
  },
  'a press in a channel': recorded('channel', press, (given) => cardAction(button(b), given)),
  'a press in the personal chat': standingIn(
    recorded('personal', press, (given) => cardAction(button(b), given)),
  ),
  'a press of a client that knows no better': recorded('groupChat', press, (given) =>
    submitted(button(b), given),
  ),
  'a form that was asked for in a channel': {
    room: true,
    wanted: asked('channel', sent),
    async bring(bench, id) {
      const key = { platform: 'teams', tenant: app.tenant, kind: 'form', key: `${caller.aadObjectId} ${id}` }
      const at = `${places.channel};messageid=1700000000001`
      const draft = { at, conversation: places.channel, kind: 'channel', targeted: false }
      await bench.host.keep.put(key, draft)
      return bench.bring(taskSubmit(filledIn(id), bench.at({ where: 'channel', id })))
    },
  },
  // A dialog is seen by whoever opened it alone, wherever that was.
  'a form': alone(recorded('personal', sent, (given) => taskSubmit(filledIn(given.id ?? ''), given))),
  'a button that opens a form': alone(
    recorded('channel', opened, (given) =>
      taskFetch({ ...button(asks), msteams: { type: 'task/fetch' } }, given),
    ),
  ),
  'an action where messages are written': alone(
    recorded('groupChat', chosen, (given) => composeAction('meeting_schedule', given)),
  ),
  'an action on a message': alone(
    recorded('channel', chosen, (given) =>
      messageAction('meeting_schedule', { html: '<p>Shall we meet?</p>' }, given),
    ),
  ),
}

type Told = (bench: TeamsBench) => Promise<DeliveryReceipt>
const told =
  (make: (given: ActivityFields) => Json, given: ActivityFields = {}): Told =>
  (bench) =>
    bench.bring(make(bench.at(given)))

/** What is none of the bot’s business. */
export const ignored: Table<Told> = {
  typing: told(typing),
  'a reaction': told((given) => messageReaction(['like'], given)),
  'the start of a call': told((given) => event('application/vnd.microsoft.meetingStart', {}, given), {
    where: 'groupChat',
  }),
  'a file without words in a chat of several': told(
    (given) =>
      message('', {
        ...given,
        change: { attachments: [{ contentType: 'image/png', contentUrl: 'https://x' }] },
      }),
    { where: 'groupChat' },
  ),
  'an edited message': told((given) =>
    message('meeting list', {
      ...given,
      change: { type: 'messageUpdate', channelData: { eventType: 'editMessage' } },
    }),
  ),
  'a deleted message': told((given) =>
    message('', {
      ...given,
      change: { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
    }),
  ),
  'another name of a channel': told((given) => channelChanged('channelRenamed', given)),
  'another name of a team': told((given) => teamChanged('teamRenamed', given)),
  'a message in which somebody only speaks of the bot': told(
    (given) => message('', { ...given, mentioned: true, change: spokenOf }),
    { where: 'channel' },
  ),
  'a message of nobody': told((given) => message('meeting list', { ...given, change: { from: undefined } })),
  'somebody’s joining a channel': told((given) => membersAdded([{ id: '29:new', name: 'New' }], given), {
    where: 'channel',
  }),
  'a thing that nobody knows': told((given) => message('', { ...given, change: { type: 'trace' } })),
}

const spokenOf = { text: `Did you ever try <at>${app.name}</at>?` }

function recorded(
  where: Where,
  input: Invocation['input'],
  make: (given: ActivityFields) => Json,
): Recorded<TeamsBench> {
  return {
    room: where !== 'personal',
    wanted: asked(where, input),
    bring: (bench, id) => bench.bring(make(bench.at({ where, id }))),
  }
}

/** The answer replaces the message with the button, which is named for that. */
function standingIn(one: Recorded<TeamsBench>): Recorded<TeamsBench> {
  return { ...one, wanted: { ...one.wanted, pressed: expect.stringMatching(/^\S+ \S+$/) } }
}

function alone(one: Recorded<TeamsBench>): Recorded<TeamsBench> {
  return { ...one, room: false }
}

function asked(where: Where, input: Invocation['input'], alone = false): Omit<Invocation, 'deliveryId'> {
  const channels = { personal: personalId(caller.id), channel: places.channel, groupChat: places.groupChat }
  const tenant = app.tenant
  return {
    caller: { platform: 'teams', tenant, account: caller.aadObjectId },
    place: { platform: 'teams', tenant, channel: channels[where], private: where === 'personal' || alone },
    vouchedEmail: caller.email,
    profile: {
      zone: 'Europe/Vienna',
      locale: 'en-GB',
      called: `“Ana” (ana@compact.example) in the organization ${tenant}`,
    },
    input,
  }
}

/** What a button in a card holds. */
function button(buttonData: string): Json {
  return { verb: 'press', b: buttonData, o: 'o1' }
}

/** What a dialog sends of the form that was opened under this name. */
export function filledIn(id: string): Json {
  return { verb: 'form', command: 'meeting schedule', o: id, draft: id, 'f.title': 'Chapter on adaptation' }
}
