import { NothingGiven } from '../../src/core/errors.ts'

/** Asks what to change of somebody or something on record. */
export function toChange(name: string): NothingGiven {
  return new NothingGiven(`Say what to change about ${name}. Nothing was changed.`)
}
