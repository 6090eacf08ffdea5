import type { Day } from './day.ts'
import { dateAt } from './reading/dates/dateAt.ts'
import { respelled } from './reading/tidy.ts'
import { type Token, tokenize } from './reading/token.ts'
import { type DateText, isSign } from './reading/written.ts'
import { meaningsOf } from './words/vocabulary.ts'

/** The date that a text is as a whole, words put right by a letter where need be; undefined for any other text. */
export function wholeDate(text: string, today: Day): DateText | undefined {
  const better = () => respelled(text)
  return dateOf(tokenize(text), today) ?? dateOf(better() ?? [], today)
}

function dateOf(tokens: readonly Token[], today: Day): DateText | undefined {
  const reading = { tokens, today, firstYear: 1000, lastYear: 2999, isTyped: true }
  const lead = meaningsOf(tokens[0]?.text ?? '')
  const found = dateAt(reading, 0) ?? (lead.on || lead.from ? dateAt(reading, 1) : undefined)
  const rest = found ? tokens.slice(found.next) : tokens
  return found && (rest.length === 0 || (rest.length === 1 && isSign(rest[0], '.', ',')))
    ? found.value
    : undefined
}
