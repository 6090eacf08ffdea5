import { type Catalog, findCommand, givenInWords } from './catalog.ts'
import type { Form } from './invocation.ts'
import { ownValue } from './json.ts'
import { formTitle } from './language/verbs/formTitle.ts'
import type { Options } from './option.ts'

/**
 * A command's form with what was typed so far, from the catalogue as it is today; undefined for a command that is
 * not known or takes no options. No form holds a file that was chosen before: it is chosen anew.
 */
export function formOf(
  catalog: Catalog,
  words: string,
  typed: Readonly<Record<string, string>> = {},
): Form | undefined {
  const found = findCommand(catalog, words)
  const all = givenInWords(found?.command.options ?? {})
  const options = all.filter(([, { inForms }]) => inForms !== false)
  if (!found || options.length === 0) return undefined
  const given = Object.fromEntries(
    options.flatMap(([name, { kind }]) => (typed[name] && kind !== 'file' ? [[name, typed[name]]] : [])),
  )
  const fields = options.map(([name, option]) => ({ name, option }))
  return { command: words, ...formTitle(found.feature, found.command), given, fields }
}

/** Under what name the version of the record that a form shows travels with its texts; no option is called so. */
export const shownVersion = 'shown version'

/** Stands for what a form showed where that is no longer known: it was kept for two days, or could not be kept. */
export const unknownPresent: Form['present'] = { [shownVersion]: 'unknown' }

/** What was typed into a form, without what was left as it stood when the form was opened; nothing required is left out. */
export function changedFields(
  options: Options,
  typed: Readonly<Record<string, string>>,
  present: Form['present'] = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([name, text]) =>
        ownValue(options, name)?.required === true || !isSameText(text, ownValue(present, name)),
    ),
  )
}

/** What was typed into a form, without what was left as it stood. */
export function changedIn({ fields, given, present }: Form): Readonly<Record<string, string>> {
  return changedFields(Object.fromEntries(fields.map(({ name, option }) => [name, option])), given, present)
}

/** Whether two texts are the same but for how a platform ends lines. */
export function isSameText(one: string, other: string | undefined): boolean {
  return other !== undefined && plain(one) === plain(other)
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}
