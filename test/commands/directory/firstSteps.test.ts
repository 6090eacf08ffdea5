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

describe('an organization that is not in the directory yet', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const line = 'add Ines Duarte, ines@rha.example, Coastal Guard Society'

  test('may be added first by whoever may, and nobody else is put there for the person', async () => {
    const { answer, text } = await here.say(secretariat, line)
    expect(text).toContain('I know no entity called “Coastal Guard Society”')
    const [add] = answer.message.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    expect(add).toMatchObject({
      label: 'Add it',
      command: 'directory add entity',
      values: { name: 'Coastal Guard Society' },
      ask: true,
    })
    await here.say(secretariat, 'add entity CGS, Coastal Guard Society')

    expect((await here.say(secretariat, line)).text).toContain('Added Ines Duarte (CGS), ines@rha.example')
  })

  test('is named with who adds it to anybody else', async () => {
    const { text } = await here.say(focal('who'), '/directory list entity:"Harbour Watch"')
    const shown = await here.say(focal('who'), '/update list entity:"Harbour Watch"')
    expect([text, shown.text].join(' ')).toContain('the secretariat can add it with /directory add entity')
    expect([text, shown.text].join(' ')).not.toContain('Add it')
  })
})
