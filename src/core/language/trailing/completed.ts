import type { Options } from '../../option.ts'
import { withOtherwise } from '../choice/otherwise.ts'
import { withRepetition } from './time/recurring.ts'

type Fields = Readonly<Record<string, string>>

/** The fields with what one of them says of another. */
export function completed(options: Options, fields: Fields): Fields {
  return withRepetition(options, withOtherwise(options, fields))
}
