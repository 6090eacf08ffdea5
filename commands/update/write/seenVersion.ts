import type { UpdateVersion } from '../../../db/newsletter/updates.ts'
import { sharedWords } from '../../../src/core/text/sharedWords.ts'

/** What a form sends back; a line that gives a new text names no section. */
interface Sent {
  readonly text: string | undefined
  readonly section: string | undefined
}

/**
 * The version that the editor had before them, the latest first: a form that was opened before somebody else's edit
 * sends the words of then. A text that is none of them is taken for a change of the one that it resembles most.
 */
export function seenVersion(
  versions: readonly UpdateVersion[],
  current: number,
  { text, section }: Sent,
): UpdateVersion | undefined {
  const now = versions.find(({ version }) => version === current)
  if (text === undefined || section === undefined) return now
  const latestFirst = versions.toReversed().filter((one) => one !== now)
  const [first, ...others] = now ? [now, ...latestFirst] : latestFirst
  const same = [first, ...others].find((one) => one?.originalText === text)
  if (same) return same
  return others.reduce(
    (best, one) =>
      best && sharedWords(best.originalText, text) >= sharedWords(one.originalText, text) ? best : one,
    first,
  )
}
