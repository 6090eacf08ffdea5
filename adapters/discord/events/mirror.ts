import { createRefresher } from '../../../src/chat/cards/refresher.ts'
import type { Host, PlatformEvent } from '../../../src/core/adapter.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Api } from '../api/api.ts'
import { isSnowflake } from '../api/snowflake.ts'
import { createMirrorFaults } from './faults.ts'
import { createMirrorEvent, type MirroredMeeting } from './reconcile.ts'
import { createEventRecords } from './records.ts'

/** Meetings as scheduled events of the servers in which their groups have a room; one way, from here to there. */
export interface Mirror {
  /** Looks at everything now and every ten minutes, so that what a process left undone is done. */
  start(): void
  /** Brings the events of a record, `meeting:12`, to what it is, soon; of a group, all its meetings. */
  changed(subject: string): void
  stop(): Promise<void>
}

interface MirrorDependencies {
  readonly host: Pick<Host, 'platformEvents' | 'keep' | 'clock' | 'alert'>
  readonly api: Api
  readonly log: Log
  /** Whether the bot may be used in a server; elsewhere it makes no events, and takes back those that it made. */
  readonly mayUse: (guild: string) => boolean
}

const everyMs = 10 * 60_000
const everything = 'everything'
/** Discord takes a hundred of a server, and people make some too. */
const mostAhead = 50

export function createMirror({ host, api, log, mayUse }: MirrorDependencies): Mirror {
  const records = createEventRecords(host.keep)
  const event = createMirrorEvent({ host, api, records, faults: createMirrorFaults({ host, log }), mayUse })
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  /** What is known of one meeting, or of all that are ahead or have an event ahead. */
  async function standings(subject: string | undefined): Promise<readonly MirroredMeeting[]> {
    const [meetings, kept] = await Promise.all([host.platformEvents('discord', subject), records.list()])
    const now = host.clock.now()
    const bySubject = new Map(meetings.map((meeting) => [meeting.subject, meeting]))
    const found = new Map<string, MirroredMeeting>()
    for (const meeting of meetings) {
      for (const guild of guildsOf(meeting)) {
        found.set(`${guild} ${meeting.subject}`, {
          guild,
          subject: meeting.subject,
          meeting,
          record: undefined,
        })
      }
    }
    for (const record of kept) {
      const { guild, subject: of } = record
      if (subject !== undefined && of !== subject) continue
      const known = bySubject.get(of)
      if (!known && record.endsAt <= now) continue
      // One that is no longer listed has begun, or lost its rooms; it is asked for by itself.
      const meeting =
        known ?? (subject === undefined ? (await host.platformEvents('discord', of))[0] : undefined)
      found.set(`${guild} ${of}`, { guild, subject: of, meeting, record })
    }
    return [...found.values()].filter(
      ({ guild, record }) => isSnowflake(guild) && (record !== undefined || mayUse(guild)),
    )
  }

  /** Says whether a meeting is among the next of a server; asked once a round, and only where one is to be made. */
  function nextOf(): (standing: MirroredMeeting) => Promise<boolean> {
    let all: Promise<readonly PlatformEvent[]> | undefined
    return async ({ guild, subject }) => {
      all ??= host.platformEvents('discord')
      const next = (await all)
        .filter((meeting) => !meeting.cancelled && guildsOf(meeting).has(guild))
        .slice(0, mostAhead)
      return next.some((meeting) => meeting.subject === subject)
    }
  }

  async function refresh(what: string, usual: number): Promise<number | undefined> {
    const isNext = nextOf()
    const waiting = new Map<string, number>()
    for (const standing of await standings(what === everything ? undefined : what)) {
      if (stopped) return undefined
      const { guild } = standing
      // Discord counts calls by server: one that asks to wait holds up no other.
      if (waiting.has(guild)) continue
      try {
        const outcome = await event.settle(standing, () => isNext(standing))
        if (outcome) waiting.set(guild, outcome.afterMs ?? usual)
      } catch (error) {
        failed(error)
      }
    }
    return waiting.size === 0 ? undefined : Math.max(...waiting.values())
  }

  function failed(error: unknown): void {
    log.error({ err: error }, 'failed to bring a meeting to its event in Discord')
  }

  const refresher = createRefresher(refresh, failed)

  return {
    start() {
      refresher.changed(everything)
      timer = setInterval(() => refresher.changed(everything), everyMs)
      timer.unref()
    },
    changed(subject) {
      if (stopped) return
      if (/^meeting:\d+$/.test(subject)) refresher.changed(subject)
      // A room was bound or unbound.
      else if (subject.startsWith('group:')) refresher.changed(everything)
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await refresher.stop()
    },
  }
}

function guildsOf({ rooms }: PlatformEvent): ReadonlySet<string> {
  return new Set(rooms.map(({ tenant }) => tenant))
}
