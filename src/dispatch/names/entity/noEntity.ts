import { UserError } from '../../../core/errors.ts'
import { type Button, button } from '../../../core/message.ts'
import { list } from '../../../core/text/list.ts'
import { distance, fold } from '../../../core/text/nearest.ts'
import { isSwapped } from '../../../core/text/slips.ts'
import { shorten } from '../../../core/text/text.ts'
import { type Day, formatDay } from '../../../core/time/day.ts'

interface Named {
  readonly acronym: string
  readonly name: string
  /** The first day on which it is no longer in the directory. */
  readonly retired: Day | null
}

/**
 * Refuses a name that no entity has. Offers the acronyms of which it may be a slip, else the nearest name; that of several
 * words is most often another organization, so it is offered with what it stands for. Whoever may is offered to add it.
 */
export function noEntity(
  typed: string,
  nearest: string | null,
  known: readonly Named[],
  mayAdd: boolean,
): UserError {
  for (const { acronym, name, retired } of known) {
    if (retired === null || ![acronym, name].some((one) => fold(one) === fold(typed))) continue
    return new UserError(
      `${acronym} is no longer in the directory: it was retired from ${formatDay(retired)} on. /directory entity ${acronym} shows its record.`,
      { buttons: [button(acronym, 'directory entity', { entity: acronym })] },
    )
  }
  const text = `I know no entity called “${shorten(typed)}”`
  if (meansMany.test(typed.trim())) return new UserError(`${text}. Name each, separated by commas.`)
  const slips = known
    .map(({ acronym }) => acronym)
    .filter((acronym) => isSwapped(typed.toUpperCase(), acronym))
  const near = [...new Set([...slips, ...(nearest === null ? [] : [nearest])])].slice(0, 5)
  if (near.length === 0) return unknown(text, typed.trim(), mayAdd)
  const choices = near.map((acronym) => ({ label: acronym, value: acronym }))
  const isName = slips.length === 0 && (/\S\s+\S/.test(typed) || isOther(typed, nearest))
  if (!isName) return new UserError(`${text}. Did you mean ${list(near)}?`, { choices })
  const { acronym = nearest, name } = known.find((one) => one.acronym === nearest) ?? {}
  const full = name === undefined || name === acronym ? '' : ` (${name})`
  return new UserError(
    `${text}; the secretariat can add it with /directory add entity. The nearest name in the directory is ${acronym}${full}.`,
    { choices, buttons: mayAdd ? [addButton(typed.trim())] : [] },
  )
}

const acronymLike = /^\p{Lu}[\p{Lu}\p{Nd}-]{1,11}$/u

/** Opens the form of a new entity with what was typed. */
function addButton(name: string): Button {
  const values = acronymLike.test(name) ? { acronym: name } : { name }
  return { ...button('Add it', 'directory add entity', values), ask: true }
}

/** A name that is near to none: of an organization that is not in the directory yet, if it may be one at all. */
function unknown(text: string, name: string, mayAdd: boolean): UserError {
  if (!acronymLike.test(name) && !/^\p{Lu}\S*(?: \S+){1,9}$/u.test(name)) return new UserError(`${text}.`)
  if (!mayAdd) return new UserError(`${text}; the secretariat can add it with /directory add entity.`)
  return new UserError(`${text}. You can add it to the directory first.`, {
    buttons: [addButton(name)],
  })
}

/** Words for several or for nobody, which are no slips of a name. */
const meansMany = /^(?:all|any|every|each|both|everyone|everybody|others?|several|many|us|them)$/i

/** `FAO` is no slip of FATF: an acronym in capitals that two letters part from the nearest one is another organization's. */
function isOther(typed: string, nearest: string | null): boolean {
  return /^\p{Lu}{2,12}$/u.test(typed) && nearest !== null && distance(typed, nearest) > 1
}
