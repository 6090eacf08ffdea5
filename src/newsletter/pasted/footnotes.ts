import type { Aside } from './aside.ts'

/** `[1] Prepared with …` and `¹ As of …`, on a line of its own. */
const footnote = /^(\[\p{Nd}{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹])[ \t]{0,3}(?=\S)/u

/** Lines without the footnotes that their text refers to, and without those references. */
export function withoutFootnotes(lines: readonly string[]): {
  readonly lines: readonly string[]
  readonly asides: readonly Aside[]
} {
  const signs = new Set<string>()
  const asides: Aside[] = []
  const kept: string[] = []
  for (const line of lines) {
    const sign = footnote.exec(line.trim())?.[1]
    const isReferredTo = sign !== undefined && kept.some((before) => refersTo(before, sign))
    if (isReferredTo) {
      signs.add(sign)
      asides.push({ kind: 'footnote', text: line.trim() })
    } else kept.push(line)
  }
  const plain = (line: string) => [...signs].reduce((text, sign) => text.replaceAll(sign, ''), line)
  return { lines: signs.size > 0 ? kept.map(plain) : kept, asides }
}

/** Whether a sign stands behind a word, as a reference does. */
function refersTo(line: string, sign: string): boolean {
  const at = line.indexOf(sign)
  return at > 0 && /[\p{L}\p{N}.,;:)"”’»]/u.test(line[at - 1] ?? '')
}
