import { type GroupLeader, leadersOfGroups } from '../../db/meetings/joint/leaders.ts'
import { block, button, headed, message, rich } from '../../src/core/message.ts'
import type { Context } from '../define.ts'

/**
 * Changes the terms of a group, and tells those who lead it from today on, and those who do not any more, but the caller.
 * `change` of the result is the number of the change; undefined where nothing was.
 */
export async function withLeadersTold<T extends { readonly change: number | undefined }>(
  context: Context,
  groupId: number,
  act: () => Promise<T>,
): Promise<T> {
  const { db, today, caller } = context
  const leaders = () => leadersOfGroups(db, [groupId], today)
  const before = await leaders()
  const result = await act()
  const after = await leaders()
  const { change } = result
  if (change === undefined) return result
  const told = [
    ...missingFrom(before, after).map((one) => ({ ...one, leads: true })),
    ...missingFrom(after, before).map((one) => ({ ...one, leads: false })),
  ]
  context.notify(
    told.flatMap(({ personId, acronym, leads }) =>
      personId === null || personId === caller.personId
        ? []
        : {
            key: `leads:D${change}:${personId}`,
            personId,
            kind: 'term',
            subject: `group:${groupId}`,
            message: headed(
              'Term of office',
              message(
                leads
                  ? rich`You lead ${acronym} from today on, by a change of ${caller.name}.`
                  : rich`You do not lead ${acronym} any more, by a change of ${caller.name}.`,
                block.buttons(button('Show the group', 'wg show', { wg: acronym })),
              ),
            ),
          },
    ),
  )
  return result
}

/** The others who are not among these. */
function missingFrom(these: readonly GroupLeader[], others: readonly GroupLeader[]): readonly GroupLeader[] {
  const known = new Set(these.map(({ personId }) => personId))
  return others.filter(({ personId }) => !known.has(personId))
}
