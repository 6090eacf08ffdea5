import { type Day, daysBetween } from '../day.ts'
import type { Period } from '../period.ts'
import type { Token } from '../reading/token.ts'
import { isSign } from '../reading/written.ts'
import { meaningsOf } from '../words/vocabulary.ts'

/** What is dated for itself: `the resolution of 21 December 2017`, `the attack of 1 March`. */
const dated = new Set(
  `resolution resolutions decision declaration statement report letter agreement treaty convention mandate term
   attack attacks bombing bombings massacre anniversary law act version edition dated deadline adopted signed
   resolución atentado résolution attentat mandat резолюции резолюция`.split(/\s+/),
)

/** Words that bind a date to an end, a beginning or a limit. */
const bound = new Set(
  "until till since before by expires expiring ending effective jusqu'au depuis hasta desde до".split(' '),
)

/** Of these, what lasts, so that it is dated by a span as well: `the mandate from 1 January to 31 December`. */
const lasting = new Set(['mandate', 'term', 'mandat', 'attack', 'attacks', 'bombings'])

/** Words that announce what is still to come: `planned for June`, `the next session is due in May`. */
const announced = new Set(
  'planned scheduled expected foreseen due slated follow follows come comes resume resumes prévu prévue previsto prevista'.split(
    ' ',
  ),
)

/** What one may answer until a day: `registration closes 27 November`. */
const offers = /^(?:registrations?|applications?|submissions?|nominations?|call)$/

/** How many words before a date may say what it is the date of. */
const reach = 6

/** The farthest that a written year may lie from the time that a text is about. */
const farDays = 500

/** Whether the date from one token to before another belongs to something that is only mentioned. */
export function isMentioned(
  text: string,
  tokens: readonly Token[],
  [at, next]: readonly [at: number, next: number],
  span: { readonly from: Day; readonly to: Day },
  period: Period,
): boolean {
  const far = daysBetween(span.to, period.from) > farDays || daysBetween(period.to, span.from) > farDays
  if (far && !isLastBrackets(tokens, at, next)) return true
  for (let back = 1; back <= reach; back++) {
    const token = tokens[at - back]
    if (!token || isSign(token, '.', ';', '(', ')', ',', '!', '?')) return false
    const isLabel = back > 1 && isSign(tokens[at - 1], ':')
    if (
      isLabel &&
      (token.text === 'deadline' || (token.text === 'closing' && tokens[at - back + 1]?.text === 'date'))
    )
      return true
    if (back < 3 && /^closes?$/.test(token.text) && offers.test(tokens[at - back - 1]?.text ?? ''))
      return true
    if (back === 1 && bound.has(token.text)) return true
    if (
      back > 1 &&
      dated.has(token.text) &&
      /^(?:of|on|dated|de|du|del|от)$/.test(tokens[at - 1]?.text ?? '')
    )
      return true
    const spans = meaningsOf(tokens[at]?.text ?? '').from === true && !lasting.has(token.text)
    if (back === 1 && dated.has(token.text) && !spans && !/^\p{Lu}/u.test(text.slice(token.start)))
      return true
    if (
      back === 2 &&
      announced.has(token.text) &&
      /^(?:for|in|on|pour|para)$/.test(tokens[at - 1]?.text ?? '')
    )
      return true
  }
  return false
}

/** Whether a date is all that the brackets at the end say, where an item prints its own: `(10 Feb 2025)`. */
function isLastBrackets(tokens: readonly Token[], at: number, next: number): boolean {
  const end = isSign(tokens[next + 1], '.') ? next + 2 : next + 1
  return isSign(tokens[at - 1], '(') && isSign(tokens[next], ')') && end === tokens.length
}
