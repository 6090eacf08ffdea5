const readableNames: Readonly<Record<string, string>> = { wg: 'Working group' }

/** An option's name as a form shows it: `due-day` is `Due day`. */
export function labelOf(name: string): string {
  const spaced = name.replaceAll('-', ' ')
  return readableNames[name] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
