import { UserError } from '../../core/errors.ts'
import { readValues } from '../../core/language/readValues.ts'
import { authorizeFor } from '../caller/authorize.ts'
import type { ReadCommand } from '../readInput.ts'
import type { Context } from '../services.ts'

type Fields = Readonly<Record<string, string>>

/** What a form opens on, and how the record stands that it changes. */
interface Opened {
  readonly given: Fields
  readonly present?: Fields
}

/** What a form opens on: what is given, and else what stands now, for somebody who may change it. */
export async function initialFormValues(
  { present, access, options }: ReadCommand['command'],
  given: Fields,
  context: Context,
  readers: Parameters<typeof readValues>[2],
): Promise<Opened> {
  if (!present) return { given }
  try {
    const values = await readValues(options, given, readers)
    authorizeFor(access, context.caller, values)
    const stands = await present(context, values)
    return { given: { ...stands, ...given }, present: stands }
  } catch (error) {
    // What is wrong is said when the form is sent.
    if (error instanceof UserError) return { given }
    throw error
  }
}
