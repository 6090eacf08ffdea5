import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World

beforeEach(async () => {
  here = await world()
})

afterEach(() => here.end())

const chair = focal('interpol')

function inRoom(channel: string, isPrivate = false) {
  return { place: { platform: 'terminal', tenant: 'local', channel, private: isPrivate } }
}

describe('a group’s room', () => {
  test('is told of a new meeting with its card, which the answer in one of them leaves to it', async () => {
    await here.say(chair, '/wg bind ETCIP', inRoom('one'))
    await here.say(chair, '/wg bind ETCIP', inRoom('two'))
    const line = '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"'
    const reply = await here.say(chair, line, inRoom('one'))
    const elsewhere = await here.say(chair, line.replace('12 Dec', '13 Dec'), inRoom('three'))

    expect(here.announced.map(({ channel }) => channel)).toEqual(['one', 'two', 'one', 'two'])
    expect(reply.answer.message.card).toBeUndefined()
    expect(reply.text).not.toContain('Answers')
    expect(elsewhere.answer.message.card).toBe('meeting:2')
    expect(here.announced[0]?.text).toContain('A new meeting: Quarterly (ETCIP)')
    expect(here.announced[0]?.message.card).toBe('meeting:1')
  })

  test('is told when a meeting is moved, cancelled, restored and held, and reminded once for each lead', async () => {
    await here.say(chair, '/wg bind ETCIP', inRoom('one'))
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.say(chair, '/meeting move M1 start:"15 Dec 14:30"')
    await here.say(chair, '/meeting cancel M1 confirm:yes')
    await here.say(chair, '/meeting restore M1')
    await here.turn('2026-12-14T14:00:00Z')
    await here.turn('2026-12-14T14:01:00Z')
    await here.turn('2026-12-15T16:00:00Z')
    await here.say(chair, '/meeting hold M1 summary:"agreed on a plan"')

    expect(here.announced.map(({ text }) => text.split(/[:,]/)[0])).toEqual([
      'A new meeting',
      'Moved',
      'Cancelled',
      'It takes place after all',
      'Reminder',
      'Items for the agenda of M1 Quarterly',
      'Held',
    ])
    expect(here.announced.at(-1)?.text).toContain('agreed on a plan')
  })

  test('that was bound after a lead had passed is not reminded of it', async () => {
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.turn('2026-12-08T12:00:00Z')
    await here.say(chair, '/wg bind ETCIP', inRoom('one'))
    await here.turn('2026-12-08T12:01:00Z')

    expect(here.announced).toEqual([])
  })

  test('is told nothing any more once it is unbound', async () => {
    await here.say(chair, '/wg bind ETCIP', inRoom('one'))
    const reply = await here.say(chair, '/wg unbind ETCIP', inRoom('one'))
    const again = await here.say(chair, '/wg unbind ETCIP', inRoom('one'))
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')

    expect(reply.outcome).toBe('done')
    expect(again.text).toContain('is not a room of ETCIP')
    expect(here.announced).toEqual([])
  })

  test('is bound by its chairs and the secretariat alone, and never a private conversation', async () => {
    const stranger = await here.say(focal('opcw'), '/wg bind ETCIP', inRoom('one'))
    const alone = await here.say(secretariat, '/wg bind ETCIP', inRoom('one', true))
    const may = await here.say(secretariat, '/wg bind ETCIP', inRoom('one'))
    const twice = await here.say(secretariat, '/wg bind ETCIP', inRoom('one'))

    expect(stranger.text).toContain('Only the chairs of ETCIP')
    expect(alone.text).toContain('private conversation')
    expect(may.outcome).toBe('done')
    expect(twice.text).toContain('already')
  })
})
