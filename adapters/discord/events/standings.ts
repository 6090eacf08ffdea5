import type { Host, PlatformEvent } from '../../../src/core/adapter.ts'
import { isSnowflake } from '../api/snowflake.ts'
import type { EventRecords } from './records.ts'
import type { MirroredMeeting } from './step.ts'

export interface StandingsDependencies {
  readonly host: Pick<Host, 'platformEvents' | 'clock'>
  readonly records: Pick<EventRecords, 'list'>
  readonly mayUse: (guild: string) => boolean
}

/** Discord takes a hundred of a server, and people make some too. */
const mostAhead = 50

/** What is known of one meeting, or of all that are ahead or have an event ahead. */
export async function standings(
  { host, records, mayUse }: StandingsDependencies,
  subject: string | undefined,
): Promise<readonly MirroredMeeting[]> {
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
export function nextOf(host: Pick<Host, 'platformEvents'>): (standing: MirroredMeeting) => Promise<boolean> {
  let all: Promise<readonly PlatformEvent[]> | undefined
  return async ({ guild, subject }) => {
    all ??= host.platformEvents('discord')
    const next = (await all)
      .filter((meeting) => !meeting.cancelled && guildsOf(meeting).has(guild))
      .slice(0, mostAhead)
    return next.some((meeting) => meeting.subject === subject)
  }
}

function guildsOf({ rooms }: PlatformEvent): ReadonlySet<string> {
  return new Set(rooms.map(({ tenant }) => tenant))
}
