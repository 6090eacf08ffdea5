import type { UpdateSource } from '../../../db/newsletter/sources/changedSources.ts'
import { sharedWords } from '../../../src/core/text/sharedWords.ts'
import { splitItems } from '../../../src/newsletter/pasted/pasted.ts'

/**
 * What an update would say if it followed its message: of a message from which several were taken, the item that
 * resembles it most; undefined where nothing of it changed.
 */
export function followedText(
  { nowSays, siblings }: Pick<UpdateSource, 'nowSays' | 'siblings'>,
  now: string,
): string | undefined {
  if (nowSays === null) return undefined
  const items = siblings > 1 ? splitItems(nowSays) : [nowSays]
  const text = items.reduce((best, one) => (sharedWords(one, now) > sharedWords(best, now) ? one : best))
  return text.trim() === now.trim() ? undefined : text
}
