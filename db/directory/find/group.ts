import { sql } from 'kysely'

import { fold as foldText } from '../../../src/core/text/nearest.ts'
import { slipsOf } from '../../../src/core/text/slips.ts'
import type { WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { anyBegins, compared } from '../../store/expressions.ts'
import { type Lookup, lookupOf } from '../../store/lookup.ts'
import { type Params, statement } from '../../store/statement.ts'

export type Group = Pick<WorkingGroups, 'id' | 'acronym' | 'name'>

/** Finds the working group of a typed acronym, alias or name, or of an unambiguous beginning of one. */
export async function findGroup(db: Db, text: string): Promise<Lookup<Group>> {
  return lookupOf(await named(db, { text, slips: [...slipsOf(foldText(text))] }), (group) => group.acronym)
}

const named = statement((db, given: Params<{ text: string; slips: string[] }>) =>
  db
    .with(
      (name) => name('typed').materialized(),
      (query) =>
        query.selectNoFrom(
          sql<string>`regexp_replace(${compared(given.text)}, '^(the )?(wg|working group)( on)? +| +(wg|working group)$', '', 'g')`.as(
            'word',
          ),
        ),
    )
    .with('ranked', (query) =>
      query
        .selectFrom(['workingGroups as g', 'typed'])
        .select(['g.id', 'g.acronym', 'g.name', 'g.number'])
        .select(({ ref }) => {
          const word = ref('typed.word')
          const acronym = ref('g.comparedAcronym')
          const aliases = ref('g.comparedAliases')
          const search = ref('g.search')
          return [
            sql<number>`case
              when ${acronym} = ${word} then 1
              when ${ref('g.comparedName')} = ${word} or ${word} = any (${aliases}) then 2
              when ${ref('g.number')} = substring(${word} from '^(?:wg|group|no|nr)? ?([0-9]{1,3})$')::int then 3
              when starts_with(${acronym}, ${word}) then 4
              when ${anyBegins(aliases, word)} then 5
              when length(${word}) > 3 and position(${word} in ${search}) > 0 then 6
              else 9 end`.as('rank'),
            sql<number>`word_similarity(${word}, ${search})
              + (${ref('g.handles')} && ${given.slips}::text[])::int`.as('near'),
            sql<number>`similarity(${word}, ${acronym})`.as('alike'),
          ]
        }),
    )
    .selectFrom('ranked')
    .select(['id', 'acronym', 'name', 'rank'])
    .where((eb) =>
      eb.or([eb('rank', '<', 9), sql<boolean>`greatest(${eb.ref('near')}, ${eb.ref('alike')}) > 0.3`]),
    )
    .orderBy('rank')
    .orderBy(({ ref }) => sql`case when ${ref('rank')} = 9 then ${ref('near')} + ${ref('alike')} end`, 'desc')
    .orderBy('number')
    .limit(12),
)
