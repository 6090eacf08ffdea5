/** Small words within the names of places. */
const withinNames = /^(?:and|of|the|de|la|le|les|du|des|del|da|do|di|al|el|y|online)$/i

const mostWords = 8

/**
 * Whether all that stands behind `link:` or `place:` within a sentence, up to the next name, is a value of it: a web
 * address, or the name of a place.
 */
export function isWholeValue(name: string, behind: string): boolean {
  const value = behind.trim().replace(/ ?[,;.]$/u, '')
  if (name === 'link') return /^(?:https?:\/\/|www\.)[^\s()<>]+$/u.test(value)
  if (name !== 'place' || /[:;!?()\n]/u.test(value)) return false
  const words = value.split(/[\s,]+/u)
  return (
    words.length <= mostWords &&
    words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || withinNames.test(word))
  )
}
