import type { Button } from './message.ts'

const version = '1'

/** `1|meeting rsvp|meeting=M3|answer=yes`, `1!` for a confirmed one, `1?` for a form; the inverse is `decodeButton`. */
export function encodeButton({
  command,
  values,
  confirmed,
  ask,
}: Pick<Button, 'command' | 'values' | 'confirmed' | 'ask'>): string {
  const pairs = Object.entries(values).map(([name, value]) => `${name}=${quoteValue(value)}`)
  return [`${version}${confirmed ? '!' : ''}${ask ? '?' : ''}`, command, ...pairs].join('|')
}

/** The command, values and confirmation of an encoded button; undefined for a button that is not ours. */
export function decodeButton(
  encoded: string,
): { command: string; values: Record<string, string>; confirmed: boolean; ask: boolean } | undefined {
  const [head, command, ...pairs] = encoded.split('|')
  if (!head || !/^1!?\??$/.test(head) || !command) return undefined
  const values: Record<string, string> = {}
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    if (at < 1) return undefined
    values[pair.slice(0, at)] = unquoteValue(pair.slice(at + 1))
  }
  return { command, values, confirmed: head.includes('!'), ask: head.endsWith('?') }
}

function quoteValue(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('|', '%7C')
}

function unquoteValue(value: string): string {
  return value.replaceAll('%7C', '|').replaceAll('%25', '%')
}
