import { type CommandSpec, commandWords, type FeatureSpec } from '../../catalog.ts'
import { type Button, button } from '../../message.ts'
import { quotedFirst } from '../quotes.ts'
import { readFields, UnknownOption } from '../readFields.ts'
import { whereIn } from '../whereIn.ts'

/** A button says all that it leaves out. */
const longestLeftOut = 60

/** What may begin another option, in a place where the value of the one before ends. */
const nextName = /[\s,;](?:-{0,2}|[–—])\p{L}[\p{L}-]{1,29} ?[:=](?!\/\/)/u

/**
 * The same line without an option that the command does not have, and without the whole value of it; undefined for
 * another error, where more is wrong, or where the button could not say all that it leaves out.
 */
export function withoutOption(
  feature: FeatureSpec,
  command: CommandSpec,
  line: string,
  error: unknown,
): Button | undefined {
  if (!(error instanceof UnknownOption)) return undefined
  const left = leavingOut(line, error.word)
  if (!left) return undefined
  try {
    const fields = readFields(command.options, left.rest, whereIn(feature, command))
    return button(`Without ${left.leftOut}`, commandWords(feature, command), fields)
  } catch {
    return undefined
  }
}

/** A line without the option of this name and without the whole value of it; undefined where a button could not say all of that. */
export function leavingOut(
  line: string,
  word: string,
): { readonly leftOut: string; readonly rest: string } | undefined {
  const found = new RegExp(`(?<=^|[\\s,;])${word}:\\s?`, 'iu').exec(line)
  if (!found) return undefined
  const behind = line.slice(found.index + found[0].length)
  const length = valueLength(behind)
  const leftOut = `${found[0]}${behind.slice(0, length)}`.replace(/[,;]$/u, '').trim()
  if (length === 0 || leftOut.length > longestLeftOut || leftOut.includes('\n')) return undefined
  const before = line.slice(0, found.index).replace(/[\s,;]{1,3}$/u, '')
  return { leftOut, rest: `${before} ${behind.slice(length)}`.trim() }
}

/** How far the value reaches: to the end of its quotes where nothing but another name follows, else to the next name or the end. */
function valueLength(behind: string): number {
  const next = nextName.exec(behind)?.index ?? behind.length
  const quoted = quotedFirst(behind)
  if (!quoted) return next
  const end = behind.length - quoted[1].length
  const isWhole = quoted[1] === '' || nextName.exec(` ${quoted[1]}`)?.index === 0
  return isWhole ? end : 0
}
