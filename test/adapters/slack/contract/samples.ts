import { expect } from 'vitest'

import { encodeButton } from '../../../../src/core/button.ts'
import type { Invocation } from '../../../../src/core/invocation.ts'
import {
  blockActions,
  eventCallback,
  globalShortcut,
  slashCommandFields,
  viewSubmission,
} from '../../../support/slack/payloads.ts'
import type { Recorded, Table } from '../../contract/subject.ts'
import { caller, type SlackBench } from './bench.ts'

const line = { kind: 'line', text: '/meeting list' } as const
const value = encodeButton({ command: 'meeting list', values: { words: 'a|b' } })
const press = {
  kind: 'fields',
  command: 'meeting list',
  fields: { words: 'a|b' },
  confirmed: false,
  ask: false,
} as const
const submitted = {
  kind: 'fields',
  command: 'meeting schedule',
  fields: { title: 'Chapter on adaptation' },
} as const

/** What Slack sends, as it was recorded. */
export const events: Table<Recorded<SlackBench>> = {
  'a slash command in a channel': {
    room: true,
    wanted: asked('C1', line),
    bring: (bench, id) => command(bench, id, 'C1'),
  },
  'a slash command in a direct conversation': {
    room: false,
    wanted: asked('DU1', line),
    bring: (bench, id) => command(bench, id, 'DU1'),
  },
  'a mention in a channel': {
    room: true,
    wanted: asked('C1', { kind: 'line', text: 'meeting list' }),
    bring: (bench, id) => bench.tell(eventCallback('app_mention', {}, { change: { event_id: id } })),
  },
  'a mention in a thread': {
    room: true,
    wanted: asked('C1', { kind: 'line', text: 'meeting list' }),
    bring: (bench, id) =>
      bench.tell(eventCallback('app_mention', { thread_ts: '1700000000.1' }, { change: { event_id: id } })),
  },
  'a direct message': {
    room: false,
    wanted: asked('DU1', { kind: 'line', text: 'meeting list' }),
    bring: (bench, id) => bench.tell(eventCallback('message_im', {}, { change: { event_id: id } })),
  },
  'a mention where the app belongs to an organization': {
    room: true,
    wanted: {
      caller: { platform: 'slack', tenant: 'E1', account: caller },
      place: { platform: 'slack', tenant: 'E1', channel: 'C1', private: false },
      profile: {
        zone: 'Europe/Vienna',
        locale: 'en-GB',
        called: '“Ana” (ana@compact.example) in the workspace T1',
      },
      input: { kind: 'line', text: 'meeting list' },
    },
    bring: (bench, id) =>
      bench.tell(
        eventCallback('app_mention', {}, { enterprise: 'E1', orgInstall: true, change: { event_id: id } }),
      ),
  },
  'a press in a channel': {
    room: true,
    wanted: asked('C1', press),
    bring: (bench, id) => pressed(bench, id, 'channel', 'C1'),
  },
  'a press in what only its reader sees': {
    room: true,
    wanted: asked('C1', press),
    bring: (bench, id) => pressed(bench, id, 'ephemeral', 'C1'),
  },
  'a press in a direct message': {
    room: false,
    // The answer replaces the message with the button.
    wanted: { ...asked('DU1', press), pressed: expect.stringMatching(/^DU1:\d+\.\d+$/) },
    bring: (bench, id) => pressed(bench, id, 'direct', 'DU1'),
  },
  'a press on the home tab': {
    room: false,
    wanted: asked('U1', press),
    bring: (bench, id) => bench.act(blockActions('home', { value }, { trigger: bench.triggerFor(id) })),
  },
  'a form': {
    room: false,
    wanted: asked('U1', submitted),
    bring: (bench, id) =>
      bench.act(viewSubmission({ private_metadata: 'meeting schedule|none' }, { viewId: `V${id}` })),
  },
  'a form that was asked for in a channel': {
    room: true,
    wanted: asked('C1', submitted),
    async bring(bench, id) {
      const draft = { command: 'meeting schedule', channel: 'C1', private: false, at: Date.now() }
      const key = { platform: 'slack', tenant: 'T1', kind: 'form', key: `${caller} ${id}` }
      await bench.host.keep.put(key, { ...draft, responseUrl: bench.urlFor('C1') })
      return bench.act(viewSubmission({ private_metadata: `meeting schedule|${id}` }, { viewId: `V${id}` }))
    },
  },
  'a shortcut': {
    room: false,
    wanted: asked('U1', { kind: 'fields', command: 'meeting schedule', fields: {}, ask: true }),
    bring: (bench, id) => bench.act(globalShortcut('meeting_schedule', { trigger: bench.triggerFor(id) })),
  },
}

const bot = { user: 'UBOT1', bot_id: 'B1', app_id: 'A1' }
const otherBot = { user: 'U7', bot_id: 'B7', app_id: 'A7' }
const told = (...given: Parameters<typeof eventCallback>) => {
  return (bench: SlackBench) => bench.tell(eventCallback(...given))
}

/** What is none of the bot’s business. */
export const ignored = {
  'its own direct message': told('message_im', bot),
  'its own mention of itself': told('app_mention', bot),
  'its own message without the sign of a bot': told('message_im', { user: 'UBOT1' }),
  'another bot’s direct message': told('message_im', otherBot),
  'another bot’s mention': told('app_mention', otherBot),
  'an old integration’s message': told('message_im', {
    subtype: 'bot_message',
    bot_id: 'B7',
    user: undefined,
  }),
  'an edited message': told('message_im', {
    subtype: 'message_changed',
    message: { text: 'meeting list', user: caller },
  }),
  'an edited mention': told('app_mention', { edited: { user: caller, ts: '1700000200.000000' } }),
  'an edited direct message': told('message_im', { edited: { user: caller, ts: '1700000200.000000' } }),
  'a deleted message': told('message_im', {
    subtype: 'message_deleted',
    previous_message: { text: 'meeting list', user: caller },
  }),
  'a message to a channel that does not mention it': told('message_im', {
    channel: 'C1',
    channel_type: 'channel',
  }),
  'somebody’s joining': told('message_im', { subtype: 'channel_join' }),
  'a thing that nobody knows': told('app_mention', { type: 'emoji_changed' }),
}

function asked(channel: string, input: Invocation['input']): Omit<Invocation, 'deliveryId'> {
  return {
    caller: { platform: 'slack', tenant: 'T1', account: caller },
    place: { platform: 'slack', tenant: 'T1', channel, private: !channel.startsWith('C') },
    vouchedEmail: 'ana@compact.example',
    profile: {
      zone: 'Europe/Vienna',
      locale: 'en-GB',
      called: '“Ana” (ana@compact.example) in the workspace T1',
    },
    input,
  }
}

function command(bench: SlackBench, id: string, channel: string) {
  const trigger = bench.triggerFor(id)
  return bench.command(
    slashCommandFields('/meeting', 'list', { channel, trigger, responseUrl: bench.urlFor(channel) }),
  )
}

function pressed(bench: SlackBench, id: string, where: Parameters<typeof blockActions>[0], channel: string) {
  const given = { channel, trigger: bench.triggerFor(id), responseUrl: bench.urlFor(channel) }
  return bench.act(blockActions(where, { value }, given))
}
