import { pause, runningMs } from '../../core/clock.ts'
import type { PaceRule, Pacing, TurnTime } from '../../core/feature/pacing.ts'
import { pacedBy } from './failure.ts'

/** Limits the rate of messages in each conversation. */
export interface Pace {
  /** Takes the next turn in a conversation and returns 0; or takes none and returns the milliseconds until it comes. */
  take(conversation: string): number | Promise<number>
  /** Gives out no turn in a conversation for `ms`, because the platform asked for a pause. */
  hold(conversation: string, ms: number): void
  /** Waits, by the time that turns go by. */
  pause(ms: number): Promise<void>
}

/** A turn to take: under which limit, and in which conversation. */
export interface PaceTurn {
  readonly pace: Pace
  readonly conversation: string
}

const machineTime: TurnTime = { ms: runningMs, pause }

/** Above this number, conversations that have been quiet long enough are forgotten. */
const sweepFrom = 10_000
const sweepEveryMs = 10_000

/**
 * Gives turns in each conversation within every rule, and none sooner than the platform allows. `name` distinguishes
 * the limit from all others; what `pacing` is given counts for all processes.
 */
export function createPace(name: string, rules: readonly PaceRule[], pacing: Pacing): Pace {
  const { ms, pause: rest } = pacing.time ?? machineTime
  const longest = Math.max(...rules.map((rule) => rule.ms))
  const taken = new Map<string, readonly number[]>()
  const held = new Map<string, number>()
  let swept = Number.NEGATIVE_INFINITY

  function forget(now: number): void {
    if (now < swept + sweepEveryMs) return
    swept = now
    for (const [conversation, at] of held) if (at <= now) held.delete(conversation)
    for (const [conversation, turns] of taken) {
      if ((turns.at(-1) ?? 0) + longest <= now) taken.delete(conversation)
    }
  }

  function giveBack(conversation: string, at: number): void {
    const turns = taken.get(conversation) ?? []
    const index = turns.lastIndexOf(at)
    if (index >= 0) taken.set(conversation, turns.toSpliced(index, 1))
  }

  return {
    take(conversation) {
      const now = ms()
      const turns = taken.get(conversation) ?? []
      const free = rules.map((rule) => (turns.at(-rule.turns) ?? Number.NEGATIVE_INFINITY) + rule.ms)
      const at = Math.max(held.get(conversation) ?? 0, ...free)
      if (at > now) return at - now
      if (taken.size >= sweepFrom) forget(now)
      taken.set(conversation, [...turns.filter((turn) => turn + longest > now), now])
      const elsewhere = pacing.take(`${name} ${conversation}`, rules)
      if (typeof elsewhere === 'number') {
        if (elsewhere > 0) giveBack(conversation, now)
        return elsewhere
      }
      return elsewhere.then((wait) => {
        if (wait > 0) giveBack(conversation, now)
        return wait
      })
    },
    hold(conversation, wait) {
      held.set(conversation, Math.max(held.get(conversation) ?? 0, ms() + wait))
      pacing.hold(`${name} ${conversation}`, wait)
    },
    pause: rest,
  }
}

/**
 * Waits for the next turn and takes it, returning 0; if it comes later than `longestWaitMs`, returns the milliseconds
 * left.
 */
export async function takeTurn(pace: Pace, conversation: string, longestWaitMs: number): Promise<number> {
  for (let waited = 0; ; ) {
    const ms = await pace.take(conversation)
    if (ms <= 0) return 0
    if (waited + ms > longestWaitMs) return ms
    waited += ms
    await pace.pause(ms)
  }
}

/** A turn that comes sooner than this is waited for; for a later one the delivery goes back to the queue. */
const deliveryWaitMs = 1_100

/**
 * Takes a turn under each limit, one after the other. Raises a paced `DeliveryError` where one comes too late to wait
 * for.
 */
export async function takeTurns(turns: readonly PaceTurn[]): Promise<void> {
  for (const { pace, conversation } of turns) {
    const ms = await takeTurn(pace, conversation, deliveryWaitMs)
    if (ms > 0) throw pacedBy(ms)
  }
}
