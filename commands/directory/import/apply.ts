import { addEntity, changeEntity } from '../../../db/directory/edit/entity.ts'
import { addGroup, changeGroup } from '../../../db/directory/edit/group.ts'
import { setParts } from '../../../db/directory/import/parts.ts'
import { changeTerm, insertTerm, type TermFields } from '../../../db/directory/import/terms.ts'
import { type ImportedPerson, insertPeople, updatePeople } from '../../../db/directory/import/writePeople.ts'
import type { Context } from '../../define.ts'
import type { ChangePlanned, Patch, Plan, Planned } from './plan.ts'

/** Writes what a plan says, each record with its change. */
export async function applyPlan(context: Context, plan: Plan, fileName: string): Promise<void> {
  const recorder = { by: context.caller.personId, now: context.now, source: `Import of ${fileName}` }
  switch (plan.kind) {
    case 'person':
      return applyPeople(context, plan, recorder)
    case 'entity':
      for (const one of plan.added) await addOneEntity(context, one, recorder)
      for (const { id, patch } of plan.changed) {
        const { parts, ...fields } = patch
        await changeEntity(context.db, id, fields, recorder)
        if (parts) await setParts(context.db, id, parts)
      }
      return
    case 'group':
      for (const { patch } of plan.added) {
        await addGroup(context.db, { ...groupOf(patch), number: patch.number }, recorder)
      }
      for (const { id, patch } of plan.changed) await changeGroup(context.db, id, patch, recorder)
      return
    case 'role':
      for (const { patch } of plan.added) {
        await insertTerm(context.db, termOf(patch), { ...recorder, note: recorder.source })
      }
      for (const { id, patch } of plan.changed) {
        await changeTerm(context.db, id, { until: patch.until ?? null, holder: patch.holder ?? null })
      }
  }
}

type Recorder = { readonly by: number; readonly now: Date; readonly source: string }

async function applyPeople({ db }: Context, plan: Plan, recorder: Recorder): Promise<void> {
  await insertPeople(
    db,
    plan.added.map(({ patch }) => personOf(patch)),
    recorder,
  )
  await updatePeople(
    db,
    plan.changed.map(({ id, patch, before, current }: ChangePlanned) => ({
      id,
      whole: personOf({ ...current, ...patch }),
      before,
      after: patch,
    })),
    recorder,
  )
}

async function addOneEntity({ db }: Context, { patch }: Planned, recorder: Recorder): Promise<void> {
  const { id } = await addEntity(db, entityOf(patch), recorder)
  if (patch.parts) await setParts(db, id, patch.parts)
}

function personOf({
  email,
  name,
  entityId,
  title,
  zone,
  phone,
  station,
  country,
  languages,
  isCoordinator,
}: Patch): ImportedPerson {
  return {
    name: name ?? email ?? '',
    email: email ?? null,
    entityId: entityId ?? null,
    title: title ?? null,
    zone: zone ?? 'UTC',
    phone: phone ?? null,
    station: station ?? null,
    country: country ?? null,
    languages: languages ?? [],
    isCoordinator: isCoordinator ?? false,
  }
}

function entityOf({ acronym = '', name = '', kind, type, joined, aliases }: Patch) {
  return {
    acronym,
    name,
    kind: kind ?? 'member',
    type: type ?? null,
    joined: joined ?? null,
    aliases: aliases ?? [],
    retired: null,
  } as const
}

function groupOf({ acronym = '', name = '', pillar, objective, aliases, subjects, openToAll }: Patch) {
  return {
    acronym,
    name,
    pillar: pillar ?? null,
    objective: objective ?? '',
    aliases: aliases ?? [],
    subjects: subjects ?? [],
    openToAll: openToAll ?? false,
    retired: null,
  }
}

function termOf({
  groupId = 0,
  role = 'member',
  entityId,
  personId,
  holder,
  from,
  until,
}: Patch): TermFields {
  return {
    groupId,
    role,
    entityId: entityId ?? 0,
    personId: personId ?? null,
    holder: holder ?? null,
    from: from ?? null,
    until: until ?? null,
  }
}
