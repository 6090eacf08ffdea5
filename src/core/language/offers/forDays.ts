import { type Catalog, commandWords } from '../../catalog.ts'
import { type Button, button } from '../../message.ts'
import { shorten } from '../../text/text.ts'
import { isPeriodForm } from '../../time/period.ts'
import { daysOfFeast } from '../../time/phrases/feasts.ts'
import { actionOf } from '../readAction.ts'

/** What days that stand alone may ask for, `over Christmas` or `in December`; none for any other text. */
export function buttonsForDays(catalog: Catalog, text: string): readonly Button[] {
  const typed = text.trim().replace(/[.?!]$/, '')
  const [feast] = daysOfFeast(typed, someDay)
  // A feast that moves from year to year is asked about by the command that takes it.
  const days = feast && !/\d{4}/.test(feast.value) ? feast.value : isPeriodForm(typed) ? typed : undefined
  if (days === undefined) return []
  return catalog.flatMap((feature) => {
    const [action, option, label] = feature.forDays ?? []
    const command = actionOf(feature, action)
    if (!command || option === undefined) return []
    return [button(`${label}: ${shorten(days, 40)}`, commandWords(feature, command), { [option]: days })]
  })
}

/** The feasts of the same days each year need no other. */
const someDay = '2026-01-01'
