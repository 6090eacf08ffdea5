import { type Catalog, findCommand } from '../../../src/core/catalog.ts'
import { missing } from '../../../src/core/language/readValues.ts'
import type { Button } from '../../../src/core/message.ts'

/** Whether a press of the button asks for a form first, so that a dialog can open at once. */
export function opensForm(catalog: Catalog, { command, values, ask }: Button): boolean {
  const found = findCommand(catalog, command)
  return ask === true || (found !== undefined && missing(found.command.options, values).length > 0)
}
