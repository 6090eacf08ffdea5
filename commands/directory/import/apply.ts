import { addEntity, changeEntity } from '../../../db/directory/edit/entity.ts'
import { addGroup, changeGroup } from '../../../db/directory/edit/group.ts'
import { changePerson } from '../../../db/directory/edit/person.ts'
import { insertPeople } from '../../../db/directory/import/insert.ts'
import type { Context } from '../../define.ts'
import type { Patch, Plan } from './plan.ts'

/** Writes what a plan says, each record with its change. */
export async function applyPlan(context: Context, plan: Plan, fileName: string): Promise<void> {
  const { db, now, caller } = context
  const recorder = { by: caller.personId, now, source: `Import of ${fileName}` }
  if (plan.kind === 'person') {
    await insertPeople(
      db,
      plan.added.map(({ key, patch }) => personOf(key, patch)),
      recorder,
    )
  }
  for (const { patch } of plan.kind === 'person' ? [] : plan.added) {
    if (plan.kind === 'entity') await addEntity(db, entityOf(patch), recorder)
    else await addGroup(db, { ...groupOf(patch), number: patch.number }, recorder)
  }
  for (const { id, patch } of plan.changed) {
    if (plan.kind === 'person') await changePerson(db, id, patch, recorder)
    else if (plan.kind === 'entity') await changeEntity(db, id, patch, recorder)
    else await changeGroup(db, id, patch, recorder)
  }
}

function personOf(email: string, { name, entityId, title, zone, phone, station, country, languages }: Patch) {
  return {
    name: name ?? email,
    email,
    entityId: entityId ?? null,
    title: title ?? null,
    zone: zone ?? 'UTC',
    phone: phone ?? null,
    station: station ?? null,
    country: country ?? null,
    languages: languages ?? [],
    isSecretariat: false,
    isCoordinator: false,
    retiredOn: null,
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

function groupOf({ acronym = '', name = '', pillar, objective, aliases, subjects }: Patch) {
  return {
    acronym,
    name,
    pillar: pillar ?? null,
    objective: objective ?? '',
    aliases: aliases ?? [],
    subjects: subjects ?? [],
    openToAll: false,
    retired: null,
  }
}
