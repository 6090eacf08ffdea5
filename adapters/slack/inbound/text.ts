const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** Undoes one level of escaping: `&amp;lt;` is the typed text `&lt;`. */
export function unescapeText(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
}

/** Gives the name of a mentioned account; `label` is what Slack put beside the id, if anything. */
export type NameOf = (kind: 'user' | 'channel' | 'usergroup', id: string, label?: string) => string

/** The text of a command, a mention or a message as its author saw it. */
export function readText(text: string, name: NameOf): string {
  // In one pass: the replacement of a token may look like a token or an entity itself.
  return text.replace(/<([^<>]*)>|&(?:amp|lt|gt);/g, (whole, token?: string) =>
    token === undefined ? unescapeText(whole) : readToken(token, whole, name),
  )
}

/** The ids of the people a text mentions, each once, so that their names can be looked up before it is read. */
export function mentionedUsers(text: string): readonly string[] {
  if (!text.includes('<@')) return []
  return [...new Set([...text.matchAll(/<@([UW]\w+)(?:\|[^<>]*)?>/g)].map(([, id]) => id ?? ''))]
}

function readToken(token: string, whole: string, name: NameOf): string {
  const at = token.indexOf('|')
  const target = at < 0 ? token : token.slice(0, at)
  const label = at < 0 ? '' : unescapeText(token.slice(at + 1))
  if (target.startsWith('@')) return called(name, 'user', target.slice(1), label)
  if (target.startsWith('#')) return sigil('#', label || called(name, 'channel', target.slice(1), label))
  if (target.startsWith('!subteam^'))
    return sigil('@', label || called(name, 'usergroup', target.slice('!subteam^'.length), label))
  if (/^!(?:here|channel|everyone)$/.test(target)) return `@${target.slice(1)}`
  if (target.startsWith('!')) return label || unescapeText(whole)
  return /^[a-z][a-z0-9+.-]*:/i.test(target) ? readLink(unescapeText(target), label) : unescapeText(whole)
}

function called(name: NameOf, kind: 'user' | 'channel' | 'usergroup', id: string, label: string): string {
  return label === '' ? name(kind, id) : name(kind, id, label)
}

function sigil(mark: string, text: string): string {
  return text.startsWith(mark) ? text : mark + text
}

/** Slack turns every typed address into a link, so most labels only repeat the address. */
function readLink(url: string, label: string): string {
  const bare = /^mailto:|^tel:/i.test(url) ? url.slice(url.indexOf(':') + 1) : url
  const same = [url, bare, bare.replace(/^https?:\/\//i, '')].flatMap((one) => [one, one.replace(/\/$/, '')])
  return label === '' || same.includes(label) ? bare : `${label} (${bare})`
}
