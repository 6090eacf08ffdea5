import type { Transaction } from 'kysely'

import { queueNotices } from '../../db/ledger/notices.ts'
import { keepAnswer, takeReceipt } from '../../db/ledger/receipts.ts'
import type { Database } from '../../db/store/schema.ts'
import { UserError } from '../core/errors.ts'
import { newFault } from '../core/fault.ts'
import type { Answer, Invocation } from '../core/invocation.ts'
import { message } from '../core/message.ts'
import { audit, entryOf } from './audit.ts'
import type { House } from './house.ts'
import { formOf } from './questions.ts'
import { type Asked, onlyLooks, readInput } from './readInput.ts'
import { act, buttonBlock, type Turn } from './turn.ts'

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
    const asked = readEarly(house, invocation)
    if (asked && onlyLooks(asked)) return await look(house, invocation, asked, turn, now)
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

/** Undefined for a line that cannot be read, which is said once it is known who typed it. */
function readEarly(house: House, invocation: Invocation): Asked | undefined {
  try {
    return readInput(house.features, invocation)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/**
 * What only looks needs no transaction, each of its queries being one, and no receipt: done twice, it has done
 * nothing twice. That saves more than half of the ways to the store.
 */
async function look(
  house: House,
  invocation: Invocation,
  asked: Asked,
  turn: Turn,
  now: Date,
): Promise<Answer> {
  // A handler that declares no change writes nothing, so it may have the store itself where others have theirs.
  const db = house.store.kysely as Transaction<Database>
  const answer = await act(house, db, invocation, turn, now, asked)
  if (turn.notices.length > 0 || turn.letters.length > 0) {
    throw new Error(`/${turn.command} has something to tell and declares no change`)
  }
  if (answer.outcome === 'done') await house.looked(entryOf(invocation, turn, 'done', now))
  else if (answer.outcome !== 'asked') await audit(db, invocation, turn, answer.outcome, now)
  return { ...answer, looked: true }
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
  const { reference, sentence } = newFault({ untouched: true })
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
    message: message(sentence),
  }
}

function receiptOf({ caller, deliveryId }: Invocation) {
  return deliveryId === undefined
    ? undefined
    : { platform: caller.platform, tenant: caller.tenant, deliveryId }
}
