/** Who may say something in a channel, and when. */
export interface Pace {
  /**
   * Takes the next turn in a channel: 0 when it is now, else milliseconds until it comes, and then no turn was
   * taken.
   */
  take(channel: string): number
  /** Nothing more is said there for so many milliseconds: the platform asked for it. */
  hold(channel: string, ms: number): void
}

/** Slack takes about one message a second in a channel. */
const gap = 1_000
/** Channels of which nothing need be known any more are forgotten from so many on. */
const most = 10_000

/**
 * One turn a second for each channel, and none sooner than the platform allows. `ms` runs evenly, whatever
 * becomes of the time of day.
 */
export function createPace(ms: () => number = () => performance.now()): Pace {
  const next = new Map<string, number>()
  function forget(now: number): void {
    for (const [channel, at] of next) if (at <= now) next.delete(channel)
  }
  return {
    take(channel) {
      const now = ms()
      const at = next.get(channel) ?? 0
      if (at > now) return at - now
      if (next.size >= most) forget(now)
      next.set(channel, now + gap)
      return 0
    },
    hold(channel, wait) {
      next.set(channel, Math.max(next.get(channel) ?? 0, ms() + wait))
    },
  }
}

/** Waits for the next turn in a channel and takes it; else, where it comes later than that, how long it is until then. */
export async function takeTurn(pace: Pace, channel: string, patienceMs: number): Promise<number> {
  for (let waited = 0; ; ) {
    const ms = pace.take(channel)
    if (ms <= 0) return 0
    if (waited + ms > patienceMs) return ms
    waited += ms
    await new Promise((resolve) => setTimeout(resolve, ms))
  }
}
