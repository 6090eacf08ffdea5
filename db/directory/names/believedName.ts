import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { day } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { EntityOrGroup } from './former.ts'

export interface BelievedName {
  readonly acronym: string
  readonly name: string
}

/**
 * What an entity or a working group was called on a day, as the record had it at a moment: a former name that was on
 * record then, else the name that the first change after the moment replaced, else `now`.
 */
export async function believedName(
  db: Db,
  { kind, id }: EntityOrGroup,
  { on, known, now }: { readonly on: Day; readonly known: Date; readonly now: BelievedName },
): Promise<BelievedName> {
  const of = { entityId: kind === 'entity' ? id : null, groupId: kind === 'group' ? id : null }
  const [former] = await formerThen(db, { ...of, on, known })
  if (former) return former
  const later = await changedSince(db, { kind, id, known })
  const before = (column: keyof BelievedName): string => {
    const values = later.map(({ before: columns }) => Object(columns)[column])
    return values.find((value) => typeof value === 'string') ?? now[column]
  }
  return { acronym: before('acronym'), name: before('name') }
}

const formerThen = statement(
  (db, given: Params<{ entityId: number | null; groupId: number | null; on: Day; known: Date }>) =>
    db
      .selectFrom('formerNames as f')
      .innerJoin('directoryChanges as c', 'c.id', 'f.changeId')
      .leftJoin('directoryChanges as s', 's.id', 'f.supersededBy')
      .select(['f.acronym', 'f.name'])
      .where((eb) => eb.or([eb('f.entityId', '=', given.entityId), eb('f.groupId', '=', given.groupId)]))
      .where('f.during', '@>', day(given.on))
      .where('c.recordedAt', '<=', given.known)
      .where((eb) => eb.or([eb('s.id', 'is', null), eb('s.recordedAt', '>', given.known)]))
      .orderBy('f.id', 'desc')
      .limit(1),
)

const changedSince = statement(
  (db, given: Params<{ kind: EntityOrGroup['kind']; id: number; known: Date }>) =>
    db
      .selectFrom('directoryChanges')
      .select('before')
      .where('kind', '=', given.kind)
      .where('recordId', '=', given.id)
      .where('recordedAt', '>', given.known)
      .orderBy('id'),
)
