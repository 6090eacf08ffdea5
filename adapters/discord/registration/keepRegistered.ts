import { setTimeout } from 'node:timers/promises'

import { CallError } from '../../../src/chat/delivery/failure.ts'
import type { Host } from '../../../src/core/adapter.ts'
import { message } from '../../../src/core/message.ts'
import { CommandsError } from './commands.ts'
import { keepRegistered, type RegistrationContext } from './register.ts'
import { whyNot } from './whyNot.ts'

/** Sees to it that the commands are registered, for as long as that takes. */
export interface KeptRegistered {
  start(): void
  /** Begins no other try, and waits for the one that is underway. */
  stop(): Promise<void>
}

interface RegistrationDependencies extends RegistrationContext {
  readonly alert: Host['alert']
  /** For tests: before the second try. */
  readonly firstWaitMs?: number
}

const longestWaitMs = 5 * 60_000
/** What has not mended itself by then is reported to somebody. */
const patienceMs = 10 * 60_000

/**
 * Tries again, ever more seldom, until the commands are registered here or by another replica. The secretariat is
 * told once: at once of what needs a hand, and after ten minutes of the rest. Commands that Discord does not take
 * are tried once.
 */
export function createRegistering({
  alert,
  firstWaitMs = 1_000,
  ...context
}: RegistrationDependencies): KeptRegistered {
  const { log, settings } = context
  const end = new AbortController()
  const stopping = end.signal
  let began = 0
  let told = false
  let work: Promise<void> = Promise.resolve()

  /** How long to wait for another try at the least; undefined when none is wanted. */
  async function attempt(): Promise<number | undefined> {
    try {
      return (await keepRegistered(context)) === 'elsewhere' ? 0 : undefined
    } catch (error) {
      const why = whyNot(error, settings.commandGuild)
      log.warn({ err: error }, `the commands could not be registered in Discord: ${why}`)
      if (error instanceof CommandsError) {
        await tell(why)
        return undefined
      }
      const passing = isPassing(error)
      if (!passing || performance.now() - began > patienceMs) {
        await tell(
          `${why} I keep trying, at least every five minutes; once it works, you hear nothing more of it.`,
        )
      }
      if (!passing) return longestWaitMs
      return error instanceof CallError ? (error.retryAfter ?? 0) * 1000 : 0
    }
  }

  async function tell(why: string): Promise<void> {
    if (told) return
    told = true
    await alert('discord:commands', message(`My commands could not be registered in Discord. ${why}`)).catch(
      (error: unknown) => {
        told = false
        log.warn({ err: error }, 'failed to tell the secretariat about the commands of Discord')
      },
    )
  }

  async function persist(): Promise<void> {
    for (let tries = 0; !stopping.aborted; tries += 1) {
      const least = await attempt()
      if (least === undefined) return
      const wait = Math.max(least, Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries, 20)))
      await setTimeout(wait, undefined, { signal: stopping, ref: false }).catch(() => undefined)
    }
  }

  return {
    start() {
      began = performance.now()
      work = persist()
    },
    async stop() {
      end.abort()
      await work
    },
  }
}

/** Whether it may mend itself: Discord or the store is away, or asks for a pause. */
function isPassing(error: unknown): boolean {
  if (error instanceof CallError) return error.status === 0 || error.status === 429 || error.status >= 500
  return true
}
