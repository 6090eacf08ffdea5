import type { Transaction } from 'kysely'

import type { Context, Letter, Notice, Refusal } from '../../commands/define.ts'
import { featureHelp, overview } from '../../commands/help.ts'
import { type Caller, identify, meet } from '../../db/directory/identities.ts'
import type { Database } from '../../db/store/schema.ts'
import type { Answer, Invocation } from '../core/invocation.ts'
import { missing, readValues } from '../core/language/values.ts'
import { type Button, block, type Message, message } from '../core/message.ts'
import { dayOf } from '../core/time/day.ts'
import { authorize, authorizeFor } from './authorize.ts'
import type { House } from './house.ts'
import { ask, atItsOption, confirm, withButtons } from './questions.ts'
import { readersFor } from './readers.ts'
import { type Asked, readInput } from './readInput.ts'

/** What is known of a turn so far, for the audit log whatever becomes of it. */
export interface Turn {
  caller: Caller | null
  command: string
  /** Undefined until it is known that the caller may use the command at all. */
  fields: Readonly<Record<string, string>> | undefined
  subject: string | null
  notices: Notice[]
  letters: Letter[]
}

/**
 * Identifies, reads, authorizes and runs: everything that one invocation does inside its transaction. What was
 * asked is read here where it is not given, so that the caller of a line that cannot be read is known as well.
 */
export async function act(
  house: House,
  trx: Transaction<Database>,
  invocation: Invocation,
  turn: Turn,
  now: Date,
  asked?: Asked,
): Promise<Answer> {
  turn.caller = await whoSpeaks(trx, invocation, now)
  const typed = asked ?? readInput(house.features, invocation)
  if (typed.kind === 'help') {
    const feature = house.features.find((candidate) => candidate.name === typed.feature?.name)
    return answerWith(
      'caller',
      feature ? featureHelp(feature) : overview(house.features, turn.caller !== null),
    )
  }
  const { command, words, fields } = typed
  turn.command = words
  const caller = authorize(command.access, turn.caller, words)
  turn.fields = fields
  const wanted = missing(command.options, fields)
  if (wanted.length > 0 || typed.ask) return ask(house.features, words, fields, wanted)

  const zone = caller?.zone ?? 'UTC'
  const readers = readersFor(trx, now, zone)
  const values = await readValues(command.options, fields, readers).catch((error: unknown) => {
    throw withButtons(error, words, fields)
  })
  // To somebody who may not, no form is offered either.
  turn.fields = undefined
  authorizeFor(command.access, caller, values)
  turn.fields = fields
  if (command.confirm && !typed.confirmed) return confirm(command.confirm, words, fields, values)

  const context: Context = {
    db: trx,
    now,
    zone,
    today: dayOf(now, zone),
    // Only `everyone` lets an unlinked account in, and those handlers look at the invocation alone.
    caller: caller ?? nobody,
    invocation,
    notify: (notices) => {
      turn.notices.push(...notices)
    },
    hasMail: house.hasMail,
    mail: (letter) => {
      turn.letters.push(letter)
    },
    about: (subject) => {
      turn.subject = subject
    },
  }
  const reply = await command.run(context, values).catch((error: unknown) => {
    throw withButtons(atItsOption(error), words, fields)
  })
  return isRefusal(reply)
    ? { outcome: 'refused', audience: 'caller', message: message(reply.text, buttonBlock(reply.buttons)) }
    : answerWith(command.audience, reply)
}

async function whoSpeaks(
  trx: Transaction<Database>,
  { caller: account, vouchedEmail, profile }: Invocation,
  now: Date,
): Promise<Caller | null> {
  const caller = await identify(trx, { ...account, vouchedEmail: vouchedEmail ?? null }, now)
  return caller && profile ? meet(trx, account, caller, profile, now) : caller
}

const nobody: Caller = {
  personId: 0,
  name: '',
  email: null,
  zone: 'UTC',
  locale: null,
  isSecretariat: false,
  isCoordinator: false,
  entityId: null,
  entityAcronym: null,
  roles: [],
  linked: false,
  zoneFrom: 'directory',
  fault: null,
}

function answerWith(audience: Answer['audience'], said: Message): Answer {
  return { outcome: 'done', audience, message: said }
}

/** The block of these buttons, where there are any. */
export function buttonBlock(buttons: readonly Button[]) {
  return buttons.length > 0 ? block.buttons(...buttons) : undefined
}

function isRefusal(reply: Message | Refusal): reply is Refusal {
  return 'kind' in reply
}
