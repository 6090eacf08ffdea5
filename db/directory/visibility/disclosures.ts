import { sql } from 'kysely'

import type { Disclosures } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Whose address was shown to whom: `fields` are `email` and `phone`, `door` is the command that showed it. */
export type Disclosure = Readonly<Omit<Disclosures, 'id'>>

/** Records several at once. */
export async function recordDisclosures(db: Db, shown: readonly Disclosure[]): Promise<void> {
  const rows = shown.map(({ fields, ...rest }) => ({ ...rest, fields: fields.join(',') }))
  await record(db, { rows: asRecords(rows) })
}

const record = statement((db, given: Params<{ rows: string }>) =>
  db
    .insertInto('disclosures')
    .columns(['personId', 'viewerId', 'fields', 'door', 'at'])
    .expression((from) =>
      from
        .selectFrom(
          records<Omit<Disclosure, 'fields'> & { fields: string }>(given.rows, {
            personId: 'int',
            viewerId: 'int',
            fields: 'text',
            door: 'text',
            at: 'timestamptz',
          }),
        )
        .select(['n.personId', 'n.viewerId'])
        .select(({ ref }) => sql<string[]>`string_to_array(${ref('n.fields')}, ',')`.as('fields'))
        .select(['n.door', 'n.at']),
    ),
)

export interface DisclosureSeen extends Pick<Disclosure, 'fields' | 'door' | 'at'> {
  readonly viewer: string
  readonly entity: string | null
}

/** Who was shown a person's addresses, the latest first. */
export async function lookupsOf(
  db: Db,
  personId: number,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly DisclosureSeen[]> {
  return lookups(db, { personId, limit, offset })
}

const lookups = statement((db, given: Params<{ personId: number; limit: number; offset: number }>) =>
  db
    .selectFrom('disclosures as d')
    .innerJoin('people as v', 'v.id', 'd.viewerId')
    .leftJoin('entities as e', 'e.id', 'v.entityId')
    .select(['d.fields', 'd.door', 'd.at', 'v.name as viewer', 'e.acronym as entity'])
    .where('d.personId', '=', given.personId)
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(given.limit)
    .offset(given.offset),
)
