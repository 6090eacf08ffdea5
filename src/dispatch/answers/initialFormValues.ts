import { lastEntryAbout } from '../../../db/records/changers.ts'
import { UserError } from '../../core/errors.ts'
import { isSameText, shownVersion } from '../../core/form.ts'
import { ownValue } from '../../core/json.ts'
import { missing, readValues } from '../../core/language/readValues.ts'
import { authorizeFor } from '../caller/authorize.ts'
import type { ReadCommand } from '../readInput.ts'
import type { Context } from '../services.ts'

type Fields = Readonly<Record<string, string>>

/** The values that a form opens with, and those of the record that it changes. */
interface Opened {
  readonly given: Fields
  readonly present?: Fields
}

/** The values that a form opens with: those given, else those of the record, for somebody who may change it. */
export async function initialFormValues(
  { present, edits, formerly, access, options }: ReadCommand['command'],
  given: Fields,
  context: Context,
  readers: Parameters<typeof readValues>[2],
): Promise<Opened> {
  const [[name = '', first] = []] = Object.entries(options)
  const isUnnamed = first?.kind !== 'text' && missing(options, given).includes(name)
  // A record that is not named yet has no values to show.
  if (!present || isUnnamed) return { given }
  try {
    const values = await readValues(options, given, readers)
    authorizeFor(access, context.caller, values)
    // Read before its texts: what is changed between the two is told once too often rather than not at all.
    const version = edits && String(await lastEntryAbout(context.db, edits(context, values).subject))
    const stands = await present(context, values)
    const shown = version === undefined ? stands : { ...stands, [shownVersion]: version }
    const typed = Object.entries(given).filter(([option]) => options[option]?.required !== true)
    const former = typed.length > 1 && formerly ? await formerly(context, values) : []
    const isFormer = former.some((was) => isAll(was, typed))
    const named = Object.entries(given).filter(([option]) => options[option]?.required === true)
    return {
      given: isFormer ? { ...stands, ...Object.fromEntries(named) } : { ...stands, ...given },
      present: shown,
    }
  } catch (error) {
    // Errors are reported when the form is sent.
    if (error instanceof UserError) return { given }
    throw error
  }
}

/** Whether these are all the texts of a record, as an older button of it holds them. */
function isAll(record: Fields, texts: readonly (readonly [name: string, text: string])[]): boolean {
  return (
    texts.length === Object.keys(record).length &&
    texts.every(([name, text]) => isSameText(text, ownValue(record, name)))
  )
}
