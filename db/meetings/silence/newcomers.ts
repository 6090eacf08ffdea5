import { sql } from 'kysely'

import { keyPart, keysIn, ledgerKeys } from '../../ledger/keyPart.ts'
import type { People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { utcDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { type ExpectedInvitee, expectedInviteesQuery } from '../expectedInvitees.ts'
import type { Silence } from './silences.ts'

/** A text that is open under silence, and one of its group who has not been sent it. */
export interface SilenceNewcomer extends Pick<Silence, 'body' | 'closesAt' | 'groupAcronym'> {
  readonly silenceId: number
  readonly personId: number
  /** The role in which they belong to the group. */
  readonly as: ExpectedInvitee['as']
  readonly zone: People['zone']
  readonly openedBy: People['name']
  readonly key: string
}

/** Whoever came to belong to a group while a text was open in it. */
export async function newcomersToSilences(
  db: Db,
  now: Date,
  limit: number,
): Promise<readonly SilenceNewcomer[]> {
  return newcomers(db, { now, limit })
}

const newcomers = statement((db, given: Params<{ now: Date; limit: number }>) =>
  db
    .with('keyed', () =>
      db
        .selectFrom('silenceProcedures as s')
        .innerJoin('workingGroups as g', 'g.id', 's.groupId')
        .innerJoin('people as o', 'o.id', 's.openedBy')
        .innerJoinLateral(
          (eb) =>
            expectedInviteesQuery(db, sql<number[]>`array[${eb.ref('s.groupId')}]`, utcDay(given.now)).as(
              'b',
            ),
          (join) => join.onTrue(),
        )
        .innerJoin('people as p', 'p.id', 'b.personId')
        .select(['s.id as silenceId', 's.body', 's.closesAt', 'g.acronym as groupAcronym'])
        .select(['b.personId', 'b.as', 'p.zone', 'o.name as openedBy'])
        .select(({ ref }) =>
          sql<string>`concat_ws(':', 'silence', ${ref('s.id')}, ${ref('b.personId')})`.as('key'),
        )
        .where('s.status', '=', 'open')
        .where('s.closesAt', '>', given.now),
    )
    .selectFrom('keyed as k')
    .selectAll('k')
    .where(({ exists, not, selectFrom }) =>
      not(exists(selectFrom('notices as n').select('n.id').whereRef('n.key', '=', 'k.key'))),
    )
    .orderBy('k.closesAt')
    .limit(given.limit),
)

/** Of texts by their ledger keys, those that are still open. */
export async function openAsSent(db: Db, keys: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  const rows = await stillOpen(db, { keys: [...keys], now })
  return keysIn(rows)
}

const stillOpen = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('silenceProcedures as s', (join) =>
      join.on((eb) => eb('s.id', '=', keyPart(eb.ref('k.key'), 2))),
    )
    .select('k.key')
    .where('s.status', '=', 'open')
    .where('s.closesAt', '>', given.now),
)

/** What became of texts, by their ledger keys. */
export async function decidedAsSent(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await decided(db, { keys: [...keys] })
  return new Map(rows.map(({ key, status }) => [key, endWords[status]]))
}

const endWords = { open: 'Adopted', adopted: 'Adopted', unheard: 'Not adopted', broken: 'Broken' } as const

const decided = statement((db, given: Params<{ keys: string[] }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('silenceProcedures as s', (join) =>
      join.on((eb) => eb('s.id', '=', keyPart(eb.ref('k.key'), 2))),
    )
    .select(['k.key', 's.status']),
)
