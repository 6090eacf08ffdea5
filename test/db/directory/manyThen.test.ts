import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { exportedPeople } from '../../../db/directory/export.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

const many = 2_000
const today = '2026-11-21'
const viewer = {
  viewerId: 1,
  viewerEntity: null,
  viewerGroups: [],
  viewerIsSecretariat: true,
  viewerDay: today,
}

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  // Each was an adviser until the day on which they became director, and gave two telephone numbers since.
  await database.store.pool.query(`
    with added as (
      insert into people (name, email, title, zone)
        select 'Post ' || n, 'post' || n || '@x.example', 'Director', 'UTC' from generate_series(1, ${many}) n
        returning id),
    changed as (
      insert into directory_changes (kind, record_id, before, after, holds_from, recorded_at)
        select 'person', id, '{"title": "Adviser"}', '{"title": "Director"}', date '2026-11-10', now() from added)
    insert into directory_changes (kind, record_id, before, after, holds_from, recorded_at)
      select 'person', id, '{"phone": "+41 1"}', '{"phone": "+41 2"}', date '2026-11-12', now()
      from added, generate_series(1, 2)`)
})
afterAll(() => database.drop())

test('thousands of people are exported as of a past day, with the changes of a few hundred read at a time', async () => {
  const { kysely } = database.store
  const statements = vi.spyOn(kysely, 'executeQuery')
  const rows = await exportedPeople(kysely, { on: '2026-11-05', today }, viewer)

  const posts = rows.filter(({ name }) => name.startsWith('Post '))
  expect(posts).toHaveLength(many)
  expect(new Set(posts.map(({ title }) => title))).toEqual(new Set(['Adviser']))
  const changes = await Promise.all(
    statements.mock.results.map(async ({ value }) => {
      const { rows: read } = await value
      return read.flatMap((row: { changes?: readonly unknown[] }) => row.changes ?? []).length
    }),
  )
  expect(Math.max(...changes)).toBeLessThanOrEqual(500)
  const later = await exportedPeople(kysely, { on: '2026-11-15', today }, viewer)
  expect(later.filter(({ title }) => title === 'Director')).toHaveLength(many)
})
