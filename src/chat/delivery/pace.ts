/** Who may say something in a conversation, and when. */
export interface Pace {
  /**
   * Takes the next turn in a conversation: 0 when it is now, else milliseconds until it comes, and then no turn
   * was taken.
   */
  take(conversation: string): number
  /** Nothing more is said there for so many milliseconds: the platform asked for it. */
  hold(conversation: string, ms: number): void
}

/** So many turns at the most within so many milliseconds. */
export interface PaceRule {
  readonly turns: number
  readonly ms: number
}

/** Conversations of which nothing need be known any more are forgotten from so many on. */
const most = 10_000
/** So often they are looked for, where there are many. */
const sweepMs = 10_000

/**
 * Turns for each conversation within every rule, and none sooner than the platform allows. `ms` runs evenly,
 * whatever becomes of the time of day.
 */
export function createPace(rules: readonly PaceRule[], ms: () => number = () => performance.now()): Pace {
  const longest = Math.max(...rules.map((rule) => rule.ms))
  const taken = new Map<string, number[]>()
  const held = new Map<string, number>()
  let swept = Number.NEGATIVE_INFINITY

  function forget(now: number): void {
    if (now < swept + sweepMs) return
    swept = now
    for (const [conversation, at] of held) if (at <= now) held.delete(conversation)
    for (const [conversation, turns] of taken) {
      if ((turns.at(-1) ?? 0) + longest <= now) taken.delete(conversation)
    }
  }

  return {
    take(conversation) {
      const now = ms()
      const turns = taken.get(conversation) ?? []
      const free = rules.map((rule) => (turns.at(-rule.turns) ?? Number.NEGATIVE_INFINITY) + rule.ms)
      const at = Math.max(held.get(conversation) ?? 0, ...free)
      if (at > now) return at - now
      if (taken.size >= most) forget(now)
      taken.set(conversation, [...turns.filter((turn) => turn + longest > now), now])
      return 0
    },
    hold(conversation, wait) {
      held.set(conversation, Math.max(held.get(conversation) ?? 0, ms() + wait))
    },
  }
}

/**
 * Waits for the next turn in a conversation and takes it; else, where it comes later than that, how long it is
 * until then.
 */
export async function takeTurn(pace: Pace, conversation: string, patienceMs: number): Promise<number> {
  for (let waited = 0; ; ) {
    const ms = pace.take(conversation)
    if (ms <= 0) return 0
    if (waited + ms > patienceMs) return ms
    waited += ms
    await new Promise((resolve) => setTimeout(resolve, ms))
  }
}
