import { weekOfDay } from './phrases/sameInSpan.ts'
import { withoutAbout } from './phrases/vague/approximate.ts'
import { withoutVagueDay } from './phrases/vague/vagueDay.ts'
import { partWhich } from './phrases/whichOfTwo.ts'
import { clocksAt } from './reading/clocks/clockAt.ts'
import { clocksInDigits } from './reading/clocks/spokenClocks.ts'
import { zoneAt } from './reading/clocks/zoneAt.ts'
import { dateAt } from './reading/dates/dateAt.ts'
import { inOneWord } from './reading/sayings.ts'
import { partsIn } from './reading/timeParts.ts'
import { tokenize } from './reading/token.ts'
import { meaningsOf } from './words/vocabulary.ts'

/** Any day will do where only the form of a date is looked at. */
const someDay = '2024-01-01'

/** Whether a text begins with a date or a time of day. */
export function beginsWithDate(text: string): boolean {
  const tokens = tokenize(text)
  const first = meaningsOf(tokens[0]?.text ?? '')
  const at = first.on || first.from || first.the ? 1 : 0
  return formed(() =>
    [0, at].some(
      (start) =>
        dateAt({ tokens, today: someDay, firstYear: 1900, lastYear: 2099 }, start) ??
        clocksAt(tokens, start, false),
    ),
  )
}

/** Whether a text is a moment and nothing else, as far as its form tells; beside what is moved also `a week earlier` and `the week of 7 December`. */
export function isMomentForm(typed: string, isMoved = false): boolean {
  if (typed.length > 100) return false
  const exact = withoutAbout(isMoved ? typed.replace(weekOfDay, '') : typed)
  const plain = partWhich(exact)?.text ?? exact
  const spoken = clocksInDigits(plain)
  // `mañana por la mañana` is a day and its part in words of one name.
  const text = spoken === plain && !/ (?:por|de) la /i.test(plain) ? plain : inOneWord(spoken)
  return formed(() => {
    const { left, date, clocks, length, part } = partsIn(text, tokenize(text), someDay, isMoved)
    if (left.length > 0 && isVagueForm(text)) return true
    return (
      left.length === 0 &&
      (date !== undefined || clocks !== undefined || length !== undefined || part !== undefined)
    )
  })
}

/** `mid-December` and `early next week at 10`, which are asked about. */
function isVagueForm(text: string): boolean {
  const rest = withoutVagueDay(text, someDay)
  return rest !== undefined && (rest === '' || isMomentForm(rest))
}

/** Whether a place that keeps a zone stands first, as in `Vienna tomorrow 3pm`; `Vienna time` and `CET` are no places. */
export function beginsWithPlace(text: string): boolean {
  const tokens = tokenize(text)
  const joint = meaningsOf(tokens[0]?.text ?? '')
  const at = joint.in || joint.on || joint.the ? 1 : 0
  const found = zoneAt(text, tokens, at)
  if (!found || found.value.kind === 'offset') return false
  const name = text.slice(tokens[at]?.start, tokens[found.next - 1]?.end)
  return !/ time$/i.test(name) && !/^\p{Lu}{2,5}$/u.test(name)
}

/** What no clock and no calendar has still has the form of a time. */
function formed(read: () => boolean): boolean {
  try {
    return read()
  } catch {
    return true
  }
}
