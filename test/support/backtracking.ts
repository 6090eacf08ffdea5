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
    const times = (of: number, tries: number) =>
      triesMs(read, backtrackingText(pump, Math.round(length / of)), tries)
    const first = least(times(1, 1))
    // The shorter text costs nothing where the longer one is not slow at all.
    if (first <= limitMs / 32) return []
    if (!tooLong(first, median(times(4, 1)), limitMs)) return []
    // Once more, since the engine may have been busy with the code itself.
    const [whole, quarter] = [least(times(1, 5)), median(times(4, 5))]
    if (!tooLong(whole, quarter, limitMs)) return []
    return [`${JSON.stringify(pump)}: ${whole.toFixed(1)} ms, a quarter of it ${quarter.toFixed(1)} ms`]
  })
}

/** What takes next to nothing may take many times as long as next to nothing. */
function tooLong(whole: number, quarter: number, limitMs: number): boolean {
  return whole > limitMs || (whole > limitMs / 32 && whole > quarter * 8)
}

function attempt(read: (text: string) => unknown, text: string): void {
  try {
    read(text)
  } catch {
    // A refusal is an answer.
  }
}

/** What each try takes, in milliseconds of the processor for this thread: what else the machine does is not counted. */
function triesMs(read: (text: string) => unknown, text: string, tries: number): readonly number[] {
  return Array.from({ length: tries }, () => {
    const start = processorMs()
    attempt(read, text)
    return processorMs() - start
  })
}

function least(times: readonly number[]): number {
  return Math.min(...times)
}

/** What one of them says too little, as the clock now and then does on a busy machine, does not count. */
function median(times: readonly number[]): number {
  return times.toSorted((low, high) => low - high)[Math.floor(times.length / 2)] ?? 0
}

const nobodyWakes = new Int32Array(new SharedArrayBuffer(4))

/** How long this thread has run: exact once it has rested, and else as coarse as the ticks of the system. */
function processorMs(): number {
  Atomics.wait(nobodyWakes, 0, 0, 0.06)
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
