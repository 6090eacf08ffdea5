import { randomBytes } from 'node:crypto'

import type { Transaction } from 'kysely'

import type { Command, Context, Feature, Letter, Notice, Refusal } from '../commands/define.ts'
import { featureHelp, overview } from '../commands/help.ts'
import { recordAudit } from '../db/audit.ts'
import type { Store } from '../db/connect.ts'
import { type Caller, identify } from '../db/identities.ts'
import { queueNotices } from '../db/notices.ts'
import { keepAnswer, takeReceipt } from '../db/receipts.ts'
import type { Database } from '../db/schema.ts'
import { authorize, authorizeFor } from './authorize.ts'
import { type Catalog, commandWords, findCommand, usage } from './core/catalog.ts'
import { clean } from './core/clean.ts'
import type { Clock } from './core/clock.ts'
import { dayOf } from './core/day.ts'
import { UserError } from './core/errors.ts'
import type { Answer, Form, Invocation } from './core/invocation.ts'
import { type Button, block, type Message, message } from './core/message.ts'
import { readLine, shorten } from './core/read.ts'
import { missing, readValues } from './core/values.ts'
import type { Jobs } from './jobs.ts'
import type { Log } from './log.ts'
import { readersFor } from './readers.ts'

export interface House {
  readonly store: Store
  readonly clock: Clock
  readonly features: readonly Feature[]
  readonly jobs: Jobs
  readonly log: Log
  /** Whether letters can be sent at all. */
  readonly hasMail: boolean
}

/** What is known of a turn so far, for the audit log whatever becomes of it. */
interface Turn {
  caller: Caller | null
  command: string
  subject: string | null
  notices: Notice[]
  letters: Letter[]
}

/**
 * One invocation as one transaction. Never throws: what goes wrong for the caller is a refusal, said to the
 * caller alone; any other fault leaves nothing behind and is answered with a reference that stands in the log.
 */
export async function dispatch(house: House, invocation: Invocation): Promise<Answer> {
  const now = house.clock.now()
  const turn: Turn = { caller: null, command: '', subject: null, notices: [], letters: [] }
  try {
    const answer = await house.store.kysely
      .transaction()
      .execute((trx) => once(house, trx, invocation, turn, now))
    if (turn.notices.length > 0 || turn.letters.length > 0) house.jobs.wake()
    return answer
  } catch (error) {
    return error instanceof UserError
      ? refuse(house, invocation, turn, error, now)
      : fault(house, invocation, turn, error, now)
  }
}

/** The same delivery twice acts once and answers the same: the second waits here for the first. */
async function once(
  house: House,
  trx: Transaction<Database>,
  invocation: Invocation,
  turn: Turn,
  now: Date,
): Promise<Answer> {
  const receipt = receiptOf(invocation)
  if (receipt) {
    const taken = await takeReceipt(trx, receipt, now)
    if (taken.kind === 'seen') return taken.answer as Answer
  }
  const answer = await act(house, trx, invocation, turn, now)
  if (turn.notices.length > 0) {
    await house.jobs.deliver(trx, await queueNotices(trx, turn.notices, now))
  }
  await house.jobs.mail(trx, turn.letters)
  if (answer.outcome !== 'asked') await audit(trx, invocation, turn, answer.outcome, now)
  if (receipt) await keepAnswer(trx, receipt, answer)
  return answer
}

async function act(
  house: House,
  trx: Transaction<Database>,
  invocation: Invocation,
  turn: Turn,
  now: Date,
): Promise<Answer> {
  turn.caller = await identify(
    trx,
    { ...invocation.caller, vouchedEmail: invocation.vouchedEmail ?? null },
    now,
  )
  const typed = read(house.features, invocation)
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
  const wanted = missing(command.options, fields)
  if (wanted.length > 0) return ask(house.features, words, fields, wanted)

  const zone = caller?.zone ?? 'UTC'
  const readers = readersFor(trx, now, zone)
  const values = await readValues(command.options, fields, readers).catch((error: unknown) => {
    throw withButtons(error, words, fields)
  })
  authorizeFor(command.access, caller, values)
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
    throw withButtons(error, words, fields)
  })
  return isRefusal(reply)
    ? { outcome: 'refused', audience: 'caller', message: message(reply.text, buttonBlock(reply.buttons)) }
    : answerWith(command.audience, reply)
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
}

interface Read {
  readonly kind: 'command'
  readonly command: Command
  readonly words: string
  readonly fields: Readonly<Record<string, string>>
  readonly confirmed: boolean
}

function read(
  features: readonly Feature[],
  { input }: Invocation,
): Read | { kind: 'help'; feature: { name: string } | undefined } {
  if (input.kind === 'line') {
    const typed = readLine(features, input.text)
    if (typed.kind === 'help') return typed
    const words = commandWords(typed.feature, typed.command)
    return {
      kind: 'command',
      command: commandOf(features, words),
      words,
      fields: typed.fields,
      confirmed: typed.confirmed,
    }
  }
  const fields = Object.fromEntries(Object.entries(input.fields).map(([name, text]) => [name, clean(text)]))
  const command = commandOf(features, input.command)
  return { kind: 'command', command, words: input.command, fields, confirmed: input.confirmed ?? false }
}

function commandOf(features: readonly Feature[], words: string): Command {
  const [name, action = ''] = words.split(' ')
  const command = features
    .find((feature) => feature.name === name)
    ?.commands.find((candidate) => candidate.name === action)
  if (!command)
    throw new UserError(`There is no command /${shorten(words)} any more. /help shows what there is.`)
  return command
}

