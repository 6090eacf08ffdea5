import { type GroupMention, restedMentions } from '../../../db/directory/mentions/mentions.ts'
import type { Adapter } from '../../core/adapter.ts'
import { type KeepUpDependencies, keepUp } from './keepUp.ts'

/** Brings the names of groups in the chats to what the directory says. */
export interface KeptMentions {
  /** Looks at all of them soon; while it looks, once more afterwards. */
  wake(): void
  /** Resolves when nothing is underway. */
  settled(): Promise<void>
  /** Looks at none any more. */
  stop(): void
}

interface MentionsDependencies extends KeepUpDependencies {
  readonly adapters: () => readonly Adapter[]
}

export function createKeptMentions(deps: MentionsDependencies): KeptMentions {
  let underway: Promise<void> | undefined
  let again = false
  let stopped = false

  /** Those of each workspace one after the other; one that says nothing holds up no other. */
  async function rounds(): Promise<void> {
    do {
      again = false
      const rows = await restedMentions(deps.store.kysely, deps.clock.now())
      const places = Map.groupBy(rows, ({ platform, tenant }) => `${platform} ${tenant}`)
      await Promise.all([...places.values()].map(keepAll))
    } while (again && !stopped)
  }

  async function keepAll(rows: readonly GroupMention[]): Promise<void> {
    for (const row of rows) if (!stopped) await keepOne(deps, row)
  }

  return {
    wake() {
      if (stopped) return
      if (underway) {
        again = true
        return
      }
      underway = rounds()
        .catch((error: unknown) => deps.log.error({ err: error }, 'failed to look after the names of groups'))
        .finally(() => {
          underway = undefined
        })
    },
    settled: async () => underway,
    stop() {
      stopped = true
    },
  }
}

/** Never raises, so that one name holds up no other. */
async function keepOne(deps: MentionsDependencies, row: GroupMention): Promise<void> {
  const { groupId, platform } = row
  const mentions = deps.adapters().find(({ name }) => name === platform)?.mentions
  if (!mentions || 'none' in mentions) return
  try {
    await keepUp(deps, row, mentions)
  } catch (error) {
    deps.log.error({ err: error, groupId, platform }, 'failed to keep up a group’s name')
  }
}
