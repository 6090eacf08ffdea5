import { changeEntity } from '../../../db/directory/edit/entity.ts'
import { addGroup, changeGroup } from '../../../db/directory/edit/group.ts'
import { setParts } from '../../../db/directory/import/parts.ts'
import { endImportedSeat, importSeat } from '../../../db/directory/import/seats.ts'
import { insertEntities } from '../../../db/directory/import/writeEntities.ts'
import { insertPeople, updatePeople } from '../../../db/directory/import/writePeople.ts'
import type { ImportWrites } from '../../../db/directory/import/written.ts'
import type { Context } from '../../define.ts'
import { applyRoles } from './applyRoles.ts'
import type { Plan } from './plan/plan.ts'
import { entityOf, groupOf, personOf } from './writtenFields.ts'

/** Writes what a plan says, each record with its change; tells what was written, for taking it back. */
export async function applyPlan(context: Context, plan: Plan, fileName: string): Promise<ImportWrites> {
  const recorder = { by: context.caller.personId, now: context.now, source: `Import of ${fileName}` }
  switch (plan.kind) {
    case 'person':
      return { ...nothing, changes: await applyPeople(context, plan, recorder) }
    case 'entity':
      return applyEntities(context, plan, recorder)
    case 'group':
      return { ...nothing, changes: await applyGroups(context, plan, recorder) }
    case 'role':
      return applyRoles(context, plan, recorder)
    case 'seat':
      return { ...nothing, changes: await applySeats(context, plan, recorder) }
  }
}

type Recorder = { readonly by: number; readonly now: Date; readonly source: string }

const nothing: ImportWrites = { changes: [], parts: [], terms: [] }

async function applyPeople({ db }: Context, plan: Plan, recorder: Recorder): Promise<readonly number[]> {
  const added = await insertPeople(
    db,
    plan.added.map(({ patch }) => personOf(patch)),
    recorder,
  )
  const changed = await updatePeople(
    db,
    plan.changed.map(({ id, patch, before, current }) => ({
      id,
      whole: personOf({ ...current, ...patch }),
      before,
      after: patch,
    })),
    recorder,
  )
  return [...added, ...changed]
}

async function applyEntities({ db, today }: Context, plan: Plan, recorder: Recorder): Promise<ImportWrites> {
  const changes = [
    ...(await insertEntities(
      db,
      plan.added.map(({ patch }) => ({ fields: entityOf(patch), parts: patch.parts ?? [] })),
      recorder,
    )),
  ]
  const parts: { entityId: number; parts: readonly string[] }[] = []
  for (const { id, patch, current } of plan.changed) {
    const { parts: set, ...fields } = patch
    const saved = await changeEntity(db, id, fields, recorder, { from: today })
    if (saved) changes.push(saved.change)
    if (!set) continue
    await setParts(db, id, set)
    parts.push({ entityId: id, parts: current.parts ?? [] })
  }
  return { changes, parts, terms: [] }
}

async function applyGroups(
  { db, today }: Context,
  plan: Plan,
  recorder: Recorder,
): Promise<readonly number[]> {
  const changes: number[] = []
  for (const { patch } of plan.added) {
    const { change } = await addGroup(db, { ...groupOf(patch), number: patch.number }, recorder)
    changes.push(change)
  }
  for (const { id, patch } of plan.changed) {
    const saved = await changeGroup(db, id, patch, recorder, { from: today })
    if (saved) changes.push(saved.change)
  }
  return changes
}

async function applySeats({ db }: Context, plan: Plan, recorder: Recorder): Promise<readonly number[]> {
  const changes: number[] = []
  for (const { id, patch } of plan.changed) {
    if (patch.until) changes.push(await endImportedSeat(db, id, patch.until, recorder))
  }
  for (const { patch } of plan.added) {
    const { seat, groupId, entityId, personId, from, until, ends } = patch
    if (!seat || !groupId || !entityId || !personId || !from) throw new Error('a seat was planned in part')
    changes.push(
      await importSeat(
        db,
        { seat, groupId, entityId, personId, from, until: until ?? null, ends: ends ?? [] },
        recorder,
      ),
    )
  }
  return changes
}
