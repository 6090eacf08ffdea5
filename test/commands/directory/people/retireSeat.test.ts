import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('one seat of a person', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, '/directory add person "Ana Nominee" email:ana@who.example entity:WHO')
    await here.say(secretariat, '/directory nominate ana@who.example wg:BMLE as:principal')
    await here.say(secretariat, '/directory nominate ana@who.example wg:ETCIP as:alternate')
  })
  afterAll(() => here.end())

  const say = (line: string, who = secretariat) => here.say(who, line)
  const end = (fields: Readonly<Record<string, string>>, who = secretariat) =>
    here.press(who, 'directory retire seat', { person: 'ana@who.example', ...fields }, true)

  test('is ended without the others, told to its holder and to whoever names the next, and comes back', async () => {
    expect((await say('/directory retire seat ana@who.example wg:ETCIP')).text).toContain(
      'End the seat of Ana Nominee in ETCIP?',
    )
    const ended = await end({ wg: 'ETCIP' })
    expect(ended.text).toContain('Ana Nominee no longer holds the alternate seat of WHO in ETCIP')
    const card = await say('/directory person ana@who.example')
    expect(card.text).toContain('principal in BMLE')
    expect(card.text).not.toContain('alternate in ETCIP')
    const deliveries = here.delivered.filter(({ text }) => text.includes('alternate seat of WHO in ETCIP'))
    expect(deliveries.map(({ to }) => to).sort()).toEqual(
      ['ana@who.example', 'ana@who.example', focal('who')].sort(),
    )
    expect(deliveries.find(({ to }) => to === focal('who'))?.text).toContain('[Nominate somebody]')

    const number = /D\d+/.exec(JSON.stringify(ended.answer.message))?.[0] ?? ''
    expect((await say(`/directory revert ${number}`)).outcome).toBe('done')
    expect((await say('/directory person ana@who.example')).text).toContain('alternate in ETCIP')
  })

  test('is ended and taken back by the coordinator of its entity alone', async () => {
    await here.turn('2026-12-01T12:00:00Z')
    expect((await end({ wg: 'ETCIP' }, focal('undp'))).text).toContain('You look after the people of UNDP')
    const ended = await end({ wg: 'ETCIP', on: '2026-12-01' }, focal('who'))
    expect(ended.outcome).toBe('done')
    const number = /D\d+/.exec(JSON.stringify(ended.answer.message))?.[0] ?? ''
    expect((await say('/directory person ana@who.example on:2026-11-30')).text).toContain('alternate seat')
    expect((await say(`/directory revert ${number}`, focal('undp'))).outcome).toBe('refused')
    expect((await say(`/directory revert ${number}`, focal('who'))).outcome).toBe('done')
  })

  test('that nobody holds, or that began later, is refused in a sentence', async () => {
    expect((await end({ wg: 'PCVE' })).text).toContain('Ana Nominee holds no seat in PCVE on 1 Dec 2026.')
    expect((await end({ wg: 'BMLE', as: 'alternate' })).text).toContain('but the principal seat.')
    expect((await end({ wg: 'BMLE', on: '2026-11-01' })).text).toContain('begins on 21 Nov 2026')
    expect((await say('/directory person ana@who.example')).text).toContain('principal in BMLE')
  })

  test('of several in one group is ended only where it is said which', async () => {
    await say('/directory nominate ana@who.example wg:BMLE as:alternate from:2027-01-10')
    expect((await end({ wg: 'BMLE' })).text).toContain('2 seats in BMLE from 1 Dec 2026 on. Say which.')
    expect((await end({ wg: 'BMLE', as: 'principal' })).outcome).toBe('done')
  })
})
