import { UserError } from '../../src/core/errors.ts'
import { saysNothing, saysOpen } from '../../src/core/text/nothing.ts'

/** A name as it was typed. Raises `UserError` for words that say that there is none, or none yet; `No` and `Nil` are names. */
export function nameTyped<T extends string | undefined>(name: T, what: string): T {
  if (name === undefined || !isNone(name)) return name
  throw new UserError(`${what} needs a name, and “${name}” is none. Nothing was changed.`, { option: 'name' })
}

function isNone(name: string): boolean {
  return saysOpen(name) || (saysNothing(name) && !/^\p{L}{2,3}$/u.test(name))
}
