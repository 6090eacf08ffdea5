import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

describe('the first hour of a directory', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const help = async (who: string) => (await here.say(who, '/help')).text

  test('says nothing where everything is there', async () => {
    expect(await help(secretariat)).not.toContain('step by step')
  })

  test('says to the secretariat alone what is missing, ticks off what is there, and offers the next step', async () => {
    await here.database.store.pool.query('truncate roles cascade')

    const text = await help(secretariat)
    expect(text).toContain('✓ Entities')
    expect(text).toContain('☐ Roles')
    expect(text).toContain('Next: /wg appoint')
    expect(text).toContain('[Appoint somebody]')
    expect(await help(focal('who'))).not.toContain('step by step')

    await here.say(secretariat, '/wg appoint ETCIP role:chair entity:WHO')
    expect(await help(secretariat)).not.toContain('step by step')
  })

  test('goes on with rooms where there are rooms, after an entity has joined a group', async () => {
    await here.database.store.pool.query('truncate roles cascade')
    const place = { platform: 'slack', tenant: 'T1', channel: 'C1', private: false }
    const joined = await here.say(secretariat, '/wg join ETCIP entity:WHO', { place })

    expect(joined.text).toContain('Next: Rooms')
    expect(joined.text).toContain('[Bind this channel]')
  })
})
