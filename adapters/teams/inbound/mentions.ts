import { array, type Json, object, text } from '../../../src/core/json.ts'

/** A text without the mention of the bot, and the text before that mention. */
export interface TextBesideMention {
  readonly before: string
  readonly text: string
}

/**
 * Reads the text addressed to the bot. Mentions of the bot are removed; those of other people become their names; text
 * that only looks like a mention, without an entity, was typed and stays.
 */
export function readSpoken(activity: Json, bot: string): TextBesideMention {
  const mentions = array(activity['entities'])
    .map(object)
    .filter((entity) => entity['type'] === 'mention')
    .map((entity) => ({
      tag: text(entity['text']) ?? '',
      own: text(object(entity['mentioned'])['id']) === bot,
      name: text(object(entity['mentioned'])['name']) ?? '',
    }))
    .filter(({ tag }) => tag !== '')
  let rest = text(activity['text']) ?? ''
  const parts: string[] = []
  let called: number | undefined
  while (rest !== '') {
    const next = first(rest, mentions)
    if (!next) break
    parts.push(readable(rest.slice(0, next.at)))
    if (next.mention.own) called ??= parts.length
    else parts.push(readable(next.mention.name))
    rest = rest.slice(next.at + next.mention.tag.length)
  }
  parts.push(readable(rest))
  const whole = (from: number, to?: number) => tidy(parts.slice(from, to).join(''))
  if (called === undefined) return { before: '', text: whole(0) }
  // A comma after the bot's name belongs to the mention.
  return { before: whole(0, called), text: whole(called).replace(/^[:,;.–—-]+\s*/, '') }
}

function first<M extends { readonly tag: string }>(rest: string, mentions: readonly M[]) {
  return mentions
    .map((mention) => ({ mention, at: rest.indexOf(mention.tag) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)[0]
}

const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** Decodes the characters that Teams escapes as HTML does. */
export function readable(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return signs[name.toLowerCase()] ?? whole
    const point = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
    const sign = point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    return sign.isWellFormed() ? sign : whole
  })
}

/** Turns every kind of blank into a space; line breaks stay. */
function tidy(text: string): string {
  return text.replace(/[^\S\r\n]+/g, ' ').trim()
}
