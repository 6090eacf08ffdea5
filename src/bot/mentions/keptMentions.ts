import { type GroupMention, restedMentions } from '../../../db/directory/mentions/mentions.ts'
import type { Adapter } from '../../core/adapter.ts'
import { type KeepUpDependencies, keepUp } from './keepUp.ts'

/** Brings the names of groups in the chats to what the directory says. */
export interface KeptMentions {
  /** Looks at all of them soon; while it looks, once more afterwards. */
  wake(): void
  /** Resolves when nothing is underway. */
  settled(): Promise<void>
}

interface MentionsDependencies extends KeepUpDependencies {
  readonly adapters: () => readonly Adapter[]
}

export function createKeptMentions(deps: MentionsDependencies): KeptMentions {
  let underway: Promise<void> | undefined
  let again = false

  async function rounds(): Promise<void> {
    do {
      again = false
      for (const row of await restedMentions(deps.store.kysely, deps.clock.now())) await keepOne(deps, row)
    } while (again)
  }

  return {
    wake() {
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
