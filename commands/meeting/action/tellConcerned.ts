import type { ActionItem } from '../../../db/meetings/record/actionRows.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { type Block, block, type Message } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'

interface Concerned {
  readonly action: ActionItem
  readonly owners: readonly number[]
  /** Whoever set it; undefined where that is not on record. */
  readonly setter: number | undefined
  readonly news: 'removed' | 'put-back' | 'reworded'
}

/** Tells those who own an action and whoever set it, the caller apart; says to the caller who is told. */
export function tellConcerned(
  { caller, notify }: Context,
  { action, owners, setter, news }: Concerned,
  notice: Message,
): Block | undefined {
  const people = [...new Set(setter === undefined ? owners : [...owners, setter])].filter(
    (personId) => personId !== caller.personId,
  )
  notify(
    people.map((personId) => ({
      key: `action-${news}:${action.id}:${eachTime}:${personId}`,
      personId,
      kind: 'action',
      subject: `meeting:${action.meetingId}`,
      message: notice,
    })),
  )
  return whoIsTold(people, owners, setter)
}

function whoIsTold(
  people: readonly number[],
  owners: readonly number[],
  setter: number | undefined,
): Block | undefined {
  const owner = people.some((one) => owners.includes(one))
  const other = setter !== undefined && people.includes(setter) && !owners.includes(setter)
  if (owner && other) return block.text('Its owner and whoever set it are told.')
  if (other) return block.text('Whoever set it is told.')
  return owner ? block.text('Its owner is told.') : undefined
}
