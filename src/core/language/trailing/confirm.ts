import type { CommandSpec } from '../../catalog.ts'

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
  if (!found) return { confirmed: false, rest: typed }
  const rest = `${typed.slice(0, found.index)}${typed.slice(found.index + found[0].length)}`
  return { confirmed: /^(?:yes|true)$/i.test(found[1] ?? ''), rest: rest.trim() }
}
