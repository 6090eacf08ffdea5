/** Texts of options by name, without those that are empty. */
export function presentTexts(
  texts: Readonly<Record<string, string | null | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text ? [[name, text]] : [])))
}

/** The typed values, without those that a form was opened with and sends back unchanged. */
export function changedFrom<T extends object>(present: Readonly<Record<string, string>>, typed: T): T {
  const entries = Object.entries(typed).map(([name, value]) => [
    name,
    value === present[name] ? undefined : value,
  ])
  return Object.fromEntries(entries)
}
