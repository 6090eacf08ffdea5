import { slashCommandFields } from '../../support/slack/payloads.ts'
import type { Fault } from '../../support/slack/sockets.ts'
import { adapterContract } from '../contract/contract.ts'
import type { Refusal, Trouble } from '../contract/subject.ts'
import { type SlackBench, slackBench } from './contract/bench.ts'
import { buttons } from './contract/buttons.ts'
import { files } from './contract/files.ts'
import { events, ignored } from './contract/samples.ts'

adapterContract<SlackBench>({
  name: 'Slack',
  open: slackBench,
  events,
  repeats: [
    'a mention in a channel',
    'a mention in a thread',
    'a direct message',
    'a mention where the app belongs to an organization',
  ],
  ignored,
  typed: {
    bring: (bench, text) =>
      bench.command(
        slashCommandFields('/meeting', `list ${asSlackWrites(text)}`, { responseUrl: bench.urlFor('C1') }),
      ),
    cannot: {},
  },
  files,
  buttons,
  doubleClick: 'two presses',
  sendForm: async (bench, name) => events['a form']?.bring(bench, name),
  ackMs: 3_000,
  closeLate(bench) {
    bench.closed = true
    bench.far.addChannel('T1', { id: 'C1', name: 'c1', isPrivate: true, members: ['U1', 'U2'] })
    for (const method of ['views.open', 'views.push', 'views.update']) {
      bench.far.fault(method, { kind: 'error', error: 'not_found' }, 100)
    }
  },
  limits: [75, 150, 2_000, 3_000, 4_000, 9_000],
  people: [person('U1', 'Ana'), person('U2', 'Ben')],
  rooms: [room('C1'), room('C2')],
  deliveries: {
    order: ({ far }, trouble) => far.fault('chat.postMessage', faultFor(trouble)),
    sends: ({ far }) => far.callsOf('chat.postMessage').map(({ at }) => at),
    findsOut: { person: true, room: false },
    gapMs: 1_000,
    forbid: ({ far }, to) =>
      far.fault('chat.postMessage', {
        kind: 'error',
        error: to === 'person' ? 'messages_tab_disabled' : 'restricted_action',
      }),
    forgetChat: () => undefined,
    opened: ({ far }) => far.callsOf('conversations.open').length,
    speaking: { person: 'a slash command in a direct conversation', room: 'a slash command in a channel' },
  },
  refusals: {
    'the account is unknown': refusal('person', 'gone', 'conversations.open', 'user_not_found'),
    'the account is deactivated': refusal('person', 'gone', 'conversations.open', 'user_disabled'),
    'the account is a bot': refusal('person', 'gone', 'conversations.open', 'cannot_dm_bot'),
    'Slack limits the opening': limited('conversations.open'),
    'the opening is broken off': {
      to: 'person',
      means: 'retryable',
      order: ({ far }) => far.fault('conversations.open', { kind: 'reset', before: true }),
    },
    'direct messages are switched off': refusal(
      'person',
      'paced',
      'chat.postMessage',
      'messages_tab_disabled',
    ),
    'the workspace forbids it': refusal('room', 'paced', 'chat.postMessage', 'restricted_action'),
    'the channel is gone': refusal('room', 'gone', 'chat.postMessage', 'channel_not_found'),
    'the channel is archived': refusal('room', 'gone', 'chat.postMessage', 'is_archived'),
    'the bot is not in the channel': refusal('room', 'gone', 'chat.postMessage', 'not_in_channel'),
    'the token is revoked': refusal('person', 'auth', 'chat.postMessage', 'token_revoked'),
    'the token is wrong': refusal('room', 'auth', 'chat.postMessage', 'invalid_auth'),
    'the bot was removed': refusal('room', 'auth', 'chat.postMessage', 'account_inactive'),
    'a scope is missing': refusal('person', 'auth', 'chat.postMessage', 'missing_scope'),
    'Slack takes no such message': refusal('person', 'invalid', 'chat.postMessage', 'invalid_blocks'),
    'Slack says a word that nobody knows': refusal('room', 'invalid', 'chat.postMessage', 'something_new'),
    'Slack says that it is limited': refusal('room', 'retryable', 'chat.postMessage', 'ratelimited'),
    'Slack has a fault of its own': refusal('room', 'ambiguous', 'chat.postMessage', 'internal_error'),
    'Slack broke down over it': refusal('room', 'ambiguous', 'chat.postMessage', 'fatal_error'),
    'the app is not installed': {
      to: 'person',
      means: 'auth',
      order: ({ far }) => far.revoke('xoxb-1', 'invalid_auth'),
    },
  },
})

function person(account: string, name: string) {
  return { platform: 'slack', tenant: 'T1', account, email: null, name }
}

function room(channel: string) {
  return { platform: 'slack', tenant: 'T1', channel, private: false }
}

function refusal(
  to: 'person' | 'room',
  means: Refusal<SlackBench>['means'],
  method: string,
  error: string,
): Refusal<SlackBench> {
  return { to, means, order: ({ far }) => far.fault(method, { kind: 'error', error }) }
}

function limited(method: string): Refusal<SlackBench> {
  return {
    to: 'person',
    means: 'retryable',
    order: ({ far }) => far.fault(method, { kind: 'status', status: 429, retryAfter: 5 }),
  }
}

function faultFor(trouble: Trouble): Fault {
  switch (trouble.kind) {
    case 'limited': {
      const { afterSeconds } = trouble
      return {
        kind: 'status',
        status: 429,
        ...(afterSeconds === undefined ? {} : { retryAfter: afterSeconds }),
      }
    }
    case 'broken':
      return { kind: 'status', status: 503 }
    case 'reset':
      return trouble
    case 'silent':
      return { kind: 'hang' }
    case 'slow':
      return { kind: 'slow', ms: trouble.ms }
  }
}

/** What was typed, as it comes in: signs are escaped, and addresses and calls to all are tokens. */
function asSlackWrites(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?<=^|\s)@(here|channel|everyone)\b/g, '<!$1>')
    .replace(/(?<=^|\s)https:\/\/\S+/g, '<$&>')
}
