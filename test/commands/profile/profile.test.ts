import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const stranger = 'somebody@home.example'

describe('linking by the secretariat', () => {
  test('with no outgoing mail the secretariat is asked, confirms, and the account is told', async () => {
    here = await world()
    await here.say(stranger, `/profile link ${focal('cted')}`)
    const asked = here.delivered.find((one) => one.to === secretariat)
    const outsider = await here.say(focal('who'), '/profile confirm L1')
    const confirmed = await here.say(secretariat, '/profile confirm L1')
    const twice = await here.say(secretariat, '/profile confirm L1')

    expect(asked?.text).toContain(`the account ${stranger} on terminal says that it is CTED focal point`)
    expect(outsider.outcome).toBe('refused')
    expect(confirmed.outcome).toBe('done')
    expect(twice.outcome).toBe('refused')
    expect((await here.say(stranger, '/profile show')).text).toContain('You are CTED focal point')
  })

  test('an account that was linked meanwhile is not handed to somebody else', async () => {
    here = await world()
    await here.say(stranger, `/profile link ${focal('cted')}`)
    await here.say(stranger, `/profile link ${focal('who')}`)
    await here.say(secretariat, '/profile confirm L1')
    const second = await here.say(secretariat, '/profile confirm L2')

    expect(second.outcome).toBe('refused')
    expect((await here.say(stranger, '/profile show')).text).toContain('You are CTED focal point')
  })

  test('whoever was linked before hears on that account of the one that is confirmed now', async () => {
    here = await world()
    const other = 'other@home.example'
    for (const who of [stranger, other]) await here.say(who, `/profile link ${focal('cted')}`)
    await here.say(secretariat, '/profile confirm L1')
    const before = here.told.length
    await here.say(secretariat, '/profile confirm L2')

    expect(here.told.slice(before)).toContainEqual({
      account: stranger,
      text: expect.stringContaining(`Another account was linked to you: ${other} on terminal`),
    })
  })

  test('a refused request links nothing', async () => {
    here = await world()
    await here.say(stranger, `/profile link ${focal('cted')}`)
    await here.say(secretariat, '/profile refuse L1')

    expect((await here.say(stranger, '/profile show')).outcome).toBe('refused')
  })
})

describe('linking by a platform’s word', () => {
  test('an address that a platform vouches for is compared as it is written', async () => {
    here = await world()
    const sign = `sec${'\u212a'}@compact.example`
    await here.database.store.pool.query(
      `insert into people (name, email) values ('k', 'seck@compact.example')`,
    )

    expect((await here.say(sign, '/profile show')).outcome).toBe('refused')
    expect((await here.say('SECK@compact.example', '/profile show')).outcome).toBe('done')
  })
})

describe('one’s own settings', () => {
  test('a zone is set by its name or a city, and times are read and shown in it from then on', async () => {
    here = await world()
    const set = await here.say(focal('cted'), '/profile timezone nairobi')
    const meeting = await here.say(focal('cted'), '/reminder add "x" at:"tomorrow 9:00"')

    expect(set.text).toContain('Africa/Nairobi')
    expect(meeting.text).toContain('09:00 (Africa/Nairobi)')
  })

  test('reminders that come again keep their zone, which is said, and are moved by a button', async () => {
    here = await world()
    const own = focal('cted')
    await here.say(own, '/profile timezone Europe/Vienna')
    for (const line of [
      '/reminder add "stand-up" at:"tomorrow 9:00" repeat:daily',
      '/reminder add "once" at:"tomorrow 10:00"',
      '/reminder add "elsewhere" at:"tomorrow 11:00" timezone:Europe/London repeat:daily',
    ])
      expect((await here.say(own, line)).outcome).toBe('done')
    const set = await here.say(own, '/profile timezone Asia/Tokyo')
    expect(set.text).toContain('R1 comes by the clocks of Europe/Vienna as before.')
    expect(set.text).toContain('[Undo: back to Europe/Vienna] [Move it to my zone]')

    const numbers = { zone: 'Asia/Tokyo', reminders: 'R1 R2' }
    expect((await here.press(focal('who'), 'profile timezone', numbers)).outcome).toBe('refused')
    const moved = await here.press(own, 'profile timezone', numbers)
    expect(moved.text).toMatch(
      /^1 reminder comes at the same hours of Asia\/Tokyo now\.\n- R1 comes .*, 09:00 \(Asia\/Tokyo\): stand-up/,
    )
    expect((await here.press(own, 'profile timezone', numbers)).outcome).toBe('refused')
    const back = await here.press(own, 'profile timezone', { zone: 'Europe/Vienna', reminders: 'R1' })
    expect(back.text).toContain('09:00 (Europe/Vienna): stand-up')
    expect((await here.say(own, '/profile show')).text).toContain('Time zone: Asia/Tokyo')
    expect((await here.say(own, '/profile timezone Asia/Tokyo')).text).not.toContain('as before')
  })

  test.each([
    ['EST', 'America/New_York'],
    ['Poland', 'Europe/Warsaw'],
    ['PT', 'America/Los_Angeles'],
    ['Vienaa', 'Europe/Vienna'],
  ])('%s is refused with %s proposed', async (typed, proposed) => {
    here = await world()
    const reply = await here.say(focal('cted'), `/profile timezone ${typed}`)

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(proposed)
    expect(reply.text).toContain(`[${proposed}]`)
    expect((await here.say(focal('cted'), '/profile show')).text).toContain('Time zone: America/New_York')
  })

  test('unlinking asks first, and leaves a stranger', async () => {
    here = await world()
    await here.say(stranger, `/profile link ${focal('cted')}`)
    await here.say(secretariat, '/profile confirm L1')
    const asked = await here.say(stranger, '/profile unlink')
    const done = await here.press(stranger, 'profile unlink', {}, true)

    expect(asked.outcome).toBe('asked')
    expect(done.outcome).toBe('done')
    expect((await here.say(stranger, '/profile show')).outcome).toBe('refused')
  })
})
