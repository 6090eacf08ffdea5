import { type Runs, spanRuns, words } from '../../../src/chat/render/runs.ts'
import type { MomentSpan, Rich } from '../../../src/core/message.ts'
import { oneLine } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'

/** What a line or a paragraph says in Discord. */
export function runsOf(text: Rich): Runs {
  return spanRuns(text, { link: linkRuns, person: personRuns, local: localMoment })
}

/** An address that Discord opens, as markdown can hold it; undefined for any other. */
export function openable(address: string): string | undefined {
  const url = address.replace(/[\s()<>\\"`{}|^]/g, (sign) =>
    encodeURIComponent(sign).replace(/[()]/, encodeParenthesis),
  )
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url) && url.length <= limits.url ? url : undefined
}

/** The address stands beside a label that Discord would not have, or that looks like an address itself. */
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

/** Name and address; never a mention, which would ring. */
function personRuns(name: string, email: string): Runs {
  const address = oneLine(email).trim()
  const named = words(oneLine(name), { bold: true })
  return address === '' ? named : [...named, ...words(` (${address})`)]
}

function localMoment({ at, style }: MomentSpan): string {
  const letter = { full: 'F', day: 'D', time: 't' }[style]
  return `<t:${Math.floor(new Date(at).getTime() / 1000)}:${letter}>`
}

function encodeParenthesis(sign: string): string {
  return sign === '(' ? '%28' : '%29'
}
