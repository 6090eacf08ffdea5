import { anyWorkday } from '../../words/spans.ts'
import { meaningsOf } from '../../words/vocabulary.ts'
import { isGlued, isSign, type Match, type Tokenized } from '../written.ts'

/** `november`, `nov.`, `تشرين الثاني`, `11月`. */
function singleMonthAt({ tokens }: Pick<Tokenized, 'tokens'>, at: number): Match<number> | undefined {
  const [token, after] = [tokens[at], tokens[at + 1]]
  if (token?.kind === 'number' && token.text.length < 3 && after?.text === '月')
    return token.value >= 1 && token.value <= 12 ? { value: token.value, next: at + 2 } : undefined
  if (token?.kind !== 'word') return undefined
  const pair = after?.kind === 'word' ? meaningsOf(`${token.text} ${after.text}`).month : undefined
  if (pair !== undefined) return { value: pair, next: at + 2 }
  const month = meaningsOf(token.text).month
  if (month === undefined) return undefined
  return { value: month, next: isSign(after, '.') && isGlued(after) ? at + 2 : at + 1 }
}

/** A month by both of its Arabic names: `أيلول/سبتمبر`, `تشرين الأول/أكتوبر`. */
export function monthAt(reading: Pick<Tokenized, 'tokens'>, at: number): Match<number> | undefined {
  const month = singleMonthAt(reading, at)
  const slash = month && isSign(reading.tokens[month.next], '/')
  const again = slash ? singleMonthAt(reading, month.next + 1) : undefined
  return again?.value === month?.value ? (again ?? month) : month
}

/** A weekday beside a date, with the sign after it: `Mon.`, `lundi,`. */
export function weekdayAt({ tokens }: Tokenized, at: number): Match<number> | undefined {
  const weekday = tokens[at]?.kind === 'word' ? meaningsOf(tokens[at]?.text ?? '').weekday : undefined
  if (weekday === undefined) return undefined
  return { value: weekday, next: isSign(tokens[at + 1], '.', ',') ? at + 2 : at + 1 }
}

/** `working day`, `business day` and `weekday`, behind a count. */
export function workdayAt({ tokens }: Pick<Tokenized, 'tokens'>, at: number): Match<number> | undefined {
  const [word, day] = [tokens[at]?.text, tokens[at + 1]?.text]
  if (word === 'weekday' || word === 'workday') return { value: anyWorkday, next: at + 1 }
  const isPair = (word === 'working' || word === 'business') && day === 'day'
  return isPair ? { value: anyWorkday, next: at + 2 } : undefined
}
