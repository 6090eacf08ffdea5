import { afterEach, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

test('an entity for which nobody answers is named where it would be called, with how to add somebody', async () => {
  here = await world({ now: '2026-11-24T15:00:00Z' })
  const { pool } = here.database.store
  const without = (acronyms: readonly string[]) =>
    pool.query(
      `update people set retired_on = '2026-11-20'
       where entity_id in (select id from entities where acronym = any($1))`,
      [acronyms],
    )
  await without(['WHO', 'ICAO'])
  const reply = await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  expect(reply.text).toContain(
    '2 entities cannot be called, because nobody in the directory answers for them: ICAO and WHO.',
  )
  expect(reply.text).toContain('[Add for ICAO]')
  const added = await here.say(
    secretariat,
    '/directory add person "New in ICAO" email:new.icao@compact.example entity:ICAO',
  )
  expect(added.outcome).toBe('done')
  expect((await here.say(secretariat, '/newsletter call')).text).toContain(
    '1 entity cannot be called, because nobody in the directory answers for it: WHO.',
  )
  await without(['CTED', 'IMO', 'INTERPOL', 'IPU', 'OCHA', 'OLA'])
  expect((await here.say(secretariat, '/newsletter call')).text).toContain(
    '7 entities cannot be called, because nobody in the directory answers for them: CTED, IMO, INTERPOL, IPU, OCHA and 2 more.',
  )
  // An entity whose only person is of the secretariat is not one that nobody answers for.
  await pool.query(
    `update people set retired_on = null, is_secretariat = true
     where entity_id = (select id from entities where acronym = 'OLA')`,
  )
  expect((await here.say(secretariat, '/newsletter call')).text).toContain(
    '6 entities cannot be called, because nobody in the directory answers for them: CTED, IMO, INTERPOL, IPU, OCHA and 1 more.',
  )
  expect((await here.say(secretariat, '/newsletter nudge OLA')).text).toContain(
    'The secretariat answers for OLA itself, so nobody is asked.',
  )
  await here.say(secretariat, '/newsletter call exclude:WHO')
  expect((await here.say(secretariat, '/newsletter call')).text).toContain('5 entities cannot be called')
})
