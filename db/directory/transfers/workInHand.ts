import type { Db, Trx } from '../../store/db.ts'

/** What a person has in hand, by what it is: the numbers of the records. */
export type WorkInHand = Readonly<Record<WorkKind, readonly number[]>>

const workKinds = [
  'actions',
  'recommendations',
  'updates',
  'meetings',
  'series',
  'invitations',
  'reminders',
] as const

export type WorkKind = (typeof workKinds)[number]

export interface Transfer {
  readonly from: number
  readonly to: number
}

/**
 * What a person has in hand: open actions, recommendations that they follow up by name, updates under way, meetings
 * ahead that they organize or are invited to, series that go on, and reminders that wait. With `all`, what is done and
 * past too; invitations only to what the other is not invited to. Of one group, what belongs to it, which a
 * recommendation never does, and no invitation: whoever leads a group is invited to what it has ahead anyhow.
 */
export async function workInHandOf(
  db: Db,
  { from, to }: Transfer,
  now: Date,
  all: boolean,
  groupId?: number,
): Promise<WorkInHand> {
  const actions = db
    .selectFrom('actionItems')
    .select('id')
    .where('ownerPerson', '=', from)
    .$if(!all, (query) => query.where('status', '=', 'open'))
    .$if(groupId !== undefined, (query) =>
      query.where(
        'meetingId',
        'in',
        db
          .selectFrom('meetings')
          .select('id')
          .where('groupId', '=', groupId ?? 0),
      ),
    )
  const recommendations = db
    .selectFrom('recommendations')
    .select('id')
    .where('personId', '=', from)
    .$if(!all, (query) => query.where('status', 'in', ['open', 'in progress']).where('removed', 'is', false))
  const updates = db
    .selectFrom('updates')
    .select('id')
    .where('authorId', '=', from)
    .$if(!all, (query) => query.where('status', 'in', ['proposed', 'returned']))
    .$if(groupId !== undefined, (query) => query.where('id', 'in', updatesOf(db, groupId ?? 0)))
  const meetings = db
    .selectFrom('meetings')
    .select('id')
    .where('organizerId', '=', from)
    .$if(!all, (query) => query.where('status', '=', 'scheduled').where('startsAt', '>', now))
    .$if(groupId !== undefined, (query) => query.where('groupId', '=', groupId ?? 0))
  const series = db
    .selectFrom('meetingSeries')
    .select('id')
    .where('organizerId', '=', from)
    .$if(!all, (query) => query.where('endedFrom', 'is', null))
    .$if(groupId !== undefined, (query) => query.where('groupId', '=', groupId ?? 0))
  const invitations = db
    .selectFrom('invitations as i')
    .innerJoin('meetings as m', 'm.id', 'i.meetingId')
    .select('m.id')
    .where('i.personId', '=', from)
    .$if(!all, (query) => query.where('m.status', '=', 'scheduled').where('m.startsAt', '>', now))
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('invitations as o')
            .select('o.meetingId')
            .whereRef('o.meetingId', '=', 'm.id')
            .where('o.personId', '=', to),
        ),
      ),
    )
  const reminders = db
    .selectFrom('reminders')
    .select('id')
    .where('personId', '=', from)
    .where('status', '=', 'waiting')
    .$if(groupId !== undefined, (query) => query.where('groupId', '=', groupId ?? 0))
  return {
    actions: await ids(actions),
    recommendations: groupId === undefined ? await ids(recommendations) : [],
    updates: await ids(updates),
    meetings: await ids(meetings),
    series: await ids(series),
    invitations: groupId === undefined ? await ids(invitations) : [],
    reminders: await ids(reminders),
  }
}

/** Updates that say, as they stand now, that they are a group's. */
function updatesOf(db: Db, groupId: number) {
  return db
    .selectFrom('updates as u')
    .innerJoin('updateVersions as v', (join) =>
      join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
    )
    .innerJoin('workingGroups as g', 'g.acronym', 'v.wg')
    .select('u.id')
    .where('g.id', '=', groupId)
}

async function ids(query: {
  execute(): Promise<readonly { readonly id: number }[]>
}): Promise<readonly number[]> {
  const rows = await query.execute()
  return rows.map(({ id }) => id)
}

/** Moves these records from one person to another; what the first no longer has stays where it is. */
export async function moveWork(trx: Trx, things: Partial<WorkInHand>, { from, to }: Transfer): Promise<void> {
  for (const kind of workKinds) {
    const moved = things[kind] ?? []
    if (moved.length > 0) await movers[kind](trx, moved, from, to)
  }
}

type Mover = (trx: Trx, ids: readonly number[], from: number, to: number) => Promise<unknown>

const movers: Readonly<Record<WorkKind, Mover>> = {
  actions: (trx, moved, from, to) =>
    trx
      .updateTable('actionItems')
      .set({ ownerPerson: to })
      .where('id', 'in', moved)
      .where('ownerPerson', '=', from)
      .execute(),
  recommendations: (trx, moved, from, to) =>
    trx
      .updateTable('recommendations')
      .set({ personId: to })
      .where('id', 'in', moved)
      .where('personId', '=', from)
      .execute(),
  updates: (trx, moved, from, to) =>
    trx
      .updateTable('updates')
      .set({ authorId: to })
      .where('id', 'in', moved)
      .where('authorId', '=', from)
      .execute(),
  meetings: (trx, moved, from, to) =>
    trx
      .updateTable('meetings')
      .set({ organizerId: to })
      .where('id', 'in', moved)
      .where('organizerId', '=', from)
      .execute(),
  series: (trx, moved, from, to) =>
    trx
      .updateTable('meetingSeries')
      .set({ organizerId: to })
      .where('id', 'in', moved)
      .where('organizerId', '=', from)
      .execute(),
  invitations: (trx, moved, from, to) =>
    trx
      .updateTable('invitations')
      .set({ personId: to })
      .where('meetingId', 'in', moved)
      .where('personId', '=', from)
      .execute(),
  reminders: (trx, moved, from, to) =>
    trx
      .updateTable('reminders')
      .set({ personId: to })
      .where('id', 'in', moved)
      .where('personId', '=', from)
      .execute(),
}
