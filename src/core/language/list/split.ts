/** The names in a list, without those that an "and" joins. */
export function splitList(text: string): readonly string[] {
  return text
    .replace(/ and\/or /gi, ' and ')
    .split(/[,;\n/+|•，、]/)
    .map((part) =>
      part
        .trim()
        .replace(/^(?:and|&|plus|as well as|along with|together with) /i, '')
        .trim(),
    )
    .filter((part) => part !== '')
}

const joints = / (?:and|with|plus|as well as|along with|together with|et|avec|y|con|und|mit|&|[–—-]) /i

/** The names that an "and" joins, or acronyms side by side; none for one name. */
export function splitJoined(part: string): readonly string[] {
  const joined = part.split(joints).filter((one) => one.trim() !== '')
  if (joined.length > 1) return joined.map((one) => one.trim())
  // `UNODC WHO`: words that are nothing but acronyms.
  const words = part.split(/\s+/)
  return words.length > 1 && words.every((word) => /^[\p{Lu}\p{Nd}-]{2,}$/u.test(word)) ? words : []
}

/** The words of `unodc iom who`, which are names only where each of them is one; none for a longer or single name. */
export function sideBySide(part: string): readonly string[] {
  const words = part.split(/\s+/)
  return words.length > 1 && words.length <= mostSideBySide ? words : []
}

const mostSideBySide = 6
