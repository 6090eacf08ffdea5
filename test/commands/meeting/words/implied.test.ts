import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const member = focal('cted')

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

async function say(who: string, line: string): Promise<string> {
  return (await here.say(who, line)).text
}

async function schedule(title: string, start: string) {
  const reply = await here.say(chair, `/meeting schedule "${title}" wg:ETCIP start:"${start}" confirm:yes`)
  expect(reply.outcome).toBe('done')
}

describe('a meeting that is left out', () => {
  test('in the room of another group no foreign meeting is meant, and words stay words', async () => {
    const room = { platform: 'terminal', tenant: 'local', channel: 'room', private: false }
    await here.say(secretariat, '/wg bind PCVE', { place: room })
    await schedule('One', '23 Nov 2026 10:30')
    await here.say(chair, '/meeting start M1')
    expect((await here.say(chair, '/meeting note we agreed', { place: room })).text).toContain(
      'still needs: meeting',
    )
    expect(await say(chair, '/meeting note 3 members objected')).toContain('3 members objected')
    expect(await say(chair, '/meeting agenda add 2 minutes of silence')).toContain('2 minutes of silence')
    expect(await say(chair, '/meeting note Next steps: share the draft')).toContain('Next steps: share')
    await here.say(chair, '/meeting agenda add M1 Budget')
    expect(await say(chair, '/meeting next Budget')).toContain('Budget')
    expect(await say(chair, '/meeting note')).toContain('still needs: text')
  })

  test('a hand is raised in no meeting whose invitation only waits', async () => {
    await schedule('Later', '4 Dec 2026 15:00')
    expect(await say(member, '/meeting queue raise')).toContain('still needs: meeting')
    expect(await say(chair, '/meeting minutes word')).toContain('/meeting minutes still needs: meeting')
  })
})

describe('a number after next', () => {
  test('is the item of the meeting that goes on, also where a meeting has that number; M2 is the meeting', async () => {
    await schedule('One', '23 Nov 2026 10:30')
    await schedule('Two', '4 Dec 2026 15:00')
    for (const item of ['Drones', 'Budget', 'Youth']) await say(chair, `/meeting agenda add M1 ${item}`)
    await here.say(chair, '/meeting start M1')
    expect(await say(chair, '/meeting next 3')).toContain('Now: 3. Youth')
    expect(await say(chair, '/meeting next 2')).toContain('Now: 2. Budget')
    expect((await here.say(chair, '/meeting next M2')).outcome).toBe('refused')
    expect((await here.say(chair, '/meeting next 7')).outcome).toBe('refused')
    expect(await say(chair, '/meeting next M1')).toContain('the last item of One')
  })

  test('is a meeting’s where none goes on', async () => {
    await schedule('One', '4 Dec 2026 15:00')
    const reply = await here.say(chair, '/meeting next 1')
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('One')
  })
})

describe('words are kept whole', () => {
  test('of an action with letters that change their length, and of an item with more than its minutes', async () => {
    await schedule('Quarterly', '4 Dec 2026 15:00')
    expect(await say(chair, '/meeting action add M1 Book the İstanbul venue by 12 Dec')).toContain(
      'A1 Book the İstanbul venue (nobody yet, due 12 Dec 2026)',
    )
    expect(
      await say(chair, '/meeting agenda add M1 item:"Budget, 20 min, first reading" presenter:OPCW'),
    ).toMatch(/Budget, first reading.*OPCW/s)
    expect(await say(chair, '/meeting agenda add M1 Drones, 10 min, a long story')).toContain(
      'Drones, a long story',
    )
    expect(await say(chair, '/meeting agenda add M1 Youth, 10 min, OPCW')).toMatch(/Youth \(.*OPCW/)
  })

  test('of a meeting of this week that has passed', async () => {
    await schedule('Quarterly', '24 Nov 2026 10:00')
    await here.turn('2026-11-25T09:00:00Z')
    expect(await say(chair, "/meeting show Tuesday's ETCIP meeting")).toMatch(/^M1 Quarterly/)
  })

  test('of votes, in each button that asks which time was meant', async () => {
    await here.say(
      chair,
      '/meeting poll open Which wg:ETCIP slots:"8 Dec 2026 10:00, 8 Dec 2026 15:00, 9 Dec 2026 10:00" confirm:yes',
    )
    const asked = await here.say(chair, '/meeting poll vote P1 "8 December 15:00, 8 December"')
    const [first] = asked.answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
    expect(asked.text).toContain('may be 1 or 2')
    expect(first && (await press(here, chair, first)).outcome).toBe('done')
  })
})
