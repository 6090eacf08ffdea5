import type { Option, TypedMoment } from '../../option.ts'
import type { Here } from '../day.ts'
import { readMoment } from '../moment.ts'
import { endOfTyped } from '../typedDay.ts'
import { countedFromNow } from './countedDays.ts'

/** A moment as an option means it; `base` is what the command moves. Raises `UserError`. */
export function readTypedMoment(
  text: string,
  { deadline, fromNow, moves }: Option,
  here: Here,
  base: Date | undefined,
): TypedMoment {
  return (
    (deadline ? endOfTyped(text, here) : undefined) ??
    (fromNow ? countedFromNow(text, here) : undefined) ??
    readMoment(text, moves && base ? { ...here, base } : here)
  )
}
