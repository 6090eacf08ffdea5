import type { Db } from '../../store/db.ts'
import { utcDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { type CalledIssue, calledIssueColumns } from './calledIssue.ts'
import { callees, isLeftOut, isSilent } from './callees.ts'
import { reportsOn } from './reporting.ts'

/** Somebody of an entity of which nothing came yet for an issue that is called for. */
export interface SilentPerson extends CalledIssue {
  readonly entityId: number
  readonly entity: string
  readonly personId: number
  readonly name: string
  /** IANA zone. */
  readonly zone: string
  readonly away: boolean
  /** 1 for the one who is called first; whoever is away comes last. */
  readonly place: number
  readonly note: string | null
  /** When the first call goes out. */
  readonly beginsAt: Date
}

/**
 * People of entities that have neither sent anything to an open issue nor said that there is nothing to report, for
 * every issue that is called for.
 */
export async function silentPeople(db: Db, now: Date): Promise<readonly SilentPerson[]> {
  return silent(db, { now })
}

const silent = statement((db, { now }: Params<{ now: Date }>) =>
  db
    // Worked out once, and not at all where no issue is open.
    .with(
      (called) => called('callees').materialized(),
      (within) => callees(within, now),
    )
    .selectFrom('newsletters as n')
    .innerJoin('newsletterCalls as c', (join) =>
      join.onRef('c.newsletterId', '=', 'n.id').on('c.enabled', 'is', true),
    )
    .innerJoin('entities as e', (join) => join.on((eb) => reportsOn(eb, utcDay(now))))
    .innerJoin('callees as p', 'p.entityId', 'e.id')
    .innerJoin('people as o', 'o.id', 'n.openedBy')
    .select(calledIssueColumns)
    .select(['c.note', 'c.beginsAt', 'e.id as entityId', 'e.acronym as entity'])
    .select(['p.personId', 'p.name', 'p.zone', 'p.away', 'p.place'])
    .where('n.status', '=', 'open')
    .where('n.closesAt', '>', now)
    .where(({ ref }) => isSilent(db, ref('n.id'), ref('e.id')))
    .where(({ not, ref }) => not(isLeftOut(db, ref('n.id'), ref('e.id'))))
    .orderBy('n.id')
    .orderBy('e.acronym')
    .orderBy('p.personId'),
)
