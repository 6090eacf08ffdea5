import { CallError } from '../../../src/chat/delivery/failure.ts'
import type { Host } from '../../../src/core/adapter.ts'
import type { Log } from '../../../src/core/log.ts'
import { message, rich } from '../../../src/core/message.ts'
import { errorCodes } from '../api/codes.ts'
import { times } from '../limits.ts'

/** What was being done to an event when Discord said no. */
export interface Attempt {
  readonly guild: string
  readonly subject: string
  /** Of what Discord was told, to know the same again. */
  readonly hash: string
  readonly doing: 'create' | 'change' | 'withdraw'
}

/** Undefined where it is done or left; else how long to wait for another try, where Discord says so. */
export type FaultOutcome = { readonly afterMs: number | undefined } | undefined

/** What Discord refuses is left alone for a while. */
export interface MirrorFaults {
  rests(attempt: Attempt): boolean
  /** Anything but a `CallError` is raised again. */
  failed(attempt: Attempt, error: unknown): Promise<FaultOutcome>
}

/** Shorter than the time between two looks at everything: a place may have become free by the next one. */
const fullMs = 5 * 60_000
const permissions = { create: 'Create Events', change: 'Manage Events', withdraw: 'Manage Events' } as const

export function createMirrorFaults({
  host,
  log,
}: {
  readonly host: Pick<Host, 'clock' | 'alert'>
  readonly log: Log
}): MirrorFaults {
  const until = new Map<string, number>()
  const now = () => host.clock.now().getTime()

  function rest(key: string, ms: number): void {
    for (const [one, at] of until) if (at <= now()) until.delete(one)
    until.set(key, now() + ms)
  }

  async function forbidden({ guild, doing }: Attempt, { code }: CallError): Promise<void> {
    rest(guild, times.rest)
    const permission = permissions[doing]
    log.warn({ guild, code, permission }, 'meetings cannot be kept as events of a Discord server')
    const away = code !== errorCodes.missingPermissions
    // A server that has let the bot go misses nothing when its last events are not taken back.
    if (away && doing === 'withdraw') return
    const mend = away
      ? rich`the bot is not in that server, or does not see it. Invite it there again, or take /wg bind back with /wg unbind.`
      : rich`the bot lacks the permission ${permission}. Give its role Create Events and Manage Events under Server Settings, Roles; within an hour the meetings are there.`
    await host.alert(
      `discord:${guild}:events`,
      message(rich`The meetings cannot be kept as events of the Discord server ${guild}: ${mend}`),
    )
  }

  return {
    rests({ guild, subject, hash, doing }) {
      const keys = [
        guild,
        keyOf({ guild, subject, hash, doing }),
        ...(doing === 'create' ? [fullOf(guild)] : []),
      ]
      return keys.some((key) => (until.get(key) ?? 0) > now())
    },
    async failed(attempt, error) {
      if (!(error instanceof CallError)) throw error
      const { guild, subject } = attempt
      const { status, code, retryAfter } = error
      // Said by Discord, or by us before Discord is asked.
      if (status === 429 || (status === 0 && retryAfter !== undefined)) {
        return { afterMs: (retryAfter ?? 1) * 1000 }
      }
      if (status === 0 || status >= 500) {
        log.warn({ err: error, guild, subject }, 'an event of Discord is tried again')
        return { afterMs: undefined }
      }
      if (code === errorCodes.tooManyEvents) {
        rest(fullOf(guild), fullMs)
        log.warn(
          { guild },
          'a Discord server has as many scheduled events as it may; later meetings are left out',
        )
      } else if (closed.has(code ?? 0)) await forbidden(attempt, error)
      else {
        // Discord shuts out a bot that goes on asking where it may not.
        if (status === 401 || status === 403) rest(guild, times.rest)
        rest(keyOf(attempt), times.rest)
        log.error({ err: error, guild, subject }, 'Discord refused an event; it is left as it is')
      }
      return undefined
    },
  }
}

const closed: ReadonlySet<string | number> = new Set([
  errorCodes.missingAccess,
  errorCodes.missingPermissions,
  errorCodes.unknownGuild,
])

function fullOf(guild: string): string {
  return `${guild} full`
}

function keyOf({ guild, subject, hash, doing }: Attempt): string {
  return [guild, subject, doing, hash].join(' ')
}
