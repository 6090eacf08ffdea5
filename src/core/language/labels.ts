const readableNames: Readonly<Record<string, string>> = {
  email: 'E-mail',
  'email-for': 'E-mail for',
  timezone: 'Time zone',
  wg: 'Working group',
  zone: 'Time zone',
}

/** An option's name as a form shows it: `due-day` is `Due day`. */
export function labelOf(name: string): string {
  const spaced = name.replaceAll('-', ' ')
  return readableNames[name] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** What a form says of an option beneath its label; nothing where that is the label again, as `Its title` is. */
export function hintOf(name: string, about: string): string {
  const bare = about
    .trim()
    .replace(/^(?:its|the|a|an) /i, '')
    .toLowerCase()
  return bare === labelOf(name).toLowerCase() || bare === name ? '' : about.trim()
}
