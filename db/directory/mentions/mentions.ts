import type { GroupMentions } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'

/** A name that follows the directory, with its group. */
export interface GroupMention extends Readonly<GroupMentions> {
  readonly acronym: string
}

export type MentionKey = Readonly<Pick<GroupMentions, 'groupId' | 'platform' | 'tenant'>>

/** Lets a name follow the directory from now on; said again, it is tried again. */
export async function followMention(
  trx: Trx,
  asked: MentionKey & Pick<GroupMentions, 'handle' | 'seen' | 'followedBy'>,
  now: Date,
): Promise<void> {
  await follow(trx, { ...asked, now })
}

const follow = statement(
  (db, given: Params<MentionKey & Pick<GroupMentions, 'handle' | 'seen' | 'followedBy'> & { now: Date }>) =>
    db
      .insertInto('groupMentions')
      .values({
        groupId: given.groupId,
        platform: given.platform,
        tenant: given.tenant,
        handle: given.handle,
        seen: given.seen,
        followedBy: given.followedBy,
        followedAt: given.now,
      })
      .onConflict((conflict) =>
        conflict.columns(['groupId', 'platform', 'tenant']).doUpdateSet({
          seen: given.seen,
          followedBy: given.followedBy,
          fault: null,
          faultSince: null,
          restUntil: null,
        }),
      ),
)

/** Leaves a name as it is from now on; its handle, or undefined where it did not follow. */
export async function unfollowMention(trx: Trx, key: MentionKey): Promise<string | undefined> {
  const [left] = await unfollow(trx, key)
  return left?.handle
}

const unfollow = statement((db, given: Params<MentionKey>) =>
  db
    .deleteFrom('groupMentions as m')
    .where(({ and }) =>
      and({ 'm.groupId': given.groupId, 'm.platform': given.platform, 'm.tenant': given.tenant }),
    )
    .returning('m.handle'),
)

/** The names of a group, by platform and workspace. */
export async function mentionsOfGroup(db: Db, groupId: number): Promise<readonly GroupMention[]> {
  return ofGroup(db, { groupId })
}

const ofGroup = statement((db, given: Params<{ groupId: number }>) =>
  mentions(db).where('m.groupId', '=', given.groupId),
)

/** All names that may be looked after at an instant. */
export async function restedMentions(db: Db, now: Date): Promise<readonly GroupMention[]> {
  return rested(db, { now })
}

const rested = statement((db, given: Params<{ now: Date }>) =>
  mentions(db).where((eb) => eb.or([eb('m.restUntil', 'is', null), eb('m.restUntil', '<=', given.now)])),
)

function mentions(db: QueryBuilder) {
  return db
    .selectFrom('groupMentions as m')
    .innerJoin('workingGroups as g', 'g.id', 'm.groupId')
    .selectAll('m')
    .select('g.acronym')
    .orderBy('m.platform')
    .orderBy('m.tenant')
    .orderBy('m.groupId')
}

/** Takes a name in hand until an instant; of many processes one gets true. */
export async function claimMention(db: Db, key: MentionKey, until: Date, now: Date): Promise<boolean> {
  const claimed = await claim(db, { ...key, until, now })
  return claimed.length > 0
}

const claim = statement((db, given: Params<MentionKey & { until: Date; now: Date }>) =>
  db
    .updateTable('groupMentions as m')
    .set({ restUntil: given.until })
    .where(({ and }) =>
      and({ 'm.groupId': given.groupId, 'm.platform': given.platform, 'm.tenant': given.tenant }),
    )
    .where((eb) => eb.or([eb('m.restUntil', 'is', null), eb('m.restUntil', '<=', given.now)]))
    .returning('m.groupId'),
)

/** What became of a try. */
export type MentionState = Readonly<
  Pick<GroupMentions, 'externalId' | 'members' | 'keptAt' | 'fault' | 'faultSince' | 'restUntil'>
>

/** Notes it, and gives the name out of hand. */
export async function noteMention(db: Db, key: MentionKey, kept: MentionState): Promise<void> {
  await note(db, { ...key, ...kept })
}

const note = statement((db, given: Params<MentionKey & MentionState>) =>
  db
    .updateTable('groupMentions as m')
    .set({
      externalId: given.externalId,
      members: given.members,
      keptAt: given.keptAt,
      fault: given.fault,
      faultSince: given.faultSince,
      restUntil: given.restUntil,
    })
    .where(({ and }) =>
      and({ 'm.groupId': given.groupId, 'm.platform': given.platform, 'm.tenant': given.tenant }),
    ),
)
