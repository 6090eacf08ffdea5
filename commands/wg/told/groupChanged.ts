import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { type Rhythm, rhythms } from '../../../src/meetings/cadence/rhythm.ts'
import type { Context } from '../../define.ts'
import { changedLines, changedWords, type RecordChange } from '../../directory/told/changedLines.ts'
import { byWhom } from '../../records/byWhom.ts'
import { tellChairs, tellOfRhythm } from './otherChairs.ts'

/**
 * Tells those who lead a group what somebody else changed in its record, from what to what; says to the caller whom.
 * `group` has the acronym that it bears now.
 */
export async function tellOfGroupChange(
  context: Context,
  group: { readonly id: number; readonly acronym: string },
  { change, ...changed }: RecordChange & { readonly change: number },
): Promise<Block | undefined> {
  const lines = changedLines(changed)
  const rhythm = rhythmOf(changed)
  if (lines.length === 1 && rhythm !== undefined) return tellOfRhythm(context, group, { change, rhythm })
  if (lines.length === 0) return undefined
  const { before } = changed
  const called = typeof before['acronym'] === 'string' ? before['acronym'] : group.acronym
  const { words, below } = changedWords(lines)
  return tellChairs(context, group, {
    key: `group-changed:D${change}`,
    kind: 'group-changed',
    message: message(
      rich`${byWhom(context.caller)} changed the record of ${called}: ${words}.`,
      below,
      block.buttons(button('Show the group', 'wg show', { wg: group.acronym })),
    ),
  })
}

function rhythmOf({ after }: RecordChange): Rhythm | undefined {
  return rhythms.find((one) => one === after['rhythm'])
}
