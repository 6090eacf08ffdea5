import { afterAll, beforeAll, expect, test } from 'vitest'

import { changePerson } from '../../../db/directory/edit/person.ts'
import { ensureSecretariat } from '../../../db/directory/secretariat.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

async function members(): Promise<readonly (string | null)[]> {
  const found = await database.store.kysely
    .selectFrom('people')
    .select('email')
    .where('isSecretariat', 'is', true)
    .orderBy('email')
    .execute()
  return found.map(({ email }) => email)
}

test('whom the settings made secretariat and no longer name is out; whom a command made stays', async () => {
  const { kysely } = database.store
  await ensureSecretariat(database.store, ['first@a.example', 'second@a.example'])
  const { id: first } = await person('first@a.example')
  const { id: third } = await kysely
    .insertInto('people')
    .values({ name: 'third', email: 'third@a.example' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await kysely
    .transaction()
    .execute((trx) =>
      changePerson(trx, third, { isSecretariat: true }, { by: first, now: new Date('2026-11-21T12:00:00Z') }),
    )
  const out = await ensureSecretariat(database.store, ['second@a.example'])

  expect(out).toEqual([first])
  expect((await members()).filter((email) => email?.endsWith('@a.example'))).toEqual([
    'second@a.example',
    'third@a.example',
  ])
  expect(await ensureSecretariat(database.store, ['second@a.example'])).toEqual([])
})

function person(email: string) {
  return database.store.kysely
    .selectFrom('people')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
}
