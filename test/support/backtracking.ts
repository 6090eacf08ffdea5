/** A text that repeats a part between a beginning and an end. */
interface Pump {
  readonly prefix: string
  readonly part: string
  readonly suffix: string
}

const parts = [
  ' ', '\n', 'a', '-', 'A-', '"', "'", '“', '»', '(', ')', '[', ',', ':', '：', '/', '.', '..', '…', '1', '1 ', '1-', '1/', '1.', '٣', 'a:', 'wg:', 'wg: ', 'wg:"', 'link: x ',
  '"a" ', 'and ', 'x, ', 'x/', '3 Nov', '3 Nov ', '3, ', 'Nov ', '3-', 'next ', 'last week ', 'in ', 'in 2 hours ', 'of ', 'of the ', 'mon ', 'am ', '14:30 ', 'UTC+', 'Europe/', 'option:', 'every monday ', '月', '3月', '明',
  '\u0301', '\u200b', '\u200d', '\u200d\u200d', '😀', '👨‍👩‍👧', '🇫🇷', '\ufdfa', '\ud83d', '\u3164', 'http://', 'https://a.b ', '<', '*', '_', '[x](', '<@U1|', '<@U1> ', 'é', 'ß', 'İ',
] as const // biome-ignore format: a table
const prefixes = ['', '(3 Nov', '"'] as const
const suffixes = ['', '!', '" x'] as const

/** Texts that find an expression which goes back over what it has read. */
export const backtrackingTexts: readonly Pump[] = parts.flatMap((part) =>
  prefixes.flatMap((prefix) => suffixes.map((suffix) => ({ prefix, part, suffix }))),
)

/** A pump's text of about so many UTF-16 units. */
export function backtrackingText({ prefix, part, suffix }: Pump, length: number): string {
  const room = Math.max(0, length - prefix.length - suffix.length)
  return `${prefix}${part.repeat(Math.floor(room / part.length))}${suffix}`
}

/**
 * The pumps over which a reader takes more than its time: `limitMs` for a text of `length` units, and no more than eight
 * times as long as for a quarter of it. What a reader raises is an answer as well.
 */
export function slowTexts(
  read: (text: string) => unknown,
  length: number,
  limitMs: number,
): readonly string[] {
  return backtrackingTexts.flatMap((pump) => {
    const whole = fastest(read, backtrackingText(pump, length), limitMs)
    if (whole <= limitMs / 4) return []
    const quarter = fastest(read, backtrackingText(pump, length / 4), limitMs)
    if (!tooLong(whole, quarter, limitMs)) return []
    // One reading is as short as the processor's clock is coarse; many show whether it was the reader.
    if (
      !tooLong(
        mean(read, backtrackingText(pump, length)),
        mean(read, backtrackingText(pump, length / 4)),
        limitMs,
      )
    )
      return []
    return [`${JSON.stringify(pump)}: ${whole.toFixed(1)} ms, a quarter of it ${quarter.toFixed(1)} ms`]
  })
}

function tooLong(whole: number, quarter: number, limitMs: number): boolean {
  return whole > limitMs || whole > quarter * 8
}

/** Milliseconds of the processor for one reading of many, the least of a few rounds. */
function mean(read: (text: string) => unknown, text: string): number {
  const readings = 20
  const many = () => {
    for (let n = 0; n < readings; n++) attempt(read, text)
  }
  return fastest(many, text, 0) / readings
}

function attempt(read: (text: string) => unknown, text: string): void {
  try {
    read(text)
  } catch {
    // A refusal is an answer.
  }
}

/** Milliseconds of the processor for this thread, the least of up to three tries: what else the machine does is not counted. */
function fastest(read: (text: string) => unknown, text: string, limitMs: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3 && least > limitMs / 8; tries++) {
    const start = process.threadCpuUsage()
    attempt(read, text)
    const { user, system } = process.threadCpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
