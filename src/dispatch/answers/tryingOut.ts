import type { Trx } from '../../../db/store/db.ts'
import { takenBackIf } from '../../../db/store/savepoints/takenBackIf.ts'
import { tryOut } from '../../../db/store/savepoints/tryOut.ts'
import type { Question, Refusal } from '../../core/feature/feature.ts'
import type { Message } from '../../core/message.ts'
import type { Run } from '../run.ts'
import type { Context } from '../services.ts'
import { isMany, manyOf, questionToMany } from './beforeMany.ts'

/** What a handler answers. */
export type Reply = Message | Refusal | Question

/** Runs a command; what is about to write to many people at once, and did not ask, is taken back and asked about. */
export async function unlessMany(
  context: Context,
  trace: Run['trace'],
  run: () => Promise<Reply>,
): Promise<Reply> {
  if (!Number.isFinite(context.askAbove)) return run()
  const before = standOf(trace)
  const isTooMany = (reply: Reply) => !('kind' in reply) && isMany(context, before.notices())
  const reply = await takenBackIf(context.db, run, isTooMany)
  if (!isTooMany(reply)) return reply
  const notices = before.notices()
  before.bringBack()
  const many = await manyOf(context, notices)
  return many ? questionToMany(many, notices) : reply
}

/** Runs a command for its reply and for whom it would tell, and takes back what it writes, notifies and mails. Raises what it raises. */
export async function dryRun(trx: Trx, trace: Run['trace'], run: () => Promise<Reply>) {
  const before = standOf(trace)
  try {
    return { reply: await tryOut(trx, run), notices: before.notices() }
  } finally {
    before.bringBack()
  }
}

/** Runs a command that only looks, for its reply alone: whose addresses it shows is not recorded. Raises what it raises. */
export async function lookRun(trace: Run['trace'], run: () => Promise<Reply>): Promise<Reply> {
  const before = standOf(trace)
  try {
    return await run()
  } finally {
    before.bringBack()
  }
}

/** What an invocation has told so far; `notices` are those that came since. */
function standOf(trace: Run['trace']) {
  const { subject, notices, letters, shown } = trace
  const lists = [notices, letters, shown].map((list) => ({ list, length: list.length }))
  const told = notices.length
  return {
    notices: () => notices.slice(told),
    bringBack() {
      for (const { list, length } of lists) list.length = length
      trace.subject = subject
    },
  }
}
