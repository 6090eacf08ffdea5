const day = String.raw`\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}`
const time = String.raw`\p{Nd}{1,2}[:.]\p{Nd}{2}(?::\p{Nd}{2})?(?: ?[AaPp]\.?[Mm]\.?)?`
const name = String.raw`(?:\p{Lu}[\p{L}.'’ -]{1,40}|\+\p{Nd}[\p{Nd} ()-]{5,20})`

/** How chats that are copied say who wrote a message, and when: before its text, or on a line of their own. */
const stamps: readonly RegExp[] = [
  // `[23/11/2026, 09:12:33] Ann Lee: …`, `11/23/26, 9:12 AM - Ann Lee: …`
  new RegExp(`^\\[?${day},? ${time}\\]?(?: [-–])? ${name}: `, 'u'),
  // `[Monday 9:12 AM] Ann Lee`, `[09:12] Ann Lee: …`
  new RegExp(`^\\[(?:[\\p{L}, ]{1,20} )?(?:${day},? )?${time}\\] ${name}(?:: |$)`, 'u'),
  // `Ann Lee, 23.11.2026 09:12`, `Ann Lee  9:12 AM`
  new RegExp(`^${name},? {1,2}(?:${day},? )?\\[?${time}\\]?$`, 'u'),
]

/** A line without what a chat wrote before it, and that. */
export function partStamp(line: string): readonly [stamp: string, text: string] {
  const start = line.trimStart().slice(0, 120)
  const stamp = stamps.map((one) => one.exec(start)?.[0]).find((found) => found !== undefined) ?? ''
  return stamp === '' ? ['', line] : [stamp.trim(), line.trimStart().slice(stamp.length)]
}
