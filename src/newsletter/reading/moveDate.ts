/** Words that lead to a date inside a sentence. */
const lead =
  /[\s,;]{0,3}\(?(?:\b(?:on|from|in|during|between|of|le|du|el|del)\s)?(?:the\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?$/i

/** The longest lead. */
const mostLead = 40

/** A text of one line with its date taken from inside the sentence to brackets at its end; undefined where it is not there. */
export function moveDate(typed: string, written: string, printed: string): string | undefined {
  const at = typed.lastIndexOf(written)
  if (at <= 0 || typed.includes('\n')) return undefined
  const cut = Math.max(0, at - mostLead)
  const before = typed.slice(0, cut) + typed.slice(cut, at).replace(lead, '')
  const after = typed
    .slice(at + written.length)
    .replace(/^\s?\)/, '')
    .replace(/^,/, '')
    .trimStart()
  if (before.trim() === '') return undefined
  const joined = `${before}${after === '' || /^[.,;:)]/.test(after) ? '' : ' '}${after}`
  return `${joined.trimEnd().replace(/\.$/, '')} (${printed})`
}
