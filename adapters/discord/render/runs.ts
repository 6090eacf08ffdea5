import { type Runs, spanRuns, words } from '../../../src/chat/render/runs.ts'
import type { MomentSpan, Rich } from '../../../src/core/message.ts'
import { oneLine } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'

/** Reads spans as runs for Discord. */
export function runsOf(text: Rich): Runs {
  return spanRuns(text, { link: linkRuns, person: personRuns, local: localMoment })
}

/** Encodes an address so that markdown can hold it; undefined where Discord would not open it. */
function openable(address: string): string | undefined {
  const url = address.replace(/[\s()<>\\"`{}|^]/g, (sign) =>
    encodeURIComponent(sign).replace(/[()]/, encodeParenthesis),
  )
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url) && url.length <= limits.url ? url : undefined
}

/** Renders a link; the address stands beside a label that Discord does not accept or that looks like an address itself. */
function linkRuns(label: string, address: string): Runs {
  const text = oneLine(label).trim()
  const typed = oneLine(address).trim()
  const url = openable(typed)
  const same = text === '' || text === typed || text === url
  if (url === undefined) return words(same ? typed : `${text} (${typed})`)
  if (same) return [{ kind: 'words', text: url, url }]
  if (isLabel(text)) return [{ kind: 'words', text, url }]
  return [...words(`${text} (`), { kind: 'words', text: url, url }, ...words(')')]
}

/**
 * Whether a masked link shows it as it is: no backslash works in there, and emoji and whatever looks like an address
 * make Discord show the whole of it as text.
 */
function isLabel(text: string): boolean {
  return (
    text.length <= limits.linkLabel &&
    /^[\p{L}\p{N}\p{M} ,;!?'"“”‘’…–—&%()/+=.·:-]+$/u.test(text) &&
    !/[.:/]\S|:$|^\s*(?:[-+]|\d+\.)\s/u.test(text)
  )
}

/** Renders a name and an address, or an address alone; never a mention, which would notify the person. */
function personRuns(name: string, email: string): Runs {
  const address = oneLine(email).trim()
  const named = words(oneLine(name), { bold: true })
  if (named.length === 0) return words(address)
  return address === '' ? named : [...named, ...words(` (${address})`)]
}

function localMoment({ at, style }: MomentSpan): string {
  const letter = { full: 'F', day: 'D', time: 't' }[style]
  return `<t:${Math.floor(new Date(at).getTime() / 1000)}:${letter}>`
}

function encodeParenthesis(sign: string): string {
  return sign === '(' ? '%28' : '%29'
}
