import { CallError } from '../../../src/chat/delivery/failure.ts'
import type { Host, PlatformEvent } from '../../../src/core/adapter.ts'
import type { Api } from '../api/api.ts'
import { createScheduledEvents } from './api.ts'
import { type EventBody, eventBody, hashOf, ongoingBody } from './body.ts'
import type { Attempt, FaultOutcome, MirrorFaults } from './faults.ts'
import type { EventRecord, EventRecords } from './records.ts'

interface MirrorEventDependencies {
  readonly host: Pick<Host, 'platformEvents' | 'keep' | 'clock'>
  readonly api: Api
  readonly records: EventRecords
  readonly faults: MirrorFaults
  /** Whether the bot may be used in a server; where it may not be any more, its events are taken back. */
  readonly mayUse: (guild: string) => boolean
}

/** A meeting in one server, as it is now and as it was last told to Discord. */
export interface MirroredMeeting {
  readonly guild: string
  readonly subject: string
  /** Undefined where its group has no room on Discord. */
  readonly meeting: PlatformEvent | undefined
  readonly record: EventRecord | undefined
}

type Step =
  | {
      readonly doing: 'create'
      readonly meeting: PlatformEvent
      readonly body: EventBody
      readonly hash: string
    }
  | {
      readonly doing: 'change'
      readonly meeting: PlatformEvent
      readonly body: EventBody
      readonly hash: string
      readonly record: EventRecord
    }
  | { readonly doing: 'withdraw'; readonly hash: string; readonly record: EventRecord }

/** Brings the event of one meeting in one server to what the meeting is. */
export interface MirrorEvent {
  /** One replica at a time. `mayCreate` is asked before there is one more event. */
  settle(standing: MirroredMeeting, mayCreate: () => Promise<boolean>): Promise<FaultOutcome>
}

const leaseMs = 60_000

export function createMirrorEvent({
  host,
  api,
  records,
  faults,
  mayUse,
}: MirrorEventDependencies): MirrorEvent {
  const events = createScheduledEvents(api)

  /** Its id, where it has one: without it nobody knew whether it was made, and Discord is asked. */
  async function idOf({ guild, subject, id, name, startsAt }: EventRecord): Promise<string | undefined> {
    if (id !== undefined) return id
    const own = await events.own(guild, { name, startsAt })
    const others = (await records.list(guild)).filter((one) => one.subject !== subject)
    return own.find((found) => !others.some((other) => other.id === found))
  }

  async function create(guild: string, meeting: PlatformEvent, body: EventBody): Promise<void> {
    // Noted first: whoever finds the note without an id looks whether the event is there.
    const noted = await records.put(guild, meeting, body, undefined)
    try {
      await records.put(guild, meeting, body, await events.create(guild, body))
    } catch (error) {
      if (error instanceof CallError && isUndone(error)) await records.drop(noted)
      throw error
    }
  }

  async function withdraw(guild: string, record: EventRecord): Promise<void> {
    try {
      const id = await idOf(record)
      if (id !== undefined) await events.end(guild, id)
    } catch (error) {
      // Where the bot may no longer be used, a refusal is final: the event is not tried again.
      const shut = error instanceof CallError && (error.status === 403 || error.status === 404)
      if (!shut || mayUse(guild)) throw error
    }
    await records.drop(record)
  }

  async function take(guild: string, step: Step, mayCreate: () => Promise<boolean>): Promise<FaultOutcome> {
    const attempt = { guild, subject: (step.doing === 'withdraw' ? step.record : step.meeting).subject }
    let doing: Attempt['doing'] = step.doing
    try {
      if (step.doing === 'withdraw') {
        await withdraw(guild, step.record)
        return undefined
      }
      const { meeting, body } = step
      if (step.doing === 'change') {
        const id = await idOf(step.record)
        if (id !== undefined && (await events.change(guild, id, body))) {
          await records.put(guild, meeting, body, id)
          return undefined
        }
        // Somebody took it away by hand, or it was never made; for what goes on already none is made.
        if (meeting.startsAt <= host.clock.now()) {
          await records.put(guild, meeting, body, id)
          return undefined
        }
        doing = 'create'
      } else if (!(await mayCreate())) return undefined
      await create(guild, meeting, body)
      return undefined
    } catch (error) {
      return faults.failed({ ...attempt, hash: step.hash, doing }, error)
    }
  }

  const next = (standing: MirroredMeeting): Step | undefined =>
    stepOf(mayUse(standing.guild) ? standing : { ...standing, meeting: undefined }, host.clock.now())

  return {
    async settle(standing, mayCreate) {
      const { guild, subject } = standing
      const step = next(standing)
      if (!step || faults.rests({ guild, subject, hash: step.hash, doing: step.doing })) return undefined
      if (step.doing === 'create' && !(await mayCreate())) return undefined
      const lease = { platform: 'discord', kind: 'mirroring', tenant: guild, key: subject }
      const expiresAt = new Date(host.clock.now().getTime() + leaseMs)
      // Whoever holds it may have read the meeting before it was changed, so it is looked at again.
      if (!(await host.keep.claim(lease, {}, { expiresAt }))) return { afterMs: undefined }
      try {
        const [meeting] = await host.platformEvents('discord', subject)
        const record = await records.get(guild, subject)
        const now = next({ guild, subject, meeting, record })
        if (!now) return undefined
        const outcome = await take(guild, now, mayCreate)
        if (outcome || now.doing !== 'withdraw' || (await records.get(guild, subject))) return outcome
        // One that had begun already is put off: the old event is gone, and there is another.
        const anew = next({ guild, subject, meeting, record: undefined })
        return anew && (await take(guild, anew, mayCreate))
      } finally {
        await host.keep.drop(lease)
      }
    },
  }
}

/**
 * What is to be done; undefined where nothing is. Of a meeting that takes place the end alone is kept up, one that is
 * over is history; one that has begun and is cancelled or put off takes its event along.
 */
function stepOf({ guild, meeting, record }: MirroredMeeting, now: Date): Step | undefined {
  const open = record && record.endsAt > now ? record : undefined
  const there = meeting && !meeting.cancelled && meeting.rooms.some(({ tenant }) => tenant === guild)
  const withdrawn = open && ({ doing: 'withdraw', hash: open.hash, record: open } as const)
  if (!there) return withdrawn
  const begun = open !== undefined && open.startsAt <= now
  const moved = open?.startsAt.getTime() !== meeting.startsAt.getTime()
  if (begun && !moved) {
    if (open.endsAt.getTime() === meeting.endsAt.getTime()) return undefined
    if (meeting.endsAt <= now) return withdrawn
    const body = ongoingBody(meeting)
    return { doing: 'change', meeting, body, hash: hashOf(body), record: open }
  }
  if (begun || meeting.startsAt <= now) return withdrawn
  const body = eventBody(meeting)
  const hash = hashOf(body)
  if (!open) return { doing: 'create', meeting, body, hash }
  if (open.id !== undefined && open.hash === hash) return undefined
  return { doing: 'change', meeting, body, hash, record: open }
}

/** Whether a call has surely changed nothing. */
function isUndone({ status, unsent }: CallError): boolean {
  return unsent || (status >= 400 && status < 500)
}
