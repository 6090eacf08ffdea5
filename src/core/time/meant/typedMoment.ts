import type { Option } from '../../option.ts'
import type { Here, TypedMoment } from '../day.ts'
import { readMoment } from '../moment.ts'
import { endOfTyped } from '../typedDay.ts'
import { countedFromNow } from './countedDays.ts'

/** A moment as an option means it; `base` is what the command moves. Raises `UserError`. */
export function readTypedMoment(
  text: string,
  { deadline, fromNow, moves }: Option,
  asked: Here,
  base: Here['base'],
): TypedMoment {
  const here: Here = fromNow ? { ...asked, skipped: 'later' } : asked
  return (
    (deadline ? endOfTyped(text, here) : undefined) ??
    (fromNow ? countedFromNow(text, here) : undefined) ??
    (moves && base ? readMoment(withoutSameTime(text), { ...here, base }) : readMoment(text, here))
  )
}

/** `same time tomorrow` and `Friday at the same time` are a day alone, which keeps the time of what is moved. */
export function withoutSameTime(text: string): string {
  const day = text.replace(/(?:^|\s)(?:at )?(?:the )?same (?:time|hour)(?= |,|$),?/i, '').trim()
  return day === '' ? text : day
}
