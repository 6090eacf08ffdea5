/** A text that repeats a part between a beginning and an end. */
interface Pump {
  readonly prefix: string
  readonly part: string
  readonly suffix: string
}

const parts = [
  ' ', '\n', 'a', '-', 'A-', '"', "'", '“', '»', '(', ')', '[', ',', ':', '：', '/', '.', '..', '…', '1', '1 ', '1-', '1/', '1.', '٣', 'a:', 'wg:', 'wg: ', 'wg:"', 'link: x ',
  '"a" ', 'and ', 'x, ', 'x/', '3 Nov', '3 Nov ', '3, ', 'Nov ', '3-', 'next ', 'last week ', 'in ', 'in 2 hours ', 'of ', 'of the ', 'mon ', 'am ', '14:30 ', 'UTC+', 'Europe/', '月', '3月', '明',
  '\u0301', '\u200b', '\u200d', '\u200d\u200d', '😀', '👨‍👩‍👧', '🇫🇷', '\ufdfa', '\ud83d', '\u3164', 'http://', 'https://a.b ', '<', '*', '_', '[x](', 'é', 'ß', 'İ',
] as const // biome-ignore format: a table
const prefixes = ['', '(3 Nov', '"'] as const
const suffixes = ['', '!', '" x'] as const

/** Texts that find an expression which goes back over what it has read. */
export const pumps: readonly Pump[] = parts.flatMap((part) =>
  prefixes.flatMap((prefix) => suffixes.map((suffix) => ({ prefix, part, suffix }))),
)

/** A pump's text of about so many UTF-16 units. */
export function pumped({ prefix, part, suffix }: Pump, length: number): string {
  const room = Math.max(0, length - prefix.length - suffix.length)
  return `${prefix}${part.repeat(Math.floor(room / part.length))}${suffix}`
}

/**
 * The pumps over which a reader takes more than its time: `limitMs` for a text of `length` units, and no more than eight
 * times as long as for a quarter of it where it takes more than half of its time. What a reader raises is an answer too.
 */
export function slowPumps(
  read: (text: string) => unknown,
  length: number,
  limitMs: number,
): readonly string[] {
  return pumps.flatMap((pump) => {
    const whole = fastest(read, pumped(pump, length), limitMs)
    if (whole <= limitMs / 2) return []
    const quarter = fastest(read, pumped(pump, length / 4), limitMs)
    const grows = (long: number, short: number) => long > limitMs || long > short * 8
    if (!grows(whole, quarter)) return []
    // What a busy machine's caches cost is no growth of the reader's.
    const again = (share: number) => fastest(read, pumped(pump, length / share), 0, 20)
    if (!grows(again(1), again(4))) return []
    return [`${JSON.stringify(pump)}: ${whole.toFixed(1)} ms, a quarter of it ${quarter.toFixed(1)} ms`]
  })
}

/** Milliseconds of this thread's processor, the least of a few tries: what else the machine does is not counted. */
function fastest(read: (text: string) => unknown, text: string, limitMs: number, most = 3): number {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < most && least > limitMs / 8; tries++) {
    const start = process.threadCpuUsage()
    try {
      read(text)
    } catch {
      // A refusal is an answer.
    }
    const { user, system } = process.threadCpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
