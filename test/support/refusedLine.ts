import type { Catalog } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { readLine } from '../../src/core/language/readLine.ts'

/** The refusal that a line meets in the grammar. Raises `Error` where the line is read. */
export function refusedLine(catalog: Catalog, line: string): UserError {
  try {
    readLine(catalog, line)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error(`${line} was read`)
}
