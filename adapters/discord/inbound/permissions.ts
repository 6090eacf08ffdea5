/** What the bot needs in a channel to say something there of its own accord; the bits are Discord’s. */
const needed = [
  { bit: 1n << 10n, name: 'View Channel' },
  { bit: 1n << 11n, name: 'Send Messages', outside: true },
  { bit: 1n << 38n, name: 'Send Messages in Threads', inThreads: true },
  { bit: 1n << 14n, name: 'Embed Links' },
] as const

const administrator = 1n << 3n

/** Kinds of channels that are threads. */
const threads: ReadonlySet<unknown> = new Set([10, 11, 12])

/**
 * The names of the permissions that the bot lacks in a channel; `told` is how Discord tells them with an
 * interaction, a decimal number. Nothing where it does not.
 */
export function lackingIn(told: string | undefined, channelType: unknown): readonly string[] {
  if (told === undefined || !/^\d{1,30}$/.test(told)) return []
  const has = BigInt(told)
  if ((has & administrator) !== 0n) return []
  const inThread = threads.has(channelType)
  return needed
    .filter((one) => ('outside' in one ? !inThread : 'inThreads' in one ? inThread : true))
    .filter(({ bit }) => (has & bit) === 0n)
    .map(({ name }) => name)
}
