import { sql } from 'kysely'

import type { People } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

/** The last entry about a record such as `meeting:12`, by whose number later ones are told apart; 0 where there is none. */
export async function lastEntryAbout(db: Db, subject: string): Promise<number> {
  const [entry] = await last(db, { subject })
  return Number(entry?.id ?? 0)
}

const last = statement((db, given: Params<{ subject: string }>) =>
  db
    .selectFrom('audit')
    .select('id')
    .where('subject', '=', given.subject)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)

interface Since {
  readonly subject: string
  /** The entry that was the last one before. */
  readonly after: number
  /** The commands that change it. */
  readonly commands: readonly string[]
}

/** Who changed a record since, the first of them first, each once. */
export async function changersSince(
  db: Db,
  since: Since,
): Promise<readonly Readonly<Pick<People, 'id' | 'name'>>[]> {
  const rows = await changers(db, { ...since, commands: [...since.commands] })
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

const changers = statement((db, given: Params<Omit<Since, 'commands'> & { commands: string[] }>) =>
  db
    .selectFrom('audit as a')
    .innerJoin('people as p', 'p.id', 'a.personId')
    .select(['p.id', 'p.name'])
    .where('a.subject', '=', given.subject)
    .where('a.id', '>', sql<never>`${given.after}::bigint`)
    .where('a.command', '=', sql<string>`any(${given.commands}::text[])`)
    .where('a.outcome', '=', 'done')
    .orderBy('a.id')
    .limit(50),
)
