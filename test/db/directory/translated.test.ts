import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { findEntities } from '../../../db/directory/find/entity.ts'
import { searchDirectory } from '../../../db/directory/find/search.ts'
import { translatedNames } from '../../../db/directory/find/translated/names.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

describe('other languages and scripts', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
    await database.store.pool.query(
      `insert into people (name, email) values
        ('Mohammed Al-Tayeb', 'm@un.example'), ('أمينة بن يوسف', 'a@un.example'), ('Дмитрий Соколовский', 'd@un.example')`,
    )
  })
  afterAll(() => database.drop())

  const find = async (query: string) => {
    const kinds = ['people', 'entities', 'groups'] as const
    const hits = await searchDirectory(database.store.kysely, { query, kinds, limit: 10 })
    return hits.map(({ label }) => label)
  }

  test('find every entity first by its name in each of them', async () => {
    const missed: string[] = []
    for (const [acronym, names] of Object.entries(translatedNames)) {
      for (const name of names) {
        const [first] = await find(name)
        if (first !== acronym) missed.push(`${name} → ${acronym}, not ${first}`)
      }
    }
    expect(missed).toEqual([])
  })

  test.each([
    ['Naciones Unidas contra la Droga', 'UNODC'],
    ['ООН по наркотикам', 'UNODC'],
    ['droits de l’homme', 'OHCHR'],
    ['毒品和犯罪问题', 'UNODC'],
  ])('find by a part of a name: %s', async (query, acronym) => {
    expect((await find(query))[0]).toBe(acronym)
  })

  test('name an entity to every command where the whole name is typed', async () => {
    const now = new Date('2026-11-23T09:00:00Z')
    const names = [
      'Organisation mondiale de la Santé',
      'WCO',
      'Всемирная таможенная организация',
      '国际海事组织',
    ]
    const found = await findEntities(database.store.kysely, names, now)
    const meant = found.map((one) => (one.kind === 'one' ? one.value.acronym : one.kind))
    expect(meant).toEqual(['WHO', 'WCO', 'WCO', 'IMO'])
  })

  test.each(['办公室', '恐怖主义', 'ONUDI'])(
    'name no entity by what may be a part of several names, or the acronym of another: %s',
    async (name) => {
      const now = new Date('2026-11-23T09:00:00Z')
      const [found] = await findEntities(database.store.kysely, [name], now)
      expect(found?.kind).toBe('none')
    },
  )

  test.each([
    ['Лорен Дейли', 'Lauren Daly'],
    ['محمد الطيب', 'Mohammed Al-Tayeb'],
    ['Amina Ben Youssef', 'أمينة بن يوسف'],
    ['Dmitri Sokolovsky', 'Дмитрий Соколовский'],
  ])('find a person by how the name sounds: %s', async (query, name) => {
    expect((await find(query))[0]).toBe(name)
  })

  test.each([
    ['prosecution of terrorists', 'CJLR-CFT'],
    ['hate speech', 'PCVE'],
  ])(
    'a group is found by words of its name and of what it deals with together: %s',
    async (query, acronym) => {
      expect((await find(query))[0]).toBe(acronym)
    },
  )

  test('a group that deals with a subject stands before one whose objective names it', async () => {
    const hits = await find('women')
    expect(hits.indexOf('Gender')).toBeGreaterThan(-1)
    expect(hits.indexOf('Gender')).toBeLessThan(hits.indexOf('PCVE'))
  })
})
