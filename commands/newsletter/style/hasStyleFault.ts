import type { NewsletterItem } from '../../../src/newsletter/compose/compose.ts'
import { stateNames } from '../../../src/newsletter/reading/stateNames.ts'

/** A day, a span or months as they are printed; a space beside a hyphen, an ordinal or another order is none. */
const printedForm =
  /^(?:\d{1,2}(?: \p{L}{3,9})?(?:-\d{1,2})?)?(?:(?:^| )\p{L}{3,9}(?:-\p{L}{3,9})?)?(?: \d{4})?$/u

/** Whether an item seems to have what is surely mended; it is read in full only then. */
export function hasStyleFault({ text, printedDate }: Pick<NewsletterItem, 'text' | 'printedDate'>): boolean {
  const dateIsOff = printedDate === null ? /\p{N}/u.test(text) : !printedForm.test(printedDate)
  return dateIsOff || /\p{L}\.$/u.test(text) || stateNames(text).length > 0
}
