import { type ExpressionBuilder, sql } from 'kysely'

import type { Database, People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { fold } from '../../store/expressions.ts'
import { type Lookup, lookupOf } from '../../store/lookup.ts'
import { type Params, statement, variants } from '../../store/statement.ts'
import { maySee, openEmail, type Viewer } from '../visibility/audience.ts'
import { givenWords, matchWords, type SearchWordValues, searchWords, wordsGiven } from './searchWords.ts'

/** A person as a typed name means them; the address where everyone may see it. */
export type Person = Pick<People, 'id' | 'name' | 'email'>

/**
 * Finds the person of a typed e-mail address or name; an acronym names the entity's only focal point. Each way to be
 * found reads an index of its own, so that it stays quick over many people.
 */
export async function findPerson(db: Db, text: string, viewer: Viewer): Promise<Lookup<Person>> {
  // A whole address is a key, and so is the number on record: neither needs a search.
  const number = /^P(\d{1,9})$/i.exec(text.trim())
  const [addressed] = number
    ? await byNumber(db, { id: Number(number[1]) })
    : text.includes('@')
      ? await byAddress(db, { text, ...viewer })
      : []
  if (addressed) return { kind: 'one', value: addressed }
  const words = searchWords(text)
  const rows = await named(words.length)(db, { text, ...wordsGiven(words), ...viewer })
  return lookupOf(rows, (person) => person.name)
}

const byNumber = statement((db, given: Params<{ id: number }>) =>
  db
    .selectFrom('people as p')
    .select(['p.id', 'p.name'])
    .select((eb) => open(eb))
    .where('p.id', '=', given.id),
)

const byAddress = statement((db, given: Params<{ text: string } & Viewer>) => {
  const address = sql<string>`(select ${fold(given.text)})`
  return db
    .selectFrom('people as p')
    .select(['p.id', 'p.name'])
    .select((eb) => open(eb))
    .where((eb) =>
      eb.or([
        eb('p.email', '=', address),
        eb(
          'p.id',
          'in',
          eb.selectFrom('otherAddresses as a').select('a.personId').where('a.email', '=', address),
        ),
      ]),
    )
    .where(({ ref }) =>
      maySee(db, given, { audience: ref('p.emailFor'), id: ref('p.id'), entityId: ref('p.entityId') }),
    )
})

/** One statement for each number of words. */
const named = variants((count: number) =>
  statement((db, given: Params<{ text: string } & SearchWordValues & Viewer>) => {
    const word = sql<string>`(select ${fold(given.text)})`
    return db
      .with('addressed', (query) =>
        query
          .selectFrom('people as p')
          .select(['p.id', 'p.name'])
          .select((eb) => open(eb))
          .select([sql<number>`1`.as('rank'), sql<number>`1::real`.as('near')])
          .where('p.email', '=', word)
          .where(({ ref }) =>
            maySee(db, given, { audience: ref('p.emailFor'), id: ref('p.id'), entityId: ref('p.entityId') }),
          ),
      )
      .with('found', (query) =>
        query
          .selectFrom('addressed')
          .selectAll()
          .unionAll((all) =>
            all
              .selectFrom('people as p')
              .select(['p.id', 'p.name'])
              .select((eb) => open(eb))
              .select(({ ref }) => [
                sql<number>`case
                  when ${fold(ref('p.name'))} = ${word} then 2
                  when starts_with(${fold(ref('p.name'))}, ${word}) 
                    or (${ref('p.emailFor')} = 'everyone' and starts_with(${ref('p.email')}, ${word})) then 4
                  when position(${word} in ${ref('p.search')}) > 0 then 5
                  else 9 end`.as('rank'),
                sql<number>`word_similarity(${word}, ${ref('p.search')})`.as('near'),
              ])
              .where('p.retiredOn', 'is', null)
              .where(({ lit, ref }) =>
                count === 0 ? lit(false) : matchWords(givenWords(given, count), ref('p.search')),
              )
              .where(({ exists, not, selectFrom }) => not(exists(selectFrom('addressed').select('id'))))
              // An acronym names the people of its entity, and nobody whose name only begins like it.
              .where(({ exists, not, or, ref, selectFrom }) =>
                or([
                  sql<boolean>`${word} = any(string_to_array(${fold(ref('p.name'))}, ' '))`,
                  not(
                    exists(
                      selectFrom('entities as named')
                        .select('named.id')
                        .where(({ ref: of }) => sql<boolean>`${fold(of('named.acronym'))} = ${word}`),
                    ),
                  ),
                ]),
              ),
          )
          .unionAll((all) =>
            all
              .selectFrom('entities as e')
              .innerJoin('people as p', 'p.entityId', 'e.id')
              .select(['p.id', 'p.name'])
              .select((eb) => open(eb))
              .select([sql<number>`3`.as('rank'), sql<number>`1`.as('near')])
              .where(({ ref }) => sql<boolean>`${fold(ref('e.acronym'))} = ${word}`)
              .where('p.retiredOn', 'is', null),
          ),
      )
      .with('best', (query) =>
        query
          .selectFrom('found')
          .distinctOn('id')
          .select(['id', 'name', 'email', 'rank', 'near'])
          .orderBy('id')
          .orderBy('rank'),
      )
      .selectFrom('best')
      .select(['id', 'name', 'email', 'rank'])
      .orderBy('rank')
      .orderBy('near', 'desc')
      .orderBy('name')
      .orderBy('id')
      .limit(12)
  }),
)

function open({ ref }: ExpressionBuilder<Database & { p: Database['people'] }, 'p'>) {
  return openEmail({ email: ref('p.email'), audience: ref('p.emailFor') }).as('email')
}
