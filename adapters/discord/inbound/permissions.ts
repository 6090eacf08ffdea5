/** The permissions that the bot needs in a channel to post there unasked, with Discord's bits. */
const needed = [
  { bit: 1n << 10n, name: 'View Channel' },
  { bit: 1n << 11n, name: 'Send Messages', outside: true },
  { bit: 1n << 38n, name: 'Send Messages in Threads', inThreads: true },
  { bit: 1n << 14n, name: 'Embed Links' },
] as const

const administrator = 1n << 3n

/** Channel types that are threads. */
const threads: ReadonlySet<unknown> = new Set([10, 11, 12])

/**
 * The names of the permissions that the bot lacks in a channel; `told` is the decimal number that Discord sends with an
 * interaction. Empty where it sends none.
 */
export function lackingIn(text: string | undefined, channelType: unknown): readonly string[] {
  if (text === undefined || !/^\d{1,30}$/.test(text)) return []
  const has = BigInt(text)
  if ((has & administrator) !== 0n) return []
  const inThread = threads.has(channelType)
  return needed
    .filter((one) => ('outside' in one ? !inThread : 'inThreads' in one ? inThread : true))
    .filter(({ bit }) => (has & bit) === 0n)
    .map(({ name }) => name)
}
