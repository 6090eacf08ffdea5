import type { Options } from '../../option.ts'
import { unquote } from '../quotes.ts'

/** `"Focal point" focal@example.org`: an e-mail address after the words, where one is still wanted. */
export function takeAddress(options: Options, first: string, fields: Record<string, string>): void {
  if (options[first]?.kind !== 'text' || !options['email']?.required || fields['email'] !== undefined) return
  const words = (fields[first] ?? '').split(/\s/)
  const address = /^<?([^<>@"]+@[^<>@"]+)>?$/.exec(words.at(-1) ?? '')?.[1]
  const before = words.slice(0, -1).join(' ').trim()
  if (address === undefined || before === '') return
  fields[first] = unquote(before, first)
  fields['email'] = address
}
