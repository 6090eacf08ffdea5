import { afterEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

test('reminders set at once or set again stay within their number', async () => {
  here = await world()
  const { id } = (
    await here.database.store.pool.query('select id from people where email = $1', [focal('cted')])
  ).rows[0]
  await here.database.store.pool.query(
    `insert into reminders (person_id, text, at, zone, status, created_at)
     select $1, 'x', '2027-01-01', 'UTC', 'waiting', now() from generate_series(1, 97)`,
    [id],
  )
  const set = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      here.say(focal('cted'), `/reminder add "r${at}" at:"tomorrow 9:00"`),
    ),
  )

  expect(set.filter(({ outcome }) => outcome === 'done')).toHaveLength(3)

  const [one] = (await here.database.store.pool.query(`select min(id) as id from reminders`)).rows
  await here.say(focal('cted'), `/reminder cancel R${one.id}`)
  await here.say(focal('cted'), '/reminder add more at:"tomorrow 9:00"')
  const restored = await here.say(focal('cted'), `/reminder restore R${one.id}`)
  expect(restored).toMatchObject({ outcome: 'refused', text: expect.stringContaining('100 is the limit') })
})
