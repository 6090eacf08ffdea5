import { UserError } from '../../core/errors.ts'
import { list } from '../../core/language/feature.ts'
import { isSwapped } from '../../core/text/slips.ts'
import { shorten } from '../../core/text/text.ts'

interface Named {
  readonly acronym: string
  readonly name: string
}

/**
 * The refusal of a name that no entity has: with the acronyms of which it is a slip, else the nearest name, which for
 * several words is another organization more often than not and is offered with what it stands for.
 */
export function noEntity(typed: string, nearest: string | null, known: readonly Named[]): UserError {
  const said = `I know no entity called “${shorten(typed)}”`
  const slips = known
    .map(({ acronym }) => acronym)
    .filter((acronym) => isSwapped(typed.toUpperCase(), acronym))
  const near = [...new Set([...slips, ...(nearest === null ? [] : [nearest])])].slice(0, 5)
  if (near.length === 0) return new UserError(`${said}.`)
  const choices = near.map((acronym) => ({ label: acronym, value: acronym }))
  const isName = slips.length === 0 && /\S\s+\S/.test(typed)
  if (!isName) return new UserError(`${said}. Did you mean ${list(near)}?`, { choices })
  const { acronym = nearest, name } = known.find((one) => one.acronym === nearest) ?? {}
  const full = name === undefined || name === acronym ? '' : ` (${name})`
  return new UserError(
    `${said}; the secretariat can add it with /directory add entity. The nearest name in the directory is ${acronym}${full}.`,
    { choices },
  )
}
