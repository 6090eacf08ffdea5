import { splitEmbargo } from '../reading/embargo.ts'
import { unmark } from './marks.ts'
import { dated } from './oneLine.ts'
import { withoutBullet } from './signs.ts'

/** The lines of a text without the embargo on all of it, and until when that is; null where there is none. */
interface Freed {
  readonly lines: readonly string[]
  readonly until: string | null
}

/**
 * Takes out an embargo on every item of a text: a line that says nothing else, words above the first bullet, or those
 * that open a text without bullets. What stands inside an item is that item's own.
 */
export function embargoOfAll(lines: readonly string[]): Freed {
  const listed = lines.some((line) => withoutBullet(line).bulleted)
  const kept: string[] = []
  let until: string | null = null
  let begun = false
  for (const line of lines) {
    const { text, bulleted } = withoutBullet(line)
    const said = splitEmbargo(unmark(text).text)
    const asks = said.until !== null && dated.test(said.until)
    const isAlone = asks && !/[\p{L}\p{N}]/u.test(said.text)
    const isOfItem = listed && begun && !bulleted && /^\s/.test(line)
    const heads = asks && !begun && !bulleted && (listed || unmark(text).text.trimEnd().endsWith(said.text))
    if ((isAlone && !isOfItem) || heads) {
      until ??= said.until
      if (!isAlone) kept.push(splitEmbargo(text).text)
    } else kept.push(line)
    begun ||= listed ? bulleted && !isAlone : text.trim() !== '' && !isAlone
  }
  return { lines: kept, until }
}

/** An item that asks for the embargo on all of them, unless it asks for one of its own. */
export function embargoed(item: string, until: string): string {
  return splitEmbargo(item).until === null ? `Embargo until ${until}: ${item}` : item
}