function ask(
  catalog: Catalog,
  words: string,
  fields: Readonly<Record<string, string>>,
  wanted: readonly string[],
): Answer {
  const found = findCommand(catalog, words)
  if (!found) throw new Error(`no command ${words}`)
  const { feature, command } = found
  const form: Form = {
    command: words,
    title: `/${words}`,
    given: fields,
    fields: Object.entries(command.options)
      .filter(([name]) => wanted.includes(name))
      .map(([name, option]) => ({ name, option })),
  }
  const what = form.fields.map(({ name, option }) => `${name} (${option.about})`).join('; ')
  return {
    outcome: 'asked',
    audience: 'caller',
    message: message(`/${words} still needs: ${what}.`, block.text(`Wanted: ${usage(feature, command)}`)),
    form,
  }
}

/** Asks before something destructive; the button names the very records that the question names. */
function confirm(
  question: string,
  words: string,
  fields: Readonly<Record<string, string>>,
  values: Readonly<Record<string, unknown>>,
): Answer {
  const names = Object.entries(fields).map(([name, typed]) => ({ name, ...nameOf(values[name], typed) }))
  const text = question.replace(
    /\{([\w-]+)\}/g,
    (_, wanted: string) => names.find(({ name }) => name === wanted)?.label ?? '',
  )
  const exact = Object.fromEntries(names.map(({ name, handle }) => [name, handle]))
  const yes: Button = {
    label: 'Yes, go ahead',
    command: words,
    values: exact,
    style: 'danger',
    confirmed: true,
  }
  return {
    outcome: 'asked',
    audience: 'caller',
    message: message(`${text} Nothing has been changed yet.`, block.buttons(yes)),
  }
}

/** What a value is called in a sentence, and what to type for just that one. */
function nameOf(value: unknown, typed: string): { readonly label: string; readonly handle: string } {
  if (typeof value !== 'object' || value === null) return { label: typed, handle: typed }
  if ('title' in value && 'id' in value)
    return { label: `M${value.id} ${value.title}`, handle: `M${value.id}` }
  return 'acronym' in value
    ? { label: String(value.acronym), handle: String(value.acronym) }
    : { label: typed, handle: typed }
}

/** What an option at fault may have meant becomes a button of the same command. */
function withButtons(error: unknown, words: string, fields: Readonly<Record<string, string>>): unknown {
  if (!(error instanceof UserError) || error.choices.length === 0 || error.option === undefined) return error
  const { option } = error
  const buttons = error.choices.map(
    ({ label, value }): Button => ({ label, command: words, values: { ...fields, [option]: value } }),
  )
  return new UserError(error.message, { option, buttons: [...buttons, ...error.buttons] })
}

function answerWith(audience: Answer['audience'], said: Message): Answer {
  return { outcome: 'done', audience, message: said }
}

function buttonBlock(buttons: readonly Button[]) {
  return buttons.length > 0 ? block.buttons(...buttons) : undefined
}

function isRefusal(reply: Message | Refusal): reply is Refusal {
  return 'kind' in reply
}

/** The transaction was rolled back; that somebody tried is recorded, and the same event is refused the same. */
async function refuse(
  house: House,
  invocation: Invocation,
  turn: Turn,
  error: UserError,
  now: Date,
): Promise<Answer> {
  const answer: Answer = {
    outcome: 'refused',
    audience: 'caller',
    message: message(error.message, buttonBlock(error.buttons)),
  }
  try {
    return await house.store.kysely.transaction().execute(async (trx) => {
      const receipt = receiptOf(invocation)
      if (receipt) {
        const taken = await takeReceipt(trx, receipt, now)
        if (taken.kind === 'seen') return taken.answer as Answer
      }
      await audit(trx, invocation, turn, 'refused', now)
      if (receipt) await keepAnswer(trx, receipt, answer)
      return answer
    })
  } catch (cause) {
    return fault(house, invocation, turn, cause, now)
  }
}

async function fault(
  house: House,
  invocation: Invocation,
  turn: Turn,
  error: unknown,
  now: Date,
): Promise<Answer> {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  const { platform } = invocation.caller
  house.log.error(
    { err: error, reference, command: turn.command, platform, personId: turn.caller?.personId },
    'an invocation failed',
  )
  await house.store.kysely
    .transaction()
    .execute((trx) => audit(trx, invocation, turn, 'failed', now, reference))
    .catch((cause: unknown) =>
      house.log.error({ err: cause, reference }, 'the failure could not be recorded'),
    )
  return {
    outcome: 'failed',
    audience: 'caller',
    message: message(
      `Something went wrong on our side, and nothing was changed. Please try again; if it happens again, tell the secretariat the reference ${reference}.`,
    ),
  }
}

async function audit(
  trx: Transaction<Database>,
  { caller }: Invocation,
  turn: Turn,
  outcome: 'done' | 'refused' | 'failed',
  now: Date,
  reference: string | null = null,
): Promise<void> {
  await recordAudit(trx, {
    at: now,
    personId: turn.caller?.personId ?? null,
    platform: caller.platform,
    account: caller.account,
    command: turn.command,
    subject: turn.subject,
    outcome,
    reference,
  })
}

function receiptOf({ caller, deliveryId }: Invocation) {
  return deliveryId === undefined
    ? undefined
    : { platform: caller.platform, tenant: caller.tenant, deliveryId }
}
