import { sql } from 'kysely'

import {
  givenWords,
  matchWords,
  meaningful,
  type SearchWordValues,
  searchWords,
  wordsGiven,
} from '../directory/find/searchWords.ts'
import { type KeptRecords, keepAdded, type Recorder } from '../records/change.ts'
import type { Entities, Projects } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { isMissing } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement, variants } from '../store/statement.ts'

const columns = [
  ...(['title', 'leadId', 'partners', 'pillar', 'beneficiaries', 'currency', 'budget', 'funded'] as const),
  ...(['donors', 'startsOn', 'endsOn', 'status', 'removed'] as const),
] as const

/** What of a project changes; amounts are in the smallest unit of its currency. */
export type ProjectFields = Readonly<Pick<Projects, (typeof columns)[number]>>

export interface Project extends ProjectFields, Readonly<Pick<Projects, 'id' | 'addedBy'>> {
  readonly lead: Entities['acronym']
  /** Acronyms of the entities beside the lead. */
  readonly partnerNames: readonly string[]
}

/** Adds a project; gives its number and that of the change. */
export async function addProject(trx: Trx, project: Omit<ProjectFields, 'removed'>, recorder: Recorder) {
  const { id } = await trx
    .insertInto('projects')
    .values({ ...project, addedBy: recorder.by, addedAt: recorder.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, change: await keepAdded(trx, projects, id, recorder) }
}

/** All projects, each of whose changes is kept. */
export const projects: KeptRecords<ProjectFields> = {
  kind: 'project',
  lock: (trx, id) =>
    trx.selectFrom('projects').select(columns).where('id', '=', id).forUpdate().executeTakeFirst(),
  write: (trx, id, fields) => trx.updateTable('projects').set(fields).where('id', '=', id).execute(),
}

/** The project of a number, one that was taken back too; undefined where there is none. */
export async function projectById(db: Db, id: number): Promise<Project | undefined> {
  const [row] = await byId(db, { id })
  return row
}

const byId = statement((db, given: Params<{ id: number }>) => rows(db).where('j.id', '=', given.id))

interface ProjectsQuery {
  /** As the lead or as a partner. */
  readonly entityId: number | null
  readonly pillar: Projects['pillar']
  readonly status: Projects['status'] | null
  /** Words that its title, beneficiaries or donors hold, misspelt or not; empty for all. */
  readonly words: string
  readonly limit: number
  readonly offset: number
}

/** Projects by their title. */
export async function listProjects(db: Db, wanted: ProjectsQuery): Promise<readonly Project[]> {
  const words = meaningful(searchWords(wanted.words))
  return listed(words.length)(db, { ...wanted, ...wordsGiven(words) })
}

const listed = variants((count: number) =>
  statement((db, given: Params<ProjectsQuery & SearchWordValues>) =>
    rows(db)
      .where('j.removed', 'is', false)
      .where((eb) =>
        eb.or([
          isMissing(given.entityId, 'int'),
          eb('j.leadId', '=', given.entityId),
          sql<boolean>`${given.entityId}::int = any (${eb.ref('j.partners')})`,
        ]),
      )
      .where((eb) => eb.or([isMissing(given.pillar, 'text'), eb('j.pillar', '=', given.pillar)]))
      .where((eb) => eb.or([isMissing(given.status, 'text'), eb('j.status', '=', given.status)]))
      .$if(count > 0, (some) =>
        some.where(({ ref }) => matchWords(givenWords(given, count), ref('j.search'))),
      )
      .orderBy(({ fn }) => fn('lower', ['j.title']))
      .orderBy('j.id')
      .limit(given.limit)
      .offset(given.offset),
  ),
)

function rows(db: QueryBuilder) {
  return db
    .selectFrom('projects as j')
    .innerJoin('entities as e', 'e.id', 'j.leadId')
    .select(['j.id', 'j.title', 'j.leadId', 'j.partners', 'j.pillar', 'j.beneficiaries', 'j.currency'])
    .select(['j.budget', 'j.funded', 'j.donors', 'j.startsOn', 'j.endsOn', 'j.status', 'j.removed'])
    .select(['j.addedBy', 'e.acronym as lead'])
    .select(({ ref, selectFrom }) => {
      const partners = selectFrom('entities as q')
        .where((eb) => eb('q.id', '=', eb.fn.any(ref('j.partners'))))
        .select((eb) =>
          sql<string[]>`array_agg(${eb.ref('q.acronym')} order by ${eb.ref('q.acronym')})`.as('list'),
        )
      return sql<string[]>`coalesce(${partners}, '{}')`.as('partnerNames')
    })
}
