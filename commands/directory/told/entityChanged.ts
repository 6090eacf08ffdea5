import { colleagues } from '../../../db/directory/people.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, headed, message, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { changedLines, changedWords, type RecordChange } from './changedLines.ts'

const most = 200

/** Tells those who stand for an entity what was changed in its record, from what to what; says to the caller whom. */
export async function tellOfEntityChange(
  { db, caller, notify }: Context,
  entity: { readonly id: number; readonly acronym: string },
  { change, ...changed }: RecordChange & { readonly change: number },
): Promise<Block | undefined> {
  const lines = changedLines(changed)
  if (lines.length === 0) return undefined
  const people = (await colleagues(db, entity.id, most)).filter(({ id }) => id !== caller.personId)
  const { acronym } = entity
  const { words, below } = changedWords(lines)
  notify(
    people.map(({ id }) => ({
      key: `entity-changed:D${change}:${id}`,
      personId: id,
      kind: 'entity-changed',
      subject: `entity:${entity.id}`,
      message: headed(
        'Directory',
        withReason(
          message(
            rich`${byWhom(caller)} changed the record of ${acronym} in the directory: ${words}.`,
            below,
            block.buttons(button('Show it', 'directory entity', { entity: acronym }), {
              ...button('That is wrong', 'directory wrong', { record: acronym }),
              ask: true,
            }),
          ),
          {
            as: `one of those who stand for ${acronym}`,
            otherwise: 'Not right? Tell the secretariat.',
          },
          false,
        ),
      ),
    })),
  )
  return toldLine(people.map(({ name }) => name))
}
