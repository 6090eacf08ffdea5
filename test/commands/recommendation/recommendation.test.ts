import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const follower = focal('cted')
const stranger = focal('who')
const record =
  '/recommendation add "Train border guards in the use of watchlists" country:jordan theme:"border control" visit:"Visit of 2026"'

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

const deliveredTo = (who: string, words: string) =>
  here.delivered.filter(({ to, text }) => to === who && text.includes(words))

describe('a recommendation', () => {
  test('is recorded by the secretariat, to a State by its own name', async () => {
    expect((await here.say(follower, record)).outcome).toBe('refused')
    expect((await here.say(secretariat, record)).text).toContain('Country: Jordan')
    expect((await here.say(secretariat, '/recommendation add Do country:Atlantis')).text).toContain(
      'I know no State',
    )
  })

  test('is seen by the secretariat and those who follow it up; to others there is none', async () => {
    await here.say(secretariat, record)
    expect((await here.say(follower, '/recommendation show REC1')).text).toContain(
      'There is no recommendation',
    )
    await here.say(secretariat, '/recommendation assign REC1 owner:CTED due:"1 Mar 2027"')
    expect(deliveredTo(follower, 'gave you a recommendation')).toHaveLength(1)
    expect((await here.say(follower, '/recommendation show REC1')).text).toContain('1 Mar 2027')
    expect((await here.say(follower, '/recommendation list')).text).toContain('1 recommendation')
    for (const line of ['show REC1', 'show border', 'status REC1 implemented', 'undo REC1'])
      expect([line, (await here.say(stranger, `/recommendation ${line}`)).text]).toEqual([
        line,
        expect.not.stringContaining('watchlists'),
      ])
    expect((await here.say(stranger, '/recommendation list')).text).toContain('no such recommendations')
    expect((await here.say(follower, '/recommendation assessments')).outcome).toBe('refused')
  })

  test('is listed by its State, by who follows it up, and by its day that has passed', async () => {
    await here.say(secretariat, record)
    await here.say(secretariat, '/recommendation add "Adopt a law" country:Kenya owner:CTED due:"1 Nov 2026"')
    for (const [typed, found] of [
      ['CTED', 'Adopt a law'],
      ['overdue', 'Adopt a law'],
      ['CTED overdue', 'Adopt a law'],
      ['Jordan', 'Train border guards'],
    ]) {
      const reply = await here.say(secretariat, `/recommendation list ${typed}`)
      expect([typed, reply.text]).toEqual([typed, expect.stringContaining(`1 recommendation`)])
      expect([typed, reply.text]).toEqual([typed, expect.stringContaining(found ?? '')])
    }
    expect((await here.say(secretariat, '/recommendation list Jordan overdue')).text).toContain('no such')
    expect((await here.say(secretariat, '/recommendation list Atlantis')).text).toContain('I know no State')
  })

  test('has a status that its follower sets, with a note; the secretariat is told, and it is undone', async () => {
    await here.say(secretariat, record)
    await here.say(secretariat, '/recommendation assign REC1 owner:CTED')
    const done = await here.say(
      follower,
      '/recommendation status REC1 implemented note:"Two courses were held"',
    )
    expect(done.text).toContain('REC1 is implemented')
    expect(deliveredTo(secretariat, 'Two courses were held')).toHaveLength(1)
    expect((await here.say(secretariat, '/recommendation show REC1')).text).toContain(
      'implemented: Two courses were held (CTED focal point',
    )
    expect((await press(here, follower, buttonNamed(done, 'Undo'))).text).toContain('Status: open')
    expect((await here.say(follower, '/recommendation undo REC1 change:1')).outcome).toBe('refused')
  })

  test('is reminded of before its day, and the secretariat last', async () => {
    await here.say(secretariat, `${record} owner:CTED due:"1 Mar 2027"`)
    await here.turn('2027-02-15T15:00:00Z')
    expect(deliveredTo(follower, 'is to be followed up by 1 Mar 2027')).toHaveLength(1)
    await here.turn('2027-02-16T15:00:00Z')
    expect(deliveredTo(follower, 'is to be followed up by 1 Mar 2027')).toHaveLength(1)
    await here.turn('2027-03-23T15:00:00Z')
    expect(deliveredTo(secretariat, 'was to be followed up by 1 Mar 2027')).toHaveLength(1)
  })

  test('counts in the assessment of its country', async () => {
    await here.say(secretariat, `${record} owner:CTED due:"1 Mar 2027"`)
    await here.say(secretariat, '/recommendation add "Amend the law" country:Jordan')
    await here.say(secretariat, '/recommendation status REC2 "not pursued"')
    await here.turn('2027-03-02T15:00:00Z')
    const { text } = await here.say(secretariat, '/recommendation assessments')
    expect(text).toMatch(/Jordan.*Visit of 2026.*CTED/)
    expect(text).toContain('1 overdue')
  })
})
