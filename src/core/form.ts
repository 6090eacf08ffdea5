import { type Catalog, findCommand, givenInWords } from './catalog.ts'
import type { Form } from './invocation.ts'

/**
 * A command's form with what was typed so far, from the catalogue as it is today; undefined for a command that is
 * not known or takes no options. No form holds a file that was chosen before: it is chosen anew.
 */
export function formOf(
  catalog: Catalog,
  words: string,
  typed: Readonly<Record<string, string>> = {},
): Form | undefined {
  const all = givenInWords(findCommand(catalog, words)?.command.options ?? {})
  const options = all.filter(([, { inForms }]) => inForms !== false)
  if (options.length === 0) return undefined
  const given = Object.fromEntries(
    options.flatMap(([name, { kind }]) => (typed[name] && kind !== 'file' ? [[name, typed[name]]] : [])),
  )
  const fields = options.map(([name, option]) => ({ name, option }))
  return { command: words, title: `/${words}`, given, fields }
}
