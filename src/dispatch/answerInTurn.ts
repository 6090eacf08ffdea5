import { forReading } from '../../db/store/db.ts'
import { UserError } from '../core/errors.ts'
import type { Answer, Invocation } from '../core/invocation.ts'
import { disclose, noteInLog } from './afterCommand.ts'
import { asCard } from './answers/asCard.ts'
import { askedTooMuch } from './answers/askedTooMuch.ts'
import { auditEntry } from './audit.ts'
import { authorize } from './caller/authorize.ts'
import { bringsNews } from './caller/identifyCaller.ts'
import { contextOf } from './contextOf.ts'
import { dispatch } from './dispatch.ts'
import { type ReadCommand, readInput } from './readInput.ts'
import type { Services } from './services.ts'
import { noteTakenMessage } from './takenMessage.ts'
import { newTrace } from './trace.ts'
import type { Lanes } from './turns.ts'

type ByKey = ReadCommand & { readonly command: Required<Pick<ReadCommand['command'], 'byKey'>> }

/** One invocation, when it is its account's turn. Never throws. */
export async function answerInTurn(
  services: Services,
  { byKey, others }: Lanes,
  invocation: Invocation,
): Promise<Answer> {
  const { caller } = invocation
  const asked = readAhead(services, invocation)
  if (mayBeByKey(asked, invocation.files)) {
    const looked = await byKey.take(caller, () => lookByKey(services, invocation, asked), askedTooMuch)
    if (looked) return looked
  }
  return others.take(caller, () => dispatch(services, invocation, asked), askedTooMuch)
}

/** Undefined where reading fails, which then happens again where a fault is recorded. */
function readAhead({ features }: Services, invocation: Invocation): ReadCommand | UserError | undefined {
  try {
    return readInput(features, invocation)
  } catch {
    return undefined
  }
}

/** Whether it may be answered by one statement, which takes no connection from others. */
function mayBeByKey(
  asked: ReadCommand | UserError | undefined,
  files: Invocation['files'] = [],
): asked is ByKey {
  if (asked === undefined || asked instanceof UserError || asked.ask || files.length > 0) return false
  const { byKey, changes, access } = asked.command
  // Who may see it does not depend on what is found.
  return byKey !== undefined && !changes && (access.who === 'anyone' || access.who === 'everyone')
}

/**
 * The answer of a look-up whose key was typed; undefined where that was none, where the caller must be met first, and
 * where something went wrong: then it is asked as everything else is.
 */
async function lookByKey(
  services: Services,
  invocation: Invocation,
  asked: ByKey,
): Promise<Answer | undefined> {
  const { command, words, fields, confirmed } = asked
  const { callers, store, log, clock } = services
  const { caller: account, vouchedEmail, profile } = invocation
  const db = forReading(store.lookUps)
  const now = clock.now()
  const trace = { ...newTrace(), command: words }
  try {
    await noteTakenMessage(services, invocation, asked, now)
    trace.caller = await callers.find(db, account, vouchedEmail ?? null)
    if (trace.caller && profile && bringsNews(trace.caller, profile)) return undefined
    const caller = authorize(command.access, trace.caller, words)
    const message = await command.byKey(
      contextOf(services, db, invocation, caller, trace, now, confirmed),
      fields,
    )
    if (!message) return undefined
    if (trace.notices.length > 0 || trace.letters.length > 0)
      throw new Error(`/${words} looks up by a key and yet notifies somebody`)
    const done = { outcome: 'done', audience: command.audience, message: message } as const
    const answer = { ...asCard(done, command.heading, trace), looked: true }
    services.looked(auditEntry(invocation, trace, 'done', now))
    services.pages.answered(invocation, answer)
    noteInLog(services, invocation, trace, answer)
    disclose(services, trace, answer, now)
    return answer
  } catch (error) {
    if (!(error instanceof UserError))
      log.warn({ err: error }, 'a look-up by a key failed, and is asked again')
    return undefined
  }
}
