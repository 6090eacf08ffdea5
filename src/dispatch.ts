import { randomBytes } from 'node:crypto'

import type { Transaction } from 'kysely'

import type { Context, Feature, Letter, Notice, Refusal } from '../commands/define.ts'
import { featureHelp, overview } from '../commands/help.ts'
import { recordAudit } from '../db/audit.ts'
import type { Store } from '../db/connect.ts'
import { type Caller, identify, meet } from '../db/identities.ts'
import { queueNotices } from '../db/notices.ts'
import { keepAnswer, takeReceipt } from '../db/receipts.ts'
import type { Database } from '../db/schema.ts'
import { authorize, authorizeFor } from './authorize.ts'
import type { Change } from './core/adapter.ts'
import type { Clock } from './core/clock.ts'
import { dayOf } from './core/day.ts'
import { UserError } from './core/errors.ts'
import type { Answer, Invocation } from './core/invocation.ts'
import { type Button, block, type Message, message } from './core/message.ts'
import { missing, readValues } from './core/values.ts'
import { readInput } from './input.ts'
import type { Jobs } from './jobs.ts'
import type { Log } from './log.ts'
import { ask, atItsOption, confirm, formOf, withButtons } from './questions.ts'
import { readersFor } from './readers.ts'

export interface House {
  readonly store: Store
  readonly clock: Clock
  readonly features: readonly Feature[]
  readonly jobs: Jobs
  readonly log: Log
  /** Whether letters can be sent at all. */
  readonly hasMail: boolean
  /** Hears what was changed, once it is committed. */
  readonly changed: (change: Change) => void
}

/** What is known of a turn so far, for the audit log whatever becomes of it. */
interface Turn {
  caller: Caller | null
  command: string
  /** Undefined until it is known that the caller may use the command at all. */
  fields: Readonly<Record<string, string>> | undefined
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
  const turn: Turn = {
    caller: null,
    command: '',
    fields: undefined,
    subject: null,
    notices: [],
    letters: [],
  }
  try {
    const answer = await house.store.kysely
      .transaction()
      .execute((trx) => once(house, trx, invocation, turn, now))
    if (turn.notices.length > 0 || turn.letters.length > 0) house.jobs.wake()
    tellOfChange(house, turn, answer)
    return answer
  } catch (error) {
    return error instanceof UserError
      ? refuse(house, invocation, turn, error, now)
      : fault(house, invocation, turn, error, now)
  }
}

function tellOfChange(house: House, { caller, subject, notices }: Turn, { outcome }: Answer): void {
  if (outcome !== 'done' || subject === null) return
  const told = notices.flatMap(({ personId }) => (personId === undefined ? [] : [personId]))
  house.changed({ subject, people: [...(caller ? [caller.personId] : []), ...told] })
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
    if (taken.kind === 'seen') return { ...(taken.answer as Answer), repeated: true }
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
  turn.caller = await whoSpeaks(trx, invocation, now)
  const typed = readInput(house.features, invocation)
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
  const form = turn.fields && formOf(house.features, turn.command, turn.fields)
  const answer: Answer = {
    outcome: 'refused',
    audience: 'caller',
    message: message(error.message, buttonBlock(error.buttons)),
    ...(form ? { form } : {}),
    ...(error.option === undefined ? {} : { option: error.option }),
  }
  try {
    return await house.store.kysely.transaction().execute(async (trx) => {
      const receipt = receiptOf(invocation)
      if (receipt) {
        const taken = await takeReceipt(trx, receipt, now)
        if (taken.kind === 'seen') return { ...(taken.answer as Answer), repeated: true }
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
  const recorded = await house.store.kysely
    .transaction()
    .execute((trx) => audit(trx, invocation, turn, 'failed', now, reference))
    .then(
      () => true,
      (cause: unknown) => {
        house.log.error({ err: cause, reference }, 'the failure could not be recorded')
        return false
      },
    )
  return {
    ...(recorded ? {} : { unrecorded: true }),
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
