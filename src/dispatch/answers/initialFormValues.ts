import { UserError } from '../../core/errors.ts'
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
  { present, access, options }: ReadCommand['command'],
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
    const stands = await present(context, values)
    return { given: { ...stands, ...given }, present: stands }
  } catch (error) {
    // Errors are reported when the form is sent.
    if (error instanceof UserError) return { given }
    throw error
  }
}
