import { type UpdateOfMessage, updatesOfMessage } from '../../../db/newsletter/sources/changedSources.ts'
import { lastTaken, linkSource } from '../../../db/newsletter/sources/takenMessages.ts'
import { sharedWords } from '../../../src/core/text/sharedWords.ts'
import type { Context } from '../../define.ts'

/** A text that shares fewer of its words with a message was not taken from it, or was written anew. */
const leastShared = 0.5

/** The message of the chat that a text came of. */
export interface SourceMessage {
  readonly sourceId: number
  readonly said: string
  /** What its author took from the same message before, where that is one update that may still be changed. */
  readonly before: UpdateOfMessage | undefined
}

/**
 * The message that a text came of: between a shortcut and its form, or a question and its answer, the caller may have
 * changed the words, so it is the one that they resemble most of those taken lately.
 */
export async function sourceMessageOf(
  { db, invocation, caller, now }: Context,
  text: string,
): Promise<SourceMessage | undefined> {
  const { platform, tenant, account } = invocation.caller
  const taken = await lastTaken(db, { platform, tenant, account }, now)
  const [best] = taken
    .map((one) => ({ ...one, shared: sharedWords(one.said, text) }))
    .filter(({ shared }) => shared >= leastShared)
    .toSorted((one, other) => other.shared - one.shared)
  if (!best) return undefined
  const before = best.used ? await updatesOfMessage(db, best.id, caller.personId) : []
  return { sourceId: best.id, said: best.said, before: before.length === 1 ? before[0] : undefined }
}

/** Remembers that updates came of a message. */
export async function linkToMessage(
  { db }: Context,
  taken: SourceMessage,
  updates: readonly number[],
): Promise<void> {
  await linkSource(db, taken, updates)
}
