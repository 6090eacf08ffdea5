import { readable } from './mentions.ts'

/** The limit of a Teams message is 28 KB. */
const most = 65_536

/** A tag: slash, name and the rest. No pattern here reads a character twice, whatever the input. */
const tags = /<(?:(\/?)([a-z][a-z0-9]*)\b([^<>]*)|[!/][^<>]*)>/gi

const breaks = new Set(['br', 'hr'])
const ends = /^(p|div|li|h\d|tr|blockquote|pre)$/
const cells = /^t[dh]$/

/**
 * The text of a message’s HTML as its reader saw it: line breaks, links by their address, no markup. The cells of a table
 * are parted by tabs, each row on a line of its own.
 */
export function asText(html: string): string {
  const whole = cut(html)
  let text = ''
  /** The element that hides its content until it is closed. */
  let hidden: string | undefined
  let isInTable = false
  let link: { readonly url: string; readonly from: number } | undefined
  let at = 0
  const end = () => {
    if (link) text = text.slice(0, link.from) + linked(text.slice(link.from), link.url)
    link = undefined
  }
  const said = (words: string) => {
    if (hidden === undefined) text += isInTable ? words.replace(/\s+/g, ' ') : words
  }
  for (const found of whole.matchAll(tags)) {
    const [tag, slash = '', named = '', rest = ''] = found
    said(whole.slice(at, found.index))
    at = found.index + tag.length
    const name = named.toLowerCase()
    if (hidden !== undefined) {
      if (slash && name === hidden) hidden = undefined
    } else if (slash) {
      if (name === 'a') end()
      else if (ends.test(name)) text += isInTable && name !== 'tr' ? ' ' : '\n'
      else if (cells.test(name)) text += '\t'
      else if (name === 'table') isInTable = false
    } else if (name === 'script' || name === 'style') {
      hidden = name
    } else if (name === 'a') {
      end()
      const url = /\bhref="(https?:[^"]*)"/i.exec(rest)?.[1]
      link = url === undefined ? undefined : { url, from: text.length }
    } else {
      isInTable ||= name === 'table'
      said(shown(name, rest))
    }
  }
  said(whole.slice(at))
  end()
  return readable(text)
    .replace(/[^\S\n\t]+/g, ' ')
    .replace(/ ?\t ?/g, '\t')
    .replace(/[ \t]?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Never cuts inside a tag or an entity. */
function cut(html: string): string {
  if (html.length <= most) return html
  const part = html.slice(0, most)
  const opened = part.lastIndexOf('<')
  return (opened > part.lastIndexOf('>') ? part.slice(0, opened) : part).toWellFormed()
}

/** The text that replaces an opening tag. */
function shown(name: string, rest: string): string {
  if (breaks.has(name)) return '\n'
  if (name === 'li') return '• '
  return name === 'img' || name === 'emoji' ? (/\balt="([^"]*)"/i.exec(rest)?.[1] ?? '') : ''
}

function linked(words: string, url: string): string {
  const text = words.trim()
  return text === '' || text === url ? url : `${text} (${url})`
}
