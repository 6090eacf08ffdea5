import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Entities, Objections, Resolutions } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { jsonList } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'

export interface Resolution
  extends Readonly<Pick<Resolutions, 'id' | 'itemId' | 'body' | 'status' | 'proposedBy'>> {
  readonly objections: readonly {
    readonly entity: Entities['acronym']
    readonly reason: Objections['reason']
  }[]
}

/** What was proposed in a meeting, in order, with what became of it and which entities objected. */
export async function resolutionsOf(db: Db, meetingId: number): Promise<readonly Resolution[]> {
  return ofMeeting(db, { meetingId })
}

const ofMeeting = statement((db, given: Params<{ meetingId: number }>) =>
  db
    .selectFrom('resolutions as r')
    .select(['r.id', 'r.itemId', 'r.body', 'r.status', 'r.proposedBy'])
    .select(({ selectFrom }) =>
      jsonList(
        selectFrom('objections as o')
          .innerJoin('entities as e', 'e.id', 'o.entityId')
          .whereRef('o.resolutionId', '=', 'r.id')
          .select(({ fn, ref }) =>
            fn
              .jsonAgg(jsonBuildObject({ entity: ref('e.acronym'), reason: ref('o.reason') }))
              .orderBy('e.acronym')
              .as('list'),
          ),
      ).as('objections'),
    )
    .where('r.meetingId', '=', given.meetingId)
    .orderBy('r.id'),
)

export interface NewResolution extends Readonly<Pick<Resolutions, 'meetingId' | 'itemId' | 'body'>> {
  readonly proposedBy: number
}

/** Returns its number. */
export async function propose(trx: Trx, resolution: NewResolution, now: Date): Promise<number> {
  const [row] = await add(trx, { ...resolution, now })
  if (!row) throw new Error('the resolution was not kept')
  return row.id
}

const add = statement((db, given: Params<NewResolution & { now: Date }>) =>
  db
    .insertInto('resolutions')
    .values({
      meetingId: given.meetingId,
      itemId: given.itemId,
      body: given.body,
      status: 'proposed',
      proposedBy: given.proposedBy,
      proposedAt: given.now,
    })
    .returning('id'),
)

/** Decides a proposal, or with `proposed` opens it again. */
export async function decide(
  trx: Trx,
  decision: { readonly id: number; readonly status: Resolutions['status']; readonly by: number },
  now: Date,
): Promise<void> {
  await setStatus(trx, { ...decision, now })
}

const setStatus = statement(
  (db, given: Params<{ id: number; status: Resolutions['status']; by: number; now: Date }>) =>
    db
      .updateTable('resolutions')
      .set({ status: given.status, decidedBy: given.by, decidedAt: given.now })
      .where('id', '=', given.id),
)

interface NewObjection {
  readonly resolutionId: number
  readonly entityId: number
  readonly personId: number
  readonly reason: string | null
}

/** Records that an entity objects; its last word stands. */
export async function object(trx: Trx, objection: NewObjection, now: Date): Promise<void> {
  await raise(trx, { ...objection, now })
}

const raise = statement((db, given: Params<NewObjection & { now: Date }>) =>
  db
    .insertInto('objections')
    .values({
      resolutionId: given.resolutionId,
      entityId: given.entityId,
      personId: given.personId,
      reason: given.reason,
      raisedAt: given.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['resolutionId', 'entityId'])
        .doUpdateSet({ personId: given.personId, reason: given.reason, raisedAt: given.now }),
    ),
)
