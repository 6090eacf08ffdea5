import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

describe('meetings', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  test('a chair schedules in the chair’s own zone, and members and observers of that day are invited', async () => {
    const reply = await here.say(
      focal('interpol'),
      '/meeting schedule "Quarterly meeting" wg:ETCIP start:"12 Dec 14:30" duration:90m',
    )

    expect(reply.outcome).toBe('done')
    expect(reply.text).toContain('Sat 12 Dec 2026, 14:30 (Europe/Paris)')
    const invited = here.delivered.filter((one) => one.text.startsWith('You are invited: Quarterly meeting'))
    const texts = invited.map((one) => one.to)
    expect(texts).toContain(focal('cted'))
    expect(texts).toContain(focal('ipu'))
    expect(texts).not.toContain(focal('unaoc'))
    expect(new Set(texts).size).toBe(texts.length)
    expect(invited.find((one) => one.to === focal('who'))?.text).toContain('14:30 (Europe/Zurich)')
    expect(invited.find((one) => one.to === focal('cted'))?.text).toContain('08:30 (America/New_York)')
  })

  test('nobody but the group’s chairs and the secretariat may schedule', async () => {
    const member = await here.say(focal('cted'), '/meeting schedule Plot wg:ETCIP start:"13 Dec 10:00"')
    const other = await here.say(focal('interpol'), '/meeting schedule Plot wg:Gender start:"13 Dec 10:00"')
    const vice = await here.say(focal('unodc'), '/meeting schedule "Vice" wg:BMLE start:"14 Dec 10:00"')

    expect(member.outcome).toBe('refused')
    expect(member.text).toContain('Only the chairs of ETCIP')
    expect(other.outcome).toBe('refused')
    expect(vice.outcome).toBe('done')
  })

  test('a clash of the same group is told, and scheduling goes on', async () => {
    const reply = await here.say(
      secretariat,
      '/meeting schedule "Second" wg:ETCIP start:"2026-12-12T15:00" timezone:Europe/Paris',
    )

    expect(reply.outcome).toBe('done')
    expect(reply.text).toContain('Clashes with')
    expect(reply.text).toContain('Quarterly meeting')
  })

  test('an invited person answers, changes the answer, and it is counted once', async () => {
    await here.say(focal('cted'), '/meeting rsvp "Quarterly meeting" yes')
    await here.press(focal('cted'), 'meeting rsvp', { meeting: 'M1', answer: 'no' })
    const shown = await here.say(focal('who'), '/meeting show M1')

    expect(shown.text).toContain('No: CTED')
    expect(shown.text).toContain('Yes: nobody')
  })

  test('a quoted title may be followed by the answer, and the answer may be begun', async () => {
    const quoted = await here.say(focal('who'), '/meeting rsvp "Quarterly meeting" yes')
    const begun = await here.say(focal('who'), '/meeting rsvp M1 m')

    expect(quoted.text).toContain('You said yes to M1')
    expect(begun.text).toContain('You said maybe to M1')
  })

  test('a day that has just passed is not taken for next year’s', async () => {
    const reply = await here.say(secretariat, '/meeting schedule X wg:ETCIP start:"20 Nov 10:00"')

    expect(reply.text).toContain('has passed')
  })

  test('somebody who is not invited cannot answer', async () => {
    const reply = await here.say(focal('unaoc'), '/meeting rsvp M1 yes')

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('not invited')
  })

  test('moving tells everyone once with old and new time, and the undo button moves it back', async () => {
    here.delivered.length = 0
    const moved = await here.say(focal('interpol'), '/meeting move M1 start:"15 Dec 10:00"')
    const undo = moved.answer.message.blocks.flatMap((block) =>
      block.kind === 'buttons' ? block.buttons : [],
    )[0]
    const deliveries = here.delivered.filter((one) => one.text.startsWith('Moved: Quarterly'))
    const back = await here.press(focal('interpol'), undo?.command ?? '', undo?.values ?? {})

    expect(deliveries.length).toBeGreaterThan(20)
    expect(new Set(deliveries.map((one) => one.to)).size).toBe(deliveries.length)
    expect(back.text).toContain('to Sat 12 Dec 2026, 14:30 (Europe/Paris)')
    // The sentence says the hour, and the facts below do not say it again.
    for (const { text } of [moved, back, ...deliveries]) expect(text).not.toContain('When')
    expect(moved.text).toContain('Length: 1 h')
  })

  test('cancelling asks first, tells everyone, and can be undone', async () => {
    const asked = await here.say(focal('interpol'), '/meeting cancel M1 reason:"no quorum"')
    const still = await here.say(focal('who'), '/meeting show M1')
    const done = await here.press(
      focal('interpol'),
      'meeting cancel',
      { meeting: 'M1', reason: 'no quorum' },
      true,
    )
    const restored = await here.say(focal('interpol'), '/meeting restore M1')

    expect(asked.outcome).toBe('asked')
    expect(still.text).not.toContain('cancelled')
    expect(done.text).toContain('Cancelled M1')
    expect(
      here.delivered.some((one) => one.to === focal('who') && one.text.includes('Reason: no quorum')),
    ).toBe(true)
    expect(restored.text).toContain('Restored M1')
  })

  test('a meeting is held once it has begun, with who came, by its chair alone', async () => {
    const early = await here.say(focal('interpol'), '/meeting hold M1 summary:"discussed drones"')
    await here.turn('2026-12-12T16:00:00Z')
    const member = await here.say(focal('cted'), '/meeting hold M1 summary:"discussed drones"')
    const held = await here.say(
      focal('interpol'),
      '/meeting hold M1 summary:"discussed drones" attended:"OPCW, UNICRI"',
    )

    expect(early.text).toContain('has not begun yet')
    expect(member.outcome).toBe('refused')
    expect(held.text).toContain('Newsletter line: ETCIP WG discussed drones')
    expect(held.text).toContain('Attended: OPCW, UNICRI')
    expect(held.text).toContain(
      'OPCW and UNICRI were not invited, and are recorded as attending all the same.',
    )
  })

  test('a correction of the outcome keeps who came', async () => {
    const corrected = await here.say(
      focal('interpol'),
      '/meeting hold M1 summary:"discussed drones and more"',
    )

    expect(corrected.text).toContain('Attended: OPCW, UNICRI')
  })

  test('two moves at once follow each other, and both are told', async () => {
    await here.say(secretariat, '/meeting schedule "Race" wg:PCVE start:"2027-01-10T10:00" timezone:UTC')
    const id = /M(\d+)/.exec((await here.say(secretariat, '/meeting show Race')).text)?.[0] ?? ''

    here.delivered.length = 0

    const results = await Promise.all([
      here.say(secretariat, `/meeting move ${id} start:2027-01-11T10:00Z`),
      here.say(secretariat, `/meeting move ${id} start:2027-01-12T10:00Z`),
    ])
    const steps = results.map(({ text }) => / from \w+ (.*?), .*? to \w+ (.*?), /.exec(text)?.slice(1))
    const [second] = steps.filter((step) => step?.[0] !== '10 Jan 2027')
    const shown = await here.say(secretariat, `/meeting show ${id}`)
    const told = Map.groupBy(
      here.delivered.filter(({ text }) => text.startsWith('Moved: Race')),
      ({ to }) => to,
    )

    expect(results.map((one) => one.outcome)).toEqual(['done', 'done'])
    // Whichever came second began where the first had ended, and what it said stands.
    expect(steps.filter((step) => step?.[0] === '10 Jan 2027')).toHaveLength(1)
    expect(steps.map((step) => step?.[1])).toContain(second?.[0])
    expect(shown.text).toContain(`${second?.[1]}, `)
    expect(told.size).toBeGreaterThan(20)
    expect([...told.values()].every((some) => some.length === 2)).toBe(true)
  })

  test.each([
    ['/meeting schedule X wg:ETCIP start:yesterday 10:00', 'has passed', 'asked'],
    ['/meeting schedule X wg:ETCIP start:"31 Feb 10:00"', 'There is no 31 February'],
    ['/meeting schedule X wg:ETCIP start:"12 Dec 2027"', 'has no time of day'],
    ['/meeting schedule X wg:ETCIP start:"2027-03-14 02:30" timezone:America/New_York', 'does not exist'],
    ['/meeting schedule X wg:ETCIP start:"tomorrow 10:00" duration:never', 'as a duration'],
    ['/meeting schedule X wg:ETCIP start:"tomorrow 10:00" link:javascript:alert(1)', 'is not a web address'],
    ['/meeting schedule X wg:NOPE start:"tomorrow 10:00"', 'I know no working group'],
    ['/meeting schedule X start:"tomorrow 10:00"', 'still needs: wg', 'asked'],
    ['/meeting show M999', 'I know no meeting'],
    ['/meeting list from:2027-02-01 to:2027-01-01', 'is before the first'],
  ])('%s changes nothing and says why', async (line, why, outcome = 'refused') => {
    const before = await here.database.store.pool.query('select count(*)::int as n from meetings')
    const reply = await here.say(secretariat, line)
    const after = await here.database.store.pool.query('select count(*)::int as n from meetings')

    expect(reply.outcome).toBe(outcome)
    expect(reply.text).toContain(why)
    expect(after.rows).toEqual(before.rows)
  })
})
