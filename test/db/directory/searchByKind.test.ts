import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, type World, world } from '../../support/world.ts'
import { byHand } from './searchSet/byKind.ts'
import { people } from './searchSet/people.ts'

type Query = readonly [query: string, wanted: string]

/** Drops, swaps or doubles a letter in the middle of a word. */
function misspelt(word: string, how: number): string {
  const at = Math.max(1, Math.floor(word.length / 2))
  const [before, letter, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ]
  const slips = [`${next}${after}`, `${next}${letter}${after}`, `${letter}${letter}${next}${after}`]
  return before + (slips[how % slips.length] ?? '')
}

describe('the search by kind of query', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    for (const { name, email, entity, title, station, country, languages } of people) {
      await here.database.store.pool.query(
        `insert into people (name, email, entity_id, title, station, country, languages)
         values ($1, $2, (select id from entities where acronym = $3), $4, $5, $6, $7)`,
        [name, email, entity, title, station, country, languages],
      )
    }
  })
  afterAll(() => here.end())

  const rows = async (query: string) => (await here.database.store.pool.query(query)).rows

  /** Queries made from all that the store knows, so that none was chosen for being found. */
  async function made(): Promise<Readonly<Record<string, readonly Query[]>>> {
    const entities = await rows('select acronym, name, aliases from entities order by id')
    const groups = await rows('select acronym, aliases, subjects from working_groups order by number')
    const leads = await rows(
      `select g.acronym as wg, r.role, coalesce(p.name, r.holder, e.acronym) as holder from roles r
       join working_groups g on g.id = r.group_id join entities e on e.id = r.entity_id
       left join people p on p.id = r.person_id
       where r.during @> '2026-11-21'::date and r.role in ('chair', 'co-chair', 'vice-chair')`,
    )
    const longOf = (name: string) => name.split(/[ -]/).filter((word) => word.length > 5)
    const named = entities.filter(({ name }) => longOf(name).length > 0)
    return {
      misspelt: [
        ...named.map(({ acronym, name }, at): Query => {
          const [first = ''] = longOf(name)
          return [name.replace(first, misspelt(first, at)), acronym]
        }),
        ...people.flatMap(({ name }): readonly Query[] => {
          const long = longOf(name).at(-1)
          return long === undefined ? [] : [0, 1, 2].map((how) => [misspelt(long, how), name])
        }),
      ],
      reordered: [
        ...named.map(({ acronym, name }): Query => {
          const words: readonly string[] = name.split(' ')
          return [
            words
              .filter((word) => word.length > 3)
              .toReversed()
              .join(' '),
            acronym,
          ]
        }),
        ...people.map(({ name }): Query => [name.split(' ').toReversed().join(' '), name]),
      ],
      alias: [...entities, ...groups].flatMap(({ acronym, aliases }) =>
        aliases.map((alias: string): Query => [alias, acronym]),
      ),
      role: leads.flatMap(({ wg, role, holder }): readonly Query[] => [
        [`${wg} ${role}`, holder],
        [`who is the ${role} of ${wg}`, holder],
        [`${role} ${wg.toLowerCase()}`, holder],
      ]),
      subject: groups.flatMap(({ acronym, subjects }) =>
        subjects.map((subject: string): Query => [subject, acronym]),
      ),
    }
  }

  async function isFound([query, wanted]: Query): Promise<boolean> {
    const { text } = await here.say(focal('who'), `/directory find ${JSON.stringify(query)}`)
    const hits = text.split('\n').filter((line) => line.startsWith('- '))
    return hits.slice(0, 3).some((line) => line.slice(2).startsWith(wanted))
  }

  test('finds 95 % among the first three, and nine in ten of each kind', async () => {
    const sets = await made()
    const kinds = [...new Set([...Object.keys(sets), ...Object.keys(byHand)])]
    const missed: string[] = []
    const figures: string[] = []
    let all = 0
    for (const kind of kinds) {
      const set = [...(sets[kind] ?? []), ...(byHand[kind] ?? [])]
      const lost: string[] = []
      for (const query of set) if (!(await isFound(query))) lost.push(`${kind}: ${query.join(' → ')}`)
      const share = 1 - lost.length / set.length
      figures.push(`${kind} ${set.length - lost.length} of ${set.length}`)
      expect(share, lost.join('\n')).toBeGreaterThanOrEqual(0.9)
      missed.push(...lost)
      all += set.length
    }
    const found = 1 - missed.length / all
    process.stdout.write(`found among the first three: ${found.toFixed(3)} (${figures.join(', ')})\n`)
    expect(found, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
  })
})
