import type { UpdateVersion } from '../../../db/newsletter/updates.ts'

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

/** How many words two texts have in common, as a share of all their words. */
function sharedWords(one: string, other: string): number {
  const [left, right] = [wordsOf(one), wordsOf(other)]
  const shared = [...left].filter((word) => right.has(word)).length
  return shared / Math.max(1, left.size + right.size - shared)
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).slice(0, 500))
}
