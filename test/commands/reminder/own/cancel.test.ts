import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')

async function three(): Promise<void> {
  here = await world()
  for (const text of ['water the plants', 'water the garden', 'اكتب التقرير'])
    expect((await here.say(who, `/reminder add "${text}" at:"tomorrow 09:00"`)).outcome).toBe('done')
}

async function waiting(): Promise<readonly string[]> {
  return [...(await here.say(who, '/reminder list')).text.matchAll(/- (R\d+)/g)].map(
    ([, number = '']) => number,
  )
}

describe('/reminder cancel', () => {
  test.each([
    ['/reminder cancel R1 R2', ['R3']],
    ['/reminder cancel r1, R3', ['R2']],
    ['/reminder cancel water the plants', ['R2', 'R3']],
    ['/reminder cancel plants', ['R2', 'R3']],
    ['/reminder cancel the plants', ['R2', 'R3']],
    ['/reminder cancel my water the plants', ['R2', 'R3']],
    ['/reminder cancel اكتب', ['R1', 'R2']],
    ['cancel my reminder about the plants', ['R2', 'R3']],
    ['delete the reminder to water the garden', ['R1', 'R3']],
    ['stop reminding me about the plants', ['R2', 'R3']],
  ])('reads “%s”', async (line, left) => {
    await three()
    const { outcome, text } = await here.say(who, line)
    expect(outcome, text).toBe('done')
    expect(await waiting()).toEqual(left)
  })

  test('asks which one where the words stand in several, and names what is ahead where none are given', async () => {
    await three()
    const several = await here.say(who, '/reminder cancel water')
    expect(several.text).toContain('may mean')
    expect(several.text).toContain('R1 water the plants')
    expect(JSON.stringify(await here.say(who, '/reminder cancel'))).toContain('R2 water the garden')
    expect(await waiting()).toHaveLength(3)
  })

  test('is taken back for all at once', async () => {
    await three()
    const { answer } = await here.say(who, '/reminder cancel R1, R2')
    const undo = answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))[0]
    await here.press(who, undo?.command ?? '', undo?.values ?? {})

    expect(await waiting()).toHaveLength(3)
  })

  test('changes nothing where one of several is somebody else’s, whose words it does not find', async () => {
    await three()
    await here.say(secretariat, '/reminder add "secret plan" at:"tomorrow 10:00"')
    expect((await here.say(who, '/reminder cancel R1, R4')).outcome).toBe('refused')
    const secret = await here.say(who, '/reminder cancel secret plan')
    expect(secret.outcome).toBe('refused')
    expect(secret.text).not.toContain('R4')

    expect(await waiting()).toHaveLength(3)
  })

  test('ends a snooze by its number, and another time is given to it by that', async () => {
    await three()
    await here.turn('2026-11-22T09:00:00Z')
    await here.say(who, '/reminder snooze R1 until:1h')
    expect((await here.say(who, '/reminder snooze Z1 until:2h')).text).toContain('12:00')
    const ended = await here.say(who, '/reminder cancel Z1')
    expect(ended.text).toContain('It will not come again')

    expect((await here.say(who, '/reminder list')).text).not.toContain('Z1')
    expect((await here.say(who, '/reminder snooze Z1 until:2h')).text).toContain('Nothing of yours waits')
  })
})
