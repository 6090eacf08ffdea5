import type { Host } from '../../../src/core/adapter.ts'
import { type CarryOutDependencies, createCarryOut } from './carryOut.ts'
import type { FaultOutcome } from './faults.ts'
import { type MirroredMeeting, type Step, stepOf } from './step.ts'

interface MirrorEventDependencies extends Omit<CarryOutDependencies, 'clock'> {
  readonly host: Pick<Host, 'platformEvents' | 'keep' | 'clock'>
}

/** Brings the event of one meeting in one server to what the meeting is. */
export interface MirrorEvent {
  /** One replica at a time. `mayCreate` is asked before there is one more event. */
  settle(standing: MirroredMeeting, mayCreate: () => Promise<boolean>): Promise<FaultOutcome>
}

const leaseMs = 60_000

export function createMirrorEvent({ host, ...deps }: MirrorEventDependencies): MirrorEvent {
  const { records, faults, mayUse } = deps
  const carryOut = createCarryOut({ ...deps, clock: host.clock })

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
        const outcome = await carryOut(guild, now, mayCreate)
        if (outcome || now.doing !== 'withdraw' || (await records.get(guild, subject))) return outcome
        // One that had begun already is put off: the old event is gone, and there is another.
        const anew = next({ guild, subject, meeting, record: undefined })
        return anew && (await carryOut(guild, anew, mayCreate))
      } finally {
        await host.keep.drop(lease)
      }
    },
  }
}
