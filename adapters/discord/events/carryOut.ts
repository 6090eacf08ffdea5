import { CallError } from '../../../src/chat/delivery/failure.ts'
import type { PlatformEvent } from '../../../src/core/adapter.ts'
import type { Clock } from '../../../src/core/clock.ts'
import type { Api } from '../api/api.ts'
import { createScheduledEvents } from './api.ts'
import type { EventBody } from './body.ts'
import type { FaultOutcome, MirrorFaults } from './faults.ts'
import type { EventRecord, EventRecords } from './records.ts'
import type { Step } from './step.ts'

export interface CarryOutDependencies {
  readonly api: Api
  readonly records: EventRecords
  readonly faults: MirrorFaults
  readonly clock: Clock
  /** Whether the bot may be used in a server; where it may not be any more, its events are taken back. */
  readonly mayUse: (guild: string) => boolean
}

/** Does one step at Discord and notes it. `mayCreate` is asked before there is one more event. */
export type CarryOut = (guild: string, step: Step, mayCreate: () => Promise<boolean>) => Promise<FaultOutcome>

type ChangeStep = Extract<Step, { readonly doing: 'change' }>

export function createCarryOut({ api, records, faults, clock, mayUse }: CarryOutDependencies): CarryOut {
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

  /** False where there is no event to be changed, and one has to be made. */
  async function change(guild: string, { meeting, body, record }: ChangeStep): Promise<boolean> {
    const id = await idOf(record)
    const isChanged = id !== undefined && (await events.change(guild, id, body))
    // Somebody took it away by hand, or it was never made; for what goes on already none is made.
    if (!isChanged && meeting.startsAt > clock.now()) return false
    await records.put(guild, meeting, body, id)
    return true
  }

  return async (guild, step, mayCreate) => {
    const subject = step.doing === 'withdraw' ? step.record.subject : step.meeting.subject
    let { doing } = step
    try {
      if (step.doing === 'withdraw') {
        await withdraw(guild, step.record)
        return undefined
      }
      if (step.doing === 'change') {
        if (await change(guild, step)) return undefined
        doing = 'create'
      } else if (!(await mayCreate())) return undefined
      await create(guild, step.meeting, step.body)
      return undefined
    } catch (error) {
      return faults.failed({ guild, subject, hash: step.hash, doing }, error)
    }
  }
}

/** Whether a call has surely changed nothing. */
function isUndone({ status, unsent }: CallError): boolean {
  return unsent || (status >= 400 && status < 500)
}
