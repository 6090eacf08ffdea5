import type { EntityFields } from '../../../db/directory/edit/entity.ts'
import type { TermFields } from '../../../db/directory/import/terms.ts'
import type { ImportedPerson } from '../../../db/directory/import/writePeople.ts'
import type { Patch } from './plan/plan.ts'

/** A person as they are written, with what is not told left empty. */
export function personOf({
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
  retiredOn,
  since,
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
    retiredOn: retiredOn ?? null,
    since: since ?? null,
  }
}

export function entityOf({ acronym = '', name = '', kind, type, joined, aliases }: Patch): EntityFields {
  return {
    acronym,
    name,
    kind: kind ?? 'member',
    type: type ?? null,
    joined: joined ?? null,
    aliases: aliases ?? [],
    retired: null,
  }
}

export function groupOf({ acronym = '', name = '', pillar, objective, aliases, subjects, openToAll }: Patch) {
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

export function termOf({
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
