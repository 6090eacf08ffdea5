import { spotsIn } from '../../places/spots.ts'
import { wordsOf } from '../../words/words.ts'
import { dated } from '../oneLine.ts'
import { withEntity } from '../table/sentence.ts'

/** A heading above bullets: whose they are, when and where they were, or what they only have in common. */
export interface Heading {
  readonly text: string
  readonly kind: 'entity' | 'day' | 'place' | 'other'
}

/** The longest heading that says more than what it heads. */
const longest = 60

const acronym = /(?<![\p{L}\p{N}])(?:UN[ -]\p{Lu}[\p{L}]{2,20}|\p{Lu}[\p{Lu}\p{Nd}-]{1,20})(?![\p{L}\p{N}])/gu

/** A line above bullets, without marks and its colon. */
export function readHeading(line: string): Heading {
  const whole = line.trim()
  if (whole.length > longest) return { text: whole, kind: 'other' }
  const text = whole.replace(/^[*_#\s]{1,8}|[\s*_:：/–—-]{1,8}$/g, '')
  return { text, kind: kindOf(text) }
}

function kindOf(text: string): Heading['kind'] {
  if (text !== '' && text.replace(acronym, '').replace(/\b(?:and|with|et|y)\b|[\s,&/+()-]/g, '') === '')
    return 'entity'
  if (!isLabel(text)) return 'other'
  if (dated.test(text)) return 'day'
  return spotsIn(wordsOf(text)).size > 0 ? 'place' : 'other'
}

/** `Nairobi, 3-5 November`, and no sentence: each word has a capital or a number, but for small ones. */
function isLabel(text: string): boolean {
  return text
    .split(/\s+/)
    .every(
      (word) =>
        /^[("“]?[\p{Lu}\p{Lo}\p{Nd}–-]/u.test(word) || /^(?:of|and|the|in|to|de|du|la|et|y)$/.test(word),
    )
}

/** An item as it reads without the heading above it; undefined where the heading adds nothing to it. */
export function under({ text, kind }: Heading, item: string): string | undefined {
  switch (kind) {
    case 'entity':
      return opensWithAcronym(item) || item.includes(text) ? undefined : withEntity(item, text)
    case 'day':
      return dated.test(item) ? undefined : `${text}: ${item}`
    case 'place':
      return spotsIn(wordsOf(item)).size > 0 ? undefined : `${text}: ${item}`
    case 'other':
      return undefined
  }
}

function opensWithAcronym(item: string): boolean {
  return item.slice(0, 40).search(acronym) === 0
}
