import { app, places } from '../../support/teams/far/defaults.ts'
import { personalId } from '../../support/teams/far/directory.ts'
import type { Fault } from '../../support/teams/far/faults.ts'
import { message } from '../../support/teams/sent/activities.ts'
import { taskSubmit } from '../../support/teams/sent/invokes.ts'
import { adapterContract } from '../contract/contract.ts'
import { freshId } from '../contract/declare.ts'
import type { Refusal, Target, Trouble } from '../contract/subject.ts'
import { caller, people, rooms, type TeamsBench, teamsBench } from './contract/bench.ts'
import { buttons } from './contract/buttons.ts'
import { files } from './contract/files.ts'
import { events, filledIn, ignored } from './contract/samples.ts'

adapterContract<TeamsBench>({
  name: 'Teams',
  open: teamsBench,
  events,
  repeats: [
    'a message in the personal chat',
    'a mention in a channel',
    'a mention in a thread',
    'a mention in a group chat',
    'a command that is said to the bot alone',
    'a press in a channel',
    'a press in the personal chat',
    'a press of a client that knows no better',
  ],
  ignored,
  typed: {
    bring: (bench, text) => bench.bring(message(`/meeting list ${asTeamsWrites(text)}`, bench.at())),
    cannot: {},
  },
  files,
  buttons,
  doubleClick: 'two presses',
  sendForm: (bench, name) =>
    bench.bring(taskSubmit(filledIn(name), bench.at({ where: 'personal', id: freshId() }))),
  ackMs: 3_000,
  closeLate({ far }) {
    far.targeting = 403
  },
  limits: [60, 150, 300, 1_000, 1_250, 2_500, 4_000],
  people: [person(0), person(1)],
  rooms: [room(0), room(1)],
  deliveries: {
    order: ({ far }, trouble) => far.fault('send', faultFor(trouble)),
    sends: ({ far }) => far.callsOf('send').map(({ at }) => at),
    findsOut: { person: false, room: false },
    gapMs: 500,
    forbid: ({ far }) => far.fault('send', { kind: 'status', status: 403 }),
    forgetChat: (bench) => bench.forget('chat'),
    opened: ({ far }) => far.callsOf('create').length,
    speaking: { person: 'a message in the personal chat', room: 'a mention in a channel' },
  },
  refusals: {
    'the person has blocked the bot': {
      to: 'person',
      means: 'gone',
      order: ({ far }) => far.block(personalId(caller.id)),
    },
    'the person has switched the bot off': refusal('person', 'gone', 403, 'BotDisabledByUser'),
    'an administrator has switched the app off': refusal('person', 'paced', 403, 'BotDisabledByAdmin'),
    'the channel is gone': { to: 'room', means: 'gone', order: ({ far }) => far.remove(rooms[0]) },
    'the bot is not in the team any more': {
      to: 'room',
      means: 'gone',
      order: ({ far }) => far.removeBot(places.team),
    },
    'Teams forbids it without saying why': refusal('room', 'paced', 403),
    'the address is not known': refusal('room', 'gone', 404),
    'the bot is not registered': refusal('person', 'auth', 400, 'BotNotRegistered'),
    'the message is too big': refusal('room', 'invalid', 413, 'MessageSizeTooBig'),
    'Teams takes no such message': refusal('person', 'invalid', 400, 'BadSyntax'),
    'something else was done at the same time': refusal('room', 'retryable', 412, 'PreconditionFailed'),
    'a gateway has nobody behind it': refusal('room', 'retryable', 502),
    'a gateway got no answer in time': refusal('person', 'retryable', 504),
    'Teams has waited too long': refusal('person', 'ambiguous', 408),
    'Teams cannot serve just now': refusal('room', 'ambiguous', 503),
    'the secret is wrong': {
      to: 'room',
      means: 'auth',
      order(bench) {
        bench.far.login.registration.secret = 'another one'
        bench.outliveToken()
      },
    },
    'tokens are not to be had': {
      to: 'person',
      means: 'retryable',
      order(bench) {
        bench.far.fault('token', { kind: 'status', status: 503 })
        bench.outliveToken()
      },
    },
    'nobody has met the person': {
      to: 'person',
      means: 'gone',
      order: (bench) => bench.forget('person'),
    },
    'the app is not installed for the person': opening('paced', ({ far }) =>
      far.removeBot(personalId(caller.id)),
    ),
    'the account is gone': opening('paced', ({ far }) => far.removeUser(caller.id)),
    'Teams limits the opening': opening('retryable', ({ far }) =>
      far.fault('create', { kind: 'status', status: 429, retryAfter: 5 }),
    ),
    'the opening is broken off': opening('retryable', ({ far }) =>
      far.fault('create', { kind: 'reset', before: false }),
    ),
    'the opening meets a broken server': opening('retryable', ({ far }) =>
      far.fault('create', { kind: 'status', status: 500 }),
    ),
  },
})

function person(which: 0 | 1) {
  const { aadObjectId: account, name } = people[which]
  return { platform: 'teams', tenant: app.tenant, account, email: null, name }
}

function room(which: 0 | 1) {
  return { platform: 'teams', tenant: app.tenant, channel: rooms[which], private: false }
}

function refusal(
  to: Target,
  means: Refusal<TeamsBench>['means'],
  status: number,
  code?: string,
): Refusal<TeamsBench> {
  const fault = { kind: 'status', status, ...(code === undefined ? {} : { code }) } as const
  return { to, means, order: ({ far }) => far.fault('send', fault) }
}

/** The personal chat is to be opened first, and that fails. */
function opening(
  means: Refusal<TeamsBench>['means'],
  order: (bench: TeamsBench) => void,
): Refusal<TeamsBench> {
  return {
    to: 'person',
    means,
    async order(bench) {
      await bench.forget('chat')
      order(bench)
    },
  }
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
      return { kind: 'slow', ms: trouble.ms }
  }
}

/** What was typed, as it comes in. */
function asTeamsWrites(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
