import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('whether the directory is still true', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, '/directory add person "Deputy" email:deputy@who.example entity:WHO')
    // Speaking links the account, so that the bot can ask.
    await here.say('deputy@who.example', '/profile show', { profile: {} })
    await here.say(focal('who'), '/profile show', { profile: {} })
  })
  afterAll(() => here.end())

  const told = (text: string) => here.delivered.filter((one) => one.text.includes(text)).map(({ to }) => to)

  test('one press confirms a person, and their card says how fresh it is and by whom', async () => {
    expect((await here.say(secretariat, '/directory person deputy@who.example')).text).toContain(
      'never confirmed',
    )
    await here.press('deputy@who.example', 'directory attest', { who: 'me' })
    expect((await here.say(secretariat, '/directory person deputy@who.example')).text).toContain(
      'confirmed today by themselves',
    )
    expect((await here.say(focal('undp'), '/directory attest deputy@who.example')).outcome).toBe('refused')
  })

  test('a coordinator sees their people first and confirms all of them at once', async () => {
    await here.turn('2026-12-03T12:00:00Z')
    const asked = await here.say(focal('who'), '/directory attest WHO')
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('Deputy (confirmed 12 days ago by themselves)')
    expect(asked.text).toContain('[Change Deputy]')
    expect(asked.text).toContain('[Deputy has left]')
    await here.press(focal('who'), 'directory attest', { who: 'mine' }, true)

    expect((await here.say(secretariat, '/directory person deputy@who.example')).text).toContain(
      'confirmed today by the entity’s coordinator',
    )
  })

  test('who will be asked sees it coming, at an hour of work, and a coordinator of their people', async () => {
    await here.turn('2027-02-01T12:00:00Z')
    const own = (await here.say('deputy@who.example', '/reminder list')).text
    const coordinators = (await here.say(focal('who'), '/reminder list')).text

    // Ninety days after 3 December, at 13:00 in Geneva.
    expect(own).toMatch(/Wed 3 Mar 2027, .*: Whether your record in the directory is still right/)
    expect(coordinators).toMatch(/1[67] Mar 2027, .*: Whether the records of WHO’s people are still right/)
    expect((await here.say(secretariat, '/reminder rules')).text).toMatch(
      /Next .* to .*: Whether your record in the directory is still right/,
    )
  })

  test('nobody is told of a question about a record that is younger than the clock, as where it was set back', async () => {
    const { pool } = here.database.store
    const added = "update people set added_at = $1 where email = 'focal.undp@compact.example'"
    await pool.query(added, ['2027-02-20T12:00:00Z'])
    const { text } = await here.say(focal('undp'), '/reminder list')
    await pool.query(added, ['2026-11-21T12:00:00Z'])

    expect(text).not.toContain('Whether your record in the directory is still right')
  })

  test('everybody is asked once a quarter, in the hours of their own zone, and not when they were confirmed', async () => {
    here.delivered.length = 0
    await here.turn('2027-03-08T03:00:00Z')
    expect(told('Still you?')).toEqual([])
    // A Monday, at 13:00 in Geneva.
    await here.turn('2027-03-08T12:00:00Z')
    await here.turn('2027-03-08T12:30:00Z')
    await here.turn('2027-03-09T12:30:00Z')

    expect(told('Still you?').filter((to) => to === focal('who'))).toHaveLength(1)
    expect(told('Still you?').filter((to) => to === 'deputy@who.example')).toHaveLength(1)
    // Nobody knows an account of theirs.
    expect(told('Still you?')).not.toContain(focal('undp'))
  })

  test('of those who did not answer their coordinator is asked, once', async () => {
    here.delivered.length = 0
    await here.press(focal('who'), 'directory attest', { who: 'me' })
    await here.turn('2027-03-23T12:00:00Z')
    await here.turn('2027-03-23T12:30:00Z')

    const asked = here.delivered.filter(
      ({ to, text }) => to === focal('who') && text.includes('not been confirmed'),
    )
    expect(asked).toHaveLength(1)
    expect(asked[0]?.text).toContain('1 person of WHO')
    expect(asked[0]?.text).toContain('Deputy')
  })

  test('what looks wrong goes to the coordinator with the means to mend it, and its reporter hears the end', async () => {
    here.delivered.length = 0
    const reply = await here.say(
      focal('undp'),
      '/directory wrong deputy@who.example what:"She has moved; [x](http://evil) <!channel>"',
    )
    const number = /W\d+/.exec(reply.text)?.[0] ?? ''
    const report = here.delivered.find(({ to }) => to === focal('who'))
    expect(report?.text).toContain('She has moved')
    expect(report?.text).toContain('[They have left]')
    expect(here.delivered).toHaveLength(1)

    expect((await here.say(focal('undp'), `/directory settle ${number}`)).outcome).toBe('refused')
    await here.say(focal('who'), `/directory settle ${number} note:"Mended."`)
    expect(told(`has settled ${number}`)).toEqual([focal('undp')])
    expect((await here.say(focal('who'), `/directory settle ${number}`)).text).toContain(
      `There is no open report ${number}`,
    )
  })

  test('what is wrong with an entity, or with people whom nobody looks after, goes to the secretariat', async () => {
    here.delivered.length = 0
    await here.say(focal('undp'), '/directory wrong WHO what:"The name is out of date"')
    await here.say(focal('undp'), '/directory wrong me what:"I have left this post."')

    expect(here.delivered.map(({ to }) => to)).toEqual([secretariat, secretariat])
  })

  test('nobody floods those who mend', async () => {
    for (let count = 0; count < 18; count += 1) {
      await here.say(focal('undp'), `/directory wrong WHO what:"again ${count}"`)
    }
    expect((await here.say(focal('undp'), '/directory wrong WHO what:"once more"')).outcome).toBe('refused')
  })
})
