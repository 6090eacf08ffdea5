import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

describe('a meeting that is put on record after it was held', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, '/wg edit ETCIP quorum:3')
    await here.say(chair, '/meeting schedule Third wg:ETCIP start:"19 Nov 10:00" held:yes')
  })
  afterAll(() => here.end())

  test('has its chair asked what came of it, as any other meeting has', async () => {
    await here.turn('2026-11-22T12:00:00Z')

    const asked = here.delivered.filter(({ text }) => text.startsWith('What came of'))
    expect(asked.map(({ to }) => to)).toEqual([chair])
    expect(asked[0]?.text).toContain('M1 Third')
  })

  test('counts those who came by the roles of its day, and calls no member uninvited', async () => {
    const held = await here.say(
      chair,
      '/meeting hold M1 summary:"discussed drones" attended:"CTED, WHO, IPU, IOM"',
    )
    const minutes = await here.say(chair, '/meeting minutes M1')
    const file = minutes.answer.message.blocks.find((block) => block.kind === 'file')
    const lines = file?.kind === 'file' ? String(file.content).split('\n') : []

    expect(held.text).toMatch(/^IOM was not invited/m)
    expect(lines).toContain('- Present: CTED, WHO, IOM')
    expect(lines).toContain('- Observers present: IPU')
    expect(lines).toContain('- Quorum: 3 member entities; 2 present')
  })

  test('keeps the agenda that it had', async () => {
    for (const line of ['remove M1 item:1', 'order M1 items:1', 'add M1 item:Drones'])
      expect((await here.say(chair, `/meeting agenda ${line}`)).text, line).toContain(
        'its agenda stays as it is',
      )
  })
})

describe('an outcome that is sent twice', () => {
  let here: World
  const line = '/meeting hold M1 summary:"discussed drones" attended:"CTED, WHO"'
  beforeAll(async () => {
    here = await world()
    await here.say(chair, '/meeting schedule Third wg:ETCIP start:"19 Nov 10:00" held:yes')
    await here.say(chair, '/meeting hold M1 summary:"spoke of drones" attended:CTED')
    await here.say(chair, line)
  })
  afterAll(() => here.end())

  test('is no correction the second time', async () => {
    const again = await here.say(chair, line)
    const history = await here.say(chair, '/meeting history M1')

    expect(again.text).toContain('M1 Third has that outcome on record already; nothing was changed.')
    expect(history.text.match(/Corrected/g)).toHaveLength(1)
  })

  test('is taken back to what was on record before it', async () => {
    await here.say(chair, '/meeting restore M1')

    expect((await here.say(chair, '/meeting show M1')).text).toContain('spoke of drones')
  })
})
