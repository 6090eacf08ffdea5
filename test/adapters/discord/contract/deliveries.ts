import { places } from '../../../support/discord/far/defaults.ts'
import type { Fault, Kind } from '../../../support/discord/far/faults.ts'
import type { Deliveries, Refusal, Table, Target, Trouble } from '../../contract/subject.ts'
import { caller, type DiscordBench, rooms } from './bench.ts'

/** What may happen to a message on its way. */
export const deliveries: Deliveries<DiscordBench> = {
  order: ({ far }, trouble) => far.fault('send', faultFor(trouble)),
  sends: ({ far }) => far.callsOf('send').map(({ at }) => at),
  findsOut: { person: 'nonce', room: 'nonce' },
  gapMs: 250,
  forbid: ({ far }, to) =>
    far.fault('send', { kind: 'status', status: 403, code: to === 'person' ? 50_007 : 50_013 }),
  forgetChat: () => undefined,
  opened: ({ far }) => far.callsOf('direct').length,
  speaking: { person: 'a command in the direct conversation', room: 'a command in a channel' },
}

type Means = Refusal<DiscordBench>['means']

/** How Discord says no. */
export const refusals: Table<Refusal<DiscordBench>> = {
  'the person takes no direct messages': {
    to: 'person',
    means: 'paced',
    order: ({ far }) => far.closeDirect(caller.id),
  },
  'the person is in no server of the bot any more': {
    to: 'person',
    means: 'gone',
    order: ({ far }) => far.removeMember(places.guild, caller.id),
  },
  'the bot is in no server of the person any more': {
    to: 'person',
    means: 'gone',
    order: ({ far }) => far.removeBot(places.guild),
  },
  'the account is gone': {
    to: 'person',
    means: 'gone',
    order: ({ far }) => void far.users.delete(caller.id),
  },
  'the channel is gone': { to: 'room', means: 'gone', order: ({ far }) => far.removeChannel(rooms[0]) },
  'the bot was taken out of the server': {
    to: 'room',
    means: 'paced',
    order: ({ far }) => far.removeBot(places.guild),
  },
  'the bot does not see the channel': {
    to: 'room',
    means: 'paced',
    order: ({ far }) => far.allow(rooms[0], 'none'),
  },
  'the bot may not write in the channel': {
    to: 'room',
    means: 'paced',
    order: ({ far }) => far.allow(rooms[0], 'read'),
  },
  'the token is not taken': { to: 'room', means: 'auth', order: ({ far }) => far.revokeToken() },
  'the token is not taken for a moment': refusal('person', 'auth', 401, 0),
  'Discord takes no such message': refusal('person', 'invalid', 400, 50_035),
  'the message is too big': refusal('room', 'invalid', 413, 40_005),
  'Discord forbids it without saying why': refusal('room', 'paced', 403),
  'the address is not known': refusal('room', 'gone', 404),
  'a gateway has nobody behind it': refusal('person', 'retryable', 502),
  'Discord cannot serve just now': refusal('room', 'retryable', 503),
  'Discord limits it with a wait in the header alone': refusal('room', 'retryable', 429, 0, {
    retryAfter: 5,
    waitIn: 'header',
  }),
  'Discord limits the opening': opening({ kind: 'status', status: 429, retryAfter: 5 }),
  'the opening meets a broken server': opening({ kind: 'status', status: 500 }),
  'the opening is broken off before it was done': opening({ kind: 'reset', before: true }),
  'the opening is broken off when it was done': opening({ kind: 'reset', before: false }),
  'the opening is never answered': opening({ kind: 'hang' }),
  'the opening is not allowed': opening({ kind: 'status', status: 401 }, 'auth'),
}

function refusal(
  to: Target,
  means: Means,
  status: number,
  code = 0,
  more: { readonly retryAfter?: number; readonly waitIn?: 'header' | 'body' } = {},
): Refusal<DiscordBench> {
  return ordered('send', to, means, { kind: 'status', status, code, ...more })
}

/** The direct conversation is to be opened first, and that fails. */
function opening(fault: Fault, means: Means = 'retryable'): Refusal<DiscordBench> {
  return ordered('direct', 'person', means, fault)
}

function ordered(kind: Kind, to: Target, means: Means, fault: Fault): Refusal<DiscordBench> {
  return { to, means, order: ({ far }) => far.fault(kind, fault) }
}

function faultFor(trouble: Trouble): Fault {
  switch (trouble.kind) {
    case 'limited': {
      const { afterSeconds: retryAfter } = trouble
      return { kind: 'status', status: 429, ...(retryAfter === undefined ? {} : { retryAfter }) }
    }
    case 'broken':
      return { kind: 'status', status: 500 }
    case 'reset':
      return trouble
    case 'silent':
      return { kind: 'hang' }
    case 'slow':
      return trouble
  }
}
