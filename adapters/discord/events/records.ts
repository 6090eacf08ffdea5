import type { PlatformEvent } from '../../../src/core/adapter.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import { type EventBody, hashOf } from './body.ts'

/** A scheduled event that the bot made, or was about to make. */
export interface EventRecord {
  readonly guild: string
  /** `meeting:12`. */
  readonly subject: string
  /** Undefined while nobody knows whether it was made. */
  readonly id: string | undefined
  /** Of what Discord was last told. */
  readonly hash: string
  readonly name: string
  readonly startsAt: Date
  readonly endsAt: Date
}

/** What is known of the events, shared by all replicas. */
export interface EventRecords {
  get(guild: string, subject: string): Promise<EventRecord | undefined>
  /** All of a server, or of every one. */
  list(guild?: string): Promise<readonly EventRecord[]>
  /** Kept for a month after the meeting. */
  put(guild: string, meeting: PlatformEvent, body: EventBody, id: string | undefined): Promise<EventRecord>
  drop(record: Pick<EventRecord, 'guild' | 'subject'>): Promise<void>
}

const kind = { platform: 'discord', kind: 'event' } as const
const keptMs = 30 * 86_400_000

export function createEventRecords(keep: Keep): EventRecords {
  return {
    async get(guild, subject) {
      const kept = await keep.get({ ...kind, tenant: guild, key: subject })
      return kept && read(guild, subject, kept.value)
    },
    async list(guild) {
      const all = await keep.list({ ...kind, ...(guild === undefined ? {} : { tenant: guild }) })
      return all.map(({ tenant, key, value }) => read(tenant, key, value))
    },
    async put(guild, { subject, startsAt, endsAt }, body, id) {
      const { name } = body
      const hash = hashOf(body)
      await keep.put(
        { ...kind, tenant: guild, key: subject },
        {
          ...(id === undefined ? {} : { id }),
          hash,
          name,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        },
        { expiresAt: new Date(endsAt.getTime() + keptMs) },
      )
      return { guild, subject, id, hash, name, startsAt, endsAt }
    },
    async drop({ guild, subject }) {
      await keep.drop({ ...kind, tenant: guild, key: subject })
    },
  }
}

function read(guild: string, subject: string, value: unknown): EventRecord {
  const { id, hash, name, startsAt, endsAt } = object(value)
  return {
    guild,
    subject,
    id: text(id),
    hash: text(hash) ?? '',
    name: text(name) ?? '',
    startsAt: new Date(text(startsAt) ?? 0),
    endsAt: new Date(text(endsAt) ?? text(startsAt) ?? 0),
  }
}
