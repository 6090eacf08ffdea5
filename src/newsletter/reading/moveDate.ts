import { setApart } from '../pasted/asides.ts'

const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s'
const prepositions =
  'on|from|in|during|between|btw|of|le|du|el|del|(?:период )?с|в|(?:خلال )?الفترة من|يوم[يى]?|في|(?:dates?|when):'

/** Words that lead to a date inside a sentence. */
const lead = leadOf(prepositions)
/** And inside brackets: `(held 3-5 November)`. */
const leadInBrackets = leadOf(`${prepositions}|held|dated`)

function leadOf(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:(?:${words})\\s){0,2}(?:the\\s)?(?:${weekday})?$|[于在]\\s$`, 'iu')
}

/** The longest lead. */
const mostLead = 40

/** What separates a date from what stands beside it. */
const partsBefore = /(?:\s[–—|/*·•-]{1,2}|[,;:])?\s?$/u
const partsBehind = /^(?:\s?[,;:]|\s?[–—|/*·•-]{1,2}(?=\s))?\s?/u

/**
 * A text of one line, apart from its sources and signatures, with its date taken from inside the sentence to brackets
 * at its end; undefined where it is not there.
 */
export function moveDate(typed: string, written: string, printed: string): string | undefined {
  const [line = '', ...more] = setApart(typed.split('\n')).lines.filter((one) => one.trim() !== '')
  const from = typed.indexOf(line)
  const at = line.lastIndexOf(written)
  if (more.length > 0 || from < 0 || at <= 0) return undefined
  const without = withoutDate(line.slice(0, at), line.slice(at + written.length))
  if (without === undefined) return undefined
  const rest = typed.slice(from + line.length)
  const behind = rest === '' || rest.startsWith('\n') ? rest : ` ${rest.trimStart()}`
  return `${typed.slice(0, from)}${without.replace(/\s?[.!]{1,3}$/, '')} (${printed})${behind}`
}

function withoutDate(before: string, behind: string): string | undefined {
  // Each of several places has its own: `to Niamey and Bamako from 1 to 5 and 8 to 11 May, respectively`.
  if (/^,? respectively/i.test(behind)) return undefined
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('['))
  const close = open < 0 ? -1 : behind.indexOf(before[open] === '(' ? ')' : ']')
  const isOpen = open > Math.max(before.lastIndexOf(')'), before.lastIndexOf(']'))
  if (!isOpen || close < 0) return before.trim() === '' ? undefined : joined(before, behind, lead)
  const inside = joined(before.slice(open + 1), behind.slice(0, close), leadInBrackets)
  if (inside !== '') return `${before.slice(0, open + 1)}${inside}${behind.slice(close)}`.trim()
  return joined(before.slice(0, open), behind.slice(close + 1), lead)
}

/** What stands before a date and what stands after it, without the words and signs that led to it. */
function joined(before: string, behind: string, leads: RegExp): string {
  const cut = Math.max(0, before.length - mostLead)
  const led = before.slice(0, cut) + `${before.slice(cut).trimEnd()} `.replace(leads, '')
  const [first = ''] = partsBefore.exec(led) ?? []
  const [second = ''] = partsBehind.exec(behind) ?? []
  const [kept, rest] = [led.slice(0, led.length - first.length).trim(), behind.slice(second.length).trim()]
  if (kept === '' || rest === '') return kept + rest
  const [sign, next] = [first.trim(), second.trim()]
  // The commas around `, on 5 May,` go with it; those of a list part what is left.
  const isLed = sign === '' && /^(?:in|at|with|for|by) /.test(rest)
  if (next === ',' && !isLed && !(sign === ',' && led.length < before.length)) return `${kept}, ${rest}`
  if (next !== '' && next !== ',') return `${kept}${/[;:]/.test(next) ? '' : ' '}${next} ${rest}`
  if (sign === ':' || sign === ';') return `${kept}${sign} ${rest}`
  const isTight = /^[.,;:)]/.test(rest) || (/\p{Script=Han}$/u.test(kept) && /^\p{Script=Han}/u.test(rest))
  return `${kept}${isTight ? '' : ' '}${rest}`
}
