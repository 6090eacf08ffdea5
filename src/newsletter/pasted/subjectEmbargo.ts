import { splitEmbargo } from '../reading/embargo.ts'
import { headersOf } from './mail/mailHead.ts'

const subject = /^(?:subject|objet|asunto) ?: ?/i
const before = /^(?:(?:re|fwd?|tr|rv|aw) ?: ?)+/i

/**
 * A pasted mail whose subject asks for an embargo, with that embargo on a line of its own after the head, where it is
 * read: what stands in the head is no part of the text.
 */
export function withSubjectEmbargo(typed: string): string {
  const lines = typed.split('\n')
  const head = headersOf(lines)
  const at = lines.findIndex((line, index) => index < head && subject.test(line.trim()))
  const [name = ''] = subject.exec(lines[at]?.trim() ?? '') ?? []
  const words = (lines[at] ?? '')
    .trim()
    .slice(name.length)
    .replace(before, '')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(/ [-–—|] /g, '; ')
  const { text, until } = splitEmbargo(words)
  if (until === null) return typed
  const heads = lines.slice(0, head).with(at, `${name}${text === '' ? '–' : text}`)
  const rest = lines.slice(head)
  // What the mail itself asks for goes before its subject.
  const own = splitEmbargo(rest.join('\n')).until !== null
  return [...heads, ...(own ? [] : ['', `Embargo until ${until}`, '']), ...rest].join('\n')
}
