import type { CommandSpec } from '../../catalog.ts'
import { UserError } from '../../errors.ts'
import { option } from '../../option.ts'
import { findNames } from '../optionNames.ts'

/**
 * `confirm:yes` at the end of a line or before another option, taken by every command that changes something. Elsewhere
 * the words are somebody's text: `asked States to confirm: yes or no`.
 */
export function partConfirm(
  spec: CommandSpec,
  typed: string,
): { readonly confirmed: boolean; readonly rest: string } {
  const asks = spec.confirm !== undefined || spec.mayAsk === true
  if (!asks && !spec.changes) return { confirmed: false, rest: typed }
  const found =
    /(?:^|\s)confirm:["“”']?(yes|true|no|false)["“”']?(?=\s*$|\s+\p{L}+:)/iu.exec(typed) ??
    (asks ? /\sconfirm ?: ?(yes|true|no|false)\s*$/iu.exec(typed) : null)
  const inside = found ? undefined : withinLine(spec, typed)
  if (inside) return inside
  if (!found) return { confirmed: false, rest: typed }
  if (!asks && !/^(?:yes|true)$/i.test(found[1] ?? ''))
    throw new UserError(
      'confirm:no would have me ask first, and this is done without a question. Leave it out. Nothing was changed.',
    )
  const rest = `${typed.slice(0, found.index)}${typed.slice(found.index + found[0].length)}`
  return { confirmed: /^(?:yes|true)$/i.test(found[1] ?? ''), rest: rest.trim() }
}

/**
 * `duration:90m confirm:yes in Lyon`: outside of quotes, what follows goes on with what stands before. Within a text that
 * may be printed it is its own words: `UNODC asked members to confirm:yes or no`.
 */
function withinLine(
  { options }: CommandSpec,
  typed: string,
): { readonly confirmed: boolean; readonly rest: string } | undefined {
  const marks = findNames({ ...options, confirm }, typed)
  const at = marks.findIndex(({ name }) => name === 'confirm')
  const mark = marks[at]
  const [first] = Object.keys(options)
  const within = options[marks[at - 1]?.name ?? first ?? '']
  if (within?.multiline) return undefined
  const said = mark && /^["“”']?(yes|true|no|false)["“”']?(?=\s)/i.exec(typed.slice(mark.end, mark.end + 10))
  if (!mark || !said || !/confirm:$/i.test(typed.slice(mark.start, mark.end))) return undefined
  const before = typed.slice(0, mark.start).trimEnd()
  const [from, next] = [mark.end + said[0].length, marks[at + 1]?.start ?? typed.length]
  const words = typed.slice(from, next).trim()
  // `M1 confirm:yes sorry all`: what stands behind a whole record says why.
  const why = Object.keys(options).find((name) => name === 'reason' || name === 'comment')
  const isWhole = at === 0 && /^#?\p{L}{1,4}\p{Nd}{1,9}$/u.test(before)
  const isWhy =
    isWhole &&
    why !== undefined &&
    words !== '' &&
    !/["“”]/.test(words) &&
    !marks.some(({ name }) => name === why)
  const rest = isWhy ? `${before} ${why}:"${words}" ${typed.slice(next)}` : `${before}${typed.slice(from)}`
  return { confirmed: /^(?:yes|true)$/i.test(said[1] ?? ''), rest: rest.trim() }
}

const confirm = option.flag({ about: '' })
