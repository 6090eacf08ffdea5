/**
 * Whether a link’s words look like another address than the one that it leads to, so that the real one must stand
 * beside them. Takes a time that grows with the length of the words.
 */
export function showsAnotherAddress(words: string, url: string): boolean {
  const real = URL.canParse(url) ? new URL(url) : undefined
  if (!real) return false
  const mailbox = real.protocol === 'mailto:' ? bare(real.pathname) : undefined
  return folded(words)
    .split(/[\s<>|"]+/)
    .some((word) =>
      mailbox === undefined ? disagrees(word, real) : hostsIn(word).length > 0 && trimmed(word) !== mailbox,
    )
}

/** What looks like the dot between two names, but for the one between two l of Catalan. */
const likeDots = /[。‧∙⋅ꓸ]|(?<!l)·|·(?!l)/g

/** As a reader sees it: full-width signs are those they look like, and invisible ones are not there. */
function folded(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .toLowerCase()
    .replace(likeDots, '.')
}

function disagrees(word: string, real: URL): boolean {
  const hosts = hostsIn(word)
  if (hosts.length === 0) return false
  const [host = ''] = hosts
  if (hosts.length > 1 || host !== withoutWww(real.hostname)) return !isPathOf(word, real)
  const path = trimmed(word.slice(word.indexOf(host) + host.length))
  return path !== '' && !begins(`${real.pathname}${real.search}${real.hash}`.toLowerCase(), path)
}

/** Names of files in the path of the true address look like hosts of their own. */
function isPathOf(word: string, real: URL): boolean {
  const shown = trimmed(word.replace(/^https?:\/\//, ''))
  return (
    shown !== '' &&
    begins(
      `${real.host}${real.pathname}${real.search}${real.hash}`.toLowerCase().replace(/^www\./, ''),
      withoutWww(shown),
    )
  )
}

/** Whether an address goes on where the shown one ends, at a whole part of it. */
function begins(whole: string, shown: string): boolean {
  const rest = whole.startsWith(shown) ? whole.slice(shown.length) : undefined
  return rest !== undefined && (rest === '' || shown.endsWith('/') || /^[/?#&]/.test(rest))
}

/** What in a word looks like a server: parts between dots, the last of letters alone, or the four numbers of an address. */
function hostsIn(word: string): readonly string[] {
  return word
    .split(/[^\p{L}\p{N}\p{M}.-]+/u)
    .map((part) => withoutWww(part.replace(/^[.-]+/, '')))
    .map(withoutDots)
    .filter((part) => {
      const labels = part.split('.')
      return (
        labels.length > 1 &&
        labels.every((label) => label !== '') &&
        (/^[\p{L}\p{M}]{2,}$|^xn--/u.test(labels.at(-1) ?? '') || isNumeric(labels))
      )
    })
}

function isNumeric(labels: readonly string[]): boolean {
  return labels.length === 4 && labels.every((label) => /^\d{1,3}$/.test(label))
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '')
}

/** Without the dots at its end. */
function withoutDots(text: string): string {
  let end = text.length
  while (text[end - 1] === '.' || text[end - 1] === '-') end -= 1
  return text.slice(0, end)
}

/** Without the signs of a sentence around it, the slash at its end, and what says that it was cut. */
function trimmed(word: string): string {
  const edges = '.,;:!?…()[]{}<>«»“”„"\'‘’'
  let start = 0
  let end = word.length
  while (start < end && edges.includes(word[start] ?? '')) start += 1
  while (end > start && (edges.includes(word[end - 1] ?? '') || word[end - 1] === '/')) end -= 1
  return word.slice(start, end)
}

function bare(address: string): string {
  try {
    return decodeURIComponent(address).toLowerCase()
  } catch {
    return address.toLowerCase()
  }
}
