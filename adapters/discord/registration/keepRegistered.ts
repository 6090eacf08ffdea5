import { setTimeout } from 'node:timers/promises'

import { CallError } from '../../../src/chat/delivery/failure.ts'
import type { Host } from '../../../src/core/adapter.ts'
import { message } from '../../../src/core/message.ts'
import { CommandsError } from './commands.ts'
import { keepRegistered, type RegistrationContext } from './register.ts'
import { whyNot } from './whyNot.ts'

/** Registers the commands, and tries for as long as that takes. */
export interface KeptRegistered {
  start(): void
  /** Begins no further try, and waits for the one in progress. */
  stop(): Promise<void>
}

interface RegistrationDependencies extends RegistrationContext {
  readonly alert: Host['alert']
  /** The wait before the second try; tests shorten it. */
  readonly firstWaitMs?: number
}

const longestWaitMs = 5 * 60_000
/** A failure that lasts longer is reported to the secretariat. */
const patienceMs = 10 * 60_000

/**
 * Tries again, at growing intervals, until this replica or another has registered the commands. The secretariat is told
 * once: at once where somebody has to act, after ten minutes otherwise. Commands that Discord rejects are tried once.
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

  /** The least wait before the next try; undefined when there is to be none. */
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

/** Whether the failure may pass by itself: Discord or the store is away, or Discord asks to wait. */
function isPassing(error: unknown): boolean {
  if (error instanceof CallError) return error.status === 0 || error.status === 429 || error.status >= 500
  return true
}
