import { UserError } from '../../errors.ts'
import { shorten } from '../../text/text.ts'
import { addDays, type Day, formatDay, partsOf } from '../day.ts'

/** Days of one month, each by its number: `24 and 31`, `5, 7 et 9`. */
const listed =
  /(?<!\d)\d{1,2}(?:st|nd|rd|th|er|\.)?(?:(?:, | and | & | et | y | e | und )(?:le |el |the )?\d{1,2}(?:st|nd|rd|th|er|\.)?){1,6}(?![\d:])/i

/** Asks about days with others between them, `24 and 31 December`, where one period is needed. Raises `UserError`. */
export function refuseDaysApart(typed: string, { from, to }: { readonly from: Day; readonly to: Day }): void {
  const days =
    listed
      .exec(typed)?.[0]
      .match(/\d{1,2}/g)
      ?.map(Number) ?? []
  const isApart = days.some((day, at) => at > 0 && day > (days[at - 1] ?? day) + 1)
  const [[, , first], [, , last]] = [partsOf(from), partsOf(to)]
  if (!isApart || days[0] !== first || days.at(-1) !== last) return
  const whole = `${formatDay(from)} to ${formatDay(to)}`
  const each = days.map((day) => formatDay(addDays(from, day - first)))
  throw new UserError(`“${shorten(typed, 60)}” names days apart; here one period is needed. Which?`, {
    choices: [whole, ...each].slice(0, 5).map((value) => ({ label: value, value })),
  })
}
