import { UserError } from '../../src/core/errors.ts'
import { saysNothing, saysOpen } from '../../src/core/text/nothing.ts'
import { shorten } from '../../src/core/text/text.ts'

/** What needs a name: in that of a person, an option that a command does not have would stand, `email:ana@who.example`. */
const person = 'A person'

/** A name as it was typed. Raises `UserError` for words that say that there is none, or none yet; `No` and `Nil` are names. */
export function nameTyped<T extends string | undefined>(name: T, what: string): T {
  if (name !== undefined && what === person && /[@:]/.test(name))
    throw new UserError(
      `A person’s name has no “@” and no “:” in it, as “${shorten(name, 60)}” has. Nothing was changed.`,
      { option: 'name' },
    )
  if (name === undefined || !isNone(name)) return name
  throw new UserError(`${what} needs a name, and “${name}” is none. Nothing was changed.`, { option: 'name' })
}

function isNone(name: string): boolean {
  return saysOpen(name) || (saysNothing(name) && !/^\p{L}{2,3}$/u.test(name))
}
