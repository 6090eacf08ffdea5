import { quorumOf } from '../../../db/directory/quorum.ts'
import { invitees } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Db } from '../../../db/store/db.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { represented } from '../../../src/meetings/representation.ts'

/** How many member entities are present or coming, against the group's quorum; undefined where it has none. */
export async function quorumNote(
  db: Db,
  { id, groupId }: Pick<Meeting, 'id' | 'groupId'>,
): Promise<Block | undefined> {
  const quorum = groupId === null ? null : await quorumOf(db, groupId)
  if (quorum === null) return undefined
  const members = represented(await invitees(db, id)).filter(({ observer }) => !observer)
  const present = members.filter((one) => one.present).length
  const coming = members.filter(({ answer }) => answer === 'yes').length
  return block.text(
    `Quorum: ${quorum} member entities; ${present} are down as present, ${coming} said yes. Whoever is there says /meeting rsvp M${id} here.`,
  )
}
