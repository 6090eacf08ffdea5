import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findEntities } from '../../../db/directory/find/entity.ts'
import { findGroup } from '../../../db/directory/find/group.ts'
import { findPerson } from '../../../db/directory/find/person.ts'
import { searchDirectory } from '../../../db/directory/find/search.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import { stranger } from '../../../src/dispatch/caller/identifyCaller.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

const kinds = ['people', 'entities', 'groups'] as const

const viewer = viewerOf(stranger, '2026-11-21')

describe('finding by name', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
    await database.store.pool.query(
      `insert into people (name, email, title) values
        ('Zoë Ångström-Núñez', 'zoe.angstrom@made.example', 'Legal adviser'),
        ('محمد الطيب', 'm.altayeb@made.example', null),
        ('Rikamo Elanto', 'rikamo@made.example', null), ('Rikamo Senben', 'senben@made.example', null),
        ('Hundred % _ O''Quote', 'hundred@made.example', null)`,
    )
  })
  afterAll(() => database.drop())

  async function labels(query: string): Promise<readonly string[]> {
    const hits = await searchDirectory(database.store.kysely, { query, kinds, limit: 10 })
    return hits.map((hit) => hit.label)
  }

  test.each([
    ['without its accents', 'zoe angstrom nunez'],
    ['with one letter wrong in each word', 'Zoe Angstrm-Nunes'],
    ['with its words the other way round', 'Ångström Zoë'],
    ['by its e-mail address', 'zoe.angstrom@made.example'],
  ])('a person is found %s', async (_, query) => {
    expect((await labels(query))[0]).toBe('Zoë Ångström-Núñez')
  })

  test('a name in Arabic is found, also by one of its words', async () => {
    expect(await labels('محمد الطيب')).toEqual(['محمد الطيب'])
    expect(await labels('الطيب')).toContain('محمد الطيب')
  })

  test('what is badly misspelt is looked for once more, less strictly', async () => {
    expect(await labels('rixamo elxnto')).toContain('Rikamo Elanto')
  })

  test('two words each but for one key find the person in one round trip', async () => {
    let asked = 0
    const { kysely } = database.store
    const counting = new Proxy(kysely, {
      get(target, name) {
        if (name === 'executeQuery') asked += 1
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const hits = await searchDirectory(counting, { query: 'Rkiamo Snben', kinds, limit: 10 })

    expect(hits.map(({ label }) => label)).toEqual(['Rikamo Senben'])
    expect(asked).toBe(1)
  })

  test('strangers who are a little like a name with two slips do not hide who bears it', async () => {
    await database.store.pool.query(
      `insert into people (name, email) values ('Ileim Xavkamoto', 'xavkamoto@made.example'),
        ('Joleim Lemquakamoto', 'lemquakamoto@made.example'), ('Kaleim Lemkamoto', 'lemkamoto@made.example')`,
    )

    expect((await labels('lIeim Xakamoto'))[0]).toBe('Ileim Xavkamoto')
  })

  test('a word that nobody has does not hide those who have the other', async () => {
    expect(await labels('Elanto Xyzzyqwv')).toContain('Rikamo Elanto')
  })

  test.each(['%', '_', "'", '"', '\\', '<%', "'; drop table people; --", '%%%_', '\u200b'])(
    'the characters %j are harmless',
    async (query) => {
      expect(await labels(query)).toEqual(expect.any(Array))
      expect((await findPerson(database.store.kysely, query, viewer)).kind).not.toBe('one')
      expect((await labels('Rikamo')).length).toBe(2)
    },
  )

  test('an acronym, an alias, a part and a name name the entity, and so does an unambiguous beginning', async () => {
    const names = ['interpol', 'ODA', 'uncct', 'World Customs Organization', 'unesc', 'OSAPG']
    const named = await findEntities(database.store.kysely, names, new Date('2026-11-21T12:00:00Z'))

    expect(named.map((one) => (one.kind === 'one' ? one.value.acronym : one.kind))).toEqual([
      'INTERPOL',
      'UNODA',
      'UNOCT',
      'WCO',
      'UNESCO',
      'Special Adviser on the Prevention of Genocide',
    ])
  })

  test('an ambiguous beginning gives the candidates, an unknown word the nearest known one', async () => {
    const names = ['SRSG', 'INTERPLO']
    const [several, none] = await findEntities(database.store.kysely, names, new Date('2026-11-21T12:00:00Z'))

    expect(several?.kind === 'several' && several.candidates.length).toBe(3)
    expect(none).toEqual({ kind: 'none', nearest: 'INTERPOL' })
    expect(await findGroup(database.store.kysely, 'ETICP')).toEqual({ kind: 'none', nearest: 'ETCIP' })
  })

  test.each([
    ['etc', 'ETCIP'],
    ['hrrol', 'HRRoL-VOT'],
    ['VOT', 'HRRoL-VOT'],
    ['cft', 'CJLR-CFT'],
    ['gender', 'Gender'],
  ])('%s names the group %s', async (text, acronym) => {
    expect(await findGroup(database.store.kysely, text)).toMatchObject({ kind: 'one', value: { acronym } })
  })

  test.each([
    ['an e-mail address', 'Rikamo@made.example', 'Rikamo Elanto'],
    ['a name', 'rikamo senben', 'Rikamo Senben'],
    ['the beginning of a name', 'Rikamo E', 'Rikamo Elanto'],
    ['the acronym of an entity with one focal point', 'unaoc', 'UNAOC focal point'],
  ])('a person is named by %s', async (_, text, name) => {
    expect(await findPerson(database.store.kysely, text, viewer)).toMatchObject({
      kind: 'one',
      value: { name },
    })
  })

  test('a beginning that two people share gives both, a misspelt address the nearest person', async () => {
    const several = await findPerson(database.store.kysely, 'Rikamo', viewer)
    const none = await findPerson(database.store.kysely, 'zoe.angstrom@mode.example', viewer)

    expect(several.kind === 'several' && several.candidates.map((one) => one.name).sort()).toEqual([
      'Rikamo Elanto',
      'Rikamo Senben',
    ])
    expect(none).toEqual({ kind: 'none', nearest: 'Zoë Ångström-Núñez' })
  })

  test('a retired person is not found by name', async () => {
    await database.store.pool.query(
      `insert into people (name, email, retired_on) values ('Vanora Gone', 'gone@made.example', '2020-01-01')`,
    )

    expect(await labels('Vanora Gone')).not.toContain('Vanora Gone')
    expect((await findPerson(database.store.kysely, 'Vanora Gone', viewer)).kind).toBe('none')
  })
})

describe('finding a person among many', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
    await database.store.pool.query(`
      insert into people (name, email, entity_id, title)
      select 'Made ' || md5(n::text) || ' Up' || n, 'p' || n || '@made.example', 1 + n % 40, 'Focal point' from generate_series(1, 4000) n`)
    await database.store.pool.query('vacuum analyze people')
  })
  afterAll(() => database.drop())

  test.each(['p77@made.example', 'CTED', 'Secretariat'])('%s does not read them all', async (text) => {
    const before = await readInFull()
    await findPerson(database.store.kysely, text, viewer)

    expect(await readInFull()).toBe(before)
  })

  /** How often the table of people was read from end to end by this session. */
  async function readInFull(): Promise<number> {
    const { rows } = await database.store.pool.query(
      `select pg_stat_force_next_flush(), (select seq_scan from pg_stat_user_tables where relname = 'people') as n`,
    )
    return Number(rows[0].n)
  }
})
