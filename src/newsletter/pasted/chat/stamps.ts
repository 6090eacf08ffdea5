const weekday = `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`
const day = String.raw`\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}`
const time = String.raw`\p{Nd}{1,2}[:.]\p{Nd}{2}(?::\p{Nd}{2})?(?: ?[AaPp]\.?[Mm]\.?)?`
/** `10:42`, `Today at 10:42`, `12/11/2026, 10:42`. */
const moment = `(?:(?:[Tt]oday|[Yy]esterday|${weekday}|${day})(?: at|,)? )?${time}`
/** `Jane Doe`, `Doe, Jane (UNODC)`, `+43 664 1234567`, with what a chat shows beside a name. */
const name = String.raw`(?:\p{Lu}[\p{L}.'’ -]{0,40}(?:, \p{Lu}[\p{L}.'’ -]{1,30})?(?: \([^()]{1,40}\))?|\+\p{Nd}[\p{Nd} ()-]{5,20})`
const beside = String.raw`(?: {0,2}(?::[a-z0-9_+-]{1,30}:|\p{Extended_Pictographic}\ufe0f?)){0,3}(?: APP)?`

/** How chats that are copied say who wrote a message, and when: before its text, or on a line of their own. */
const stamps: readonly RegExp[] = [
  // `[23/11/2026, 09:12:33] Ann Lee: …`, `11/23/26, 9:12 AM - Ann Lee: …`
  new RegExp(`^\\[?${day},? ${time}\\]?(?: [-–])? (?:~ ?)?${name}: `, 'u'),
  // `[Monday 9:12 AM] Ann Lee`, `[09:12] Ann Lee: …`
  new RegExp(`^\\[(?:[\\p{L}, ]{1,20} )?(?:${day},? )?${time}\\] ${name}(?:: |$)`, 'u'),
  // `Ann Lee, 23.11.2026 09:12`, `Ann Lee :palm_tree:  9:12 AM`
  new RegExp(`^${name}${beside},? {1,2}\\[?${moment}\\]?$`, 'u'),
  // `ann.lee — Today at 9:12`
  new RegExp(`^(?:${name}|[\\p{L}\\p{N}._]{1,40})${beside} {1,2}[—–-] {1,2}${moment}$`, 'u'),
  // `9:12 AM`, of a message whose writer is named above it
  new RegExp(`^\\[?${moment}\\]?$`, 'u'),
  // `@UNODC`, `@UNODC · Nov 10` and `9:12 AM · Nov 10, 2026` of a network
  /^@[\p{L}\p{N}_.]{2,30}(?: ?· ?.{1,14})?$/u,
  new RegExp(`^${time} · [\\p{L}\\p{N}, ]{4,20}$`, 'u'),
  // What was said by others, sent on: `RT @UNODC: …`
  /^RT @[\p{L}\p{N}_]{1,30}(?:: | )/u,
]

/** A line without what a chat wrote before it, and that. */
export function partStamp(line: string): readonly [stamp: string, text: string] {
  const start = line.trimStart().slice(0, 160)
  const stamp = stamps.map((one) => one.exec(start)?.[0]).find((found) => found !== undefined) ?? ''
  return stamp === '' ? ['', line] : [stamp.trim(), line.trimStart().slice(stamp.length)]
}

const onlyMoment = new RegExp(`^\\[?${moment}\\]?$`, 'u')
const onlyName =
  /^(?:\p{Lu}[\p{L}.'’-]{0,30},?(?: |$)|(?:de|da|van|von|der|el|al|bin|ibn|ben)(?: |$)){1,5}(?:\([^()]{1,40}\)|\| .{1,40})?$/u

/** Whether a line names who wrote the message whose hour stands on the next one. */
export function isAboveHour(line: string, next: string): boolean {
  return onlyMoment.test(next.trim()) && onlyName.test(line.trim().slice(0, 100))
}

const onlyHandle = /^@[\p{L}\p{N}_.]{2,30}(?: ?· ?.{1,14})?$/u

/** Whether a line names whose account stands on the next one, as networks show it. */
export function isAboveHandle(line: string, next: string): boolean {
  return (
    onlyHandle.test(next.trim()) &&
    line.length <= 60 &&
    /^[\p{Lu}@][^.!?:]+$/u.test(line) &&
    !/\p{Nd}/u.test(line)
  )
}
