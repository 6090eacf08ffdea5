import { createRefresher } from '../../../src/chat/cards/refresher.ts'
import type { Host } from '../../../src/core/adapter.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Api } from '../api/api.ts'
import { createMirrorFaults } from './faults.ts'
import { createMirrorEvent } from './reconcile.ts'
import { createEventRecords } from './records.ts'
import { nextOf, standings } from './standings.ts'

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

export function createMirror({ host, api, log, mayUse }: MirrorDependencies): Mirror {
  const records = createEventRecords(host.keep)
  const event = createMirrorEvent({ host, api, records, faults: createMirrorFaults({ host, log }), mayUse })
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function refresh(what: string, usual: number): Promise<number | undefined> {
    const isNext = nextOf(host)
    const waiting = new Map<string, number>()
    for (const standing of await standings(
      { host, records, mayUse },
      what === everything ? undefined : what,
    )) {
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
