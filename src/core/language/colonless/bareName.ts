import { UserError } from '../../errors.ts'
import type { Option, Options } from '../../option.ts'
import { fold } from '../../text/nearest.ts'
import { choiceNamed } from '../choice/choices.ts'

/** What a number or an acronym names, so that a word behind it is no part of its name. */
const numbered: ReadonlySet<string | undefined> = new Set(['group', 'entity', 'record', 'meeting'])

const handle = /^(?:\p{Lu}[\p{Lu}\p{Nd}&-]{1,20}|#?\p{L}{0,4}\p{Nd}{1,9})(?: (?:19|20)\p{Nd}{2})?$/u

/**
 * Refuses `ETCIP 2027 add`, where the name of an option ends the line and nothing stands behind it; `line` is what the
 * command was typed as. Raises `UserError` that says what is wanted.
 */
export function refuseBareName(options: Options, rest: string, line: string): void {
  const [first] = Object.keys(options)
  const at = rest.trimEnd().lastIndexOf(' ')
  const [before, word] = [
    rest.slice(0, at).trim(),
    fold(
      rest
        .slice(at + 1)
        .trim()
        .replace(/:$/, ''),
    ),
  ]
  const option = Object.hasOwn(options, word) ? options[word] : undefined
  if (first === undefined || at < 1 || word === first || !option || !wantsWords(option)) return
  if (!numbered.has(options[first]?.kind) || !handle.test(before)) return
  const others = Object.entries(options).filter(([name]) => name !== word)
  if (others.some(([, one]) => one.kind === 'choice' && choiceNamed(word, one).length > 0)) return
  throw new UserError(
    `“${word}” says nothing yet (${option.about}). Type it behind the name: ${line} ${before} ${word}:"…"`,
    { option: word },
  )
}

function wantsWords({ kind, onlyPressed }: Option): boolean {
  return kind !== 'flag' && kind !== 'choice' && !onlyPressed
}
