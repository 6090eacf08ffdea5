import { type GroupQuorum, quorumsOf } from '../../../db/directory/quorum.ts'
import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { invitees } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Db } from '../../../db/store/db.ts'
import { type Block, block } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { type RepresentedEntity, represented } from '../../../src/meetings/representation.ts'

type Which = Pick<Meeting, 'groupIds' | 'startsAt' | 'zone'>

/** What a group's rule asks for at a meeting. */
export interface Quorum {
  /** How many of its member entities. */
  readonly needed: number
  /** `Quorum`, or of one of several groups `Quorum of ETCIP`. */
  readonly label: string
  /** How many of those given count: of several groups only the members of this one. */
  readonly count: (entities: readonly RepresentedEntity[]) => number
}

/** The quorum of each group that meets and has such a rule. */
export async function quorums(db: Db, { groupIds, startsAt, zone }: Which): Promise<readonly Quorum[]> {
  const found: Quorum[] = []
  for (const { groupId, acronym, quorum } of await quorumsOf(db, groupIds)) {
    const own = groupIds.length > 1 ? await membersOf(db, groupId, dayOf(startsAt, zone)) : undefined
    found.push({
      needed: quorum,
      label: own ? `Quorum of ${acronym}` : 'Quorum',
      count: (entities) =>
        entities.filter(({ name, observer }) => !observer && (own === undefined || own.has(name))).length,
    })
  }
  return found
}

/** The member entities of a group on a day, by acronym; who is of none by name. */
export async function membersOf(
  db: Db,
  groupId: GroupQuorum['groupId'],
  on: string,
): Promise<ReadonlySet<string>> {
  const people = await expectedInvitees(db, [groupId], on)
  return new Set(people.filter(({ as }) => as !== 'observer').map(({ entity, name }) => entity ?? name))
}

/** How many member entities are present or coming, against each quorum. */
export async function quorumNotes(db: Db, meeting: Which & Pick<Meeting, 'id'>): Promise<readonly Block[]> {
  const rules = await quorums(db, meeting)
  if (rules.length === 0) return []
  const all = represented(await invitees(db, meeting.id))
  return rules.map(({ label, needed, count }) => {
    const present = count(all.filter((one) => one.present))
    const coming = count(all.filter(({ answer }) => answer === 'yes'))
    return block.text(
      `${label}: ${needed} member entities; ${present} are down as present, ${coming} said yes. Whoever is there says /meeting rsvp M${meeting.id} here.`,
    )
  })
}

/** Says where fewer entities are present than a rule asks for. */
export async function quorumWarnings(
  db: Db,
  meeting: Which & Pick<Meeting, 'id'>,
): Promise<readonly Block[]> {
  const rules = await quorums(db, meeting)
  if (rules.length === 0) return []
  const present = represented(await invitees(db, meeting.id)).filter((one) => one.present)
  return rules.flatMap(({ label, needed, count }) => {
    const there = count(present)
    if (there >= needed) return []
    return [
      block.text(
        `Mind the ${label.replace('Q', 'q')}: ${counted(there, 'member entity is', 'member entities are')} down as present, ${needed} are needed.`,
      ),
    ]
  })
}
