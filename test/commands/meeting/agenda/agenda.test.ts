import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('the agenda of a meeting', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(
      focal('interpol'),
      '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30" duration:60m',
    )
  })
  afterAll(() => here.end())

  const items = (text: string) => text.match(/\d\. [^\n]+/g)

  test('takes items of any member, with presenter and minutes, and compares them with the length', async () => {
    await here.say(focal('cted'), '/meeting agenda add M1 item:Drones presenter:OPCW minutes:20m')
    const second = await here.say(focal('who'), '/meeting agenda add M1 item:"Review conference" minutes:50')
    const shown = await here.say(focal('unodc'), '/meeting agenda show M1')

    expect(second.outcome).toBe('done')
    expect(items(shown.text)).toEqual(['1. Drones (OPCW, 20 min)', '2. Review conference (50 min)'])
    expect(shown.text).toContain('1 h 10 min of 1 h planned, 10 min too long')
  })

  test('refuses a twin, an observer and a meeting of another group', async () => {
    const twin = await here.say(focal('cted'), '/meeting agenda add M1 item:drones')
    const observer = await here.say(focal('ipu'), '/meeting agenda add M1 item:Observed')
    const foreign = await here.say(focal('unaoc'), '/meeting agenda show M1')

    expect(twin.text).toContain('is already on the agenda')
    expect(observer.outcome).toBe('refused')
    expect(foreign.outcome).toBe('refused')
  })

  test('is read by an observer who is invited, with no button for what members do', async () => {
    const shown = await here.say(focal('ipu'), '/meeting agenda show M1')
    expect(items(shown.text)).toHaveLength(2)
    expect(shown.text).not.toContain('[Add an item]')
    expect((await here.say(focal('cted'), '/meeting agenda show M1')).text).toContain('[Add an item]')
  })

  test('is put in another order by places, and back by the button', async () => {
    await here.say(focal('cted'), '/meeting agenda add M1 item:Budget')
    const ordered = await here.say(focal('cted'), '/meeting agenda order M1 items:"3, 1"')
    const undone = await here.press(focal('cted'), 'meeting agenda order', { meeting: 'M1', items: '2,3,1' })

    expect(items(ordered.text)?.map((line) => line.slice(3, 9))).toEqual(['Budget', 'Drones', 'Review'])
    expect(items(undone.text)?.map((line) => line.slice(3, 9))).toEqual(['Drones', 'Review', 'Budget'])
    for (const wrong of ['9', '1, 1', 'nothing', '1, 2, 3'])
      expect((await here.say(focal('cted'), `/meeting agenda order M1 items:"${wrong}"`)).outcome).toBe(
        'refused',
      )
  })

  test('has two items in each other’s places where they are swapped, also in a sentence', async () => {
    const before = items((await here.say(focal('cted'), '/meeting agenda show M1')).text)?.map((line) =>
      line.slice(3),
    )
    const [first, second, third] = before ?? []
    const swapped = await here.say(focal('cted'), 'swap 1 and 3 of M1')
    expect(items(swapped.text)?.map((line) => line.slice(3))).toEqual([third, second, first])
    const again = await here.say(focal('cted'), 'swap items 1 and 3 of M1')
    expect(again.text).toContain('You put the agenda into that order a moment ago')
    const back = await press(here, focal('cted'), buttonNamed(again, 'Reorder once more'))
    expect(items(back.text)?.map((line) => line.slice(3))).toEqual(before)
    const absent = await here.say(focal('cted'), 'swap 1 and 9 of M1')
    expect(absent.text).toContain('There is no item “9”')
  })

  test('loses an item and gets it back where it stood', async () => {
    const removed = await here.say(focal('cted'), '/meeting agenda remove M1 item:review')
    const back = await here.press(focal('cted'), 'meeting agenda add', { meeting: 'M1', item: 'I2' })

    expect(items(removed.text)?.length).toBe(2)
    expect(items(back.text)?.[1]).toContain('Review conference')
    const again = await here.press(focal('cted'), 'meeting agenda remove', { meeting: 'M1', item: 'I99' })
    expect(again.text).toContain('That item is not on the agenda any more. Nothing was changed.')
  })

  test('is called for two weeks ahead in the room, and stands in the reminder', async () => {
    await here.say(focal('interpol'), '/wg bind ETCIP', {
      place: { platform: 'terminal', tenant: 'local', channel: 'room', private: false },
    })
    await here.turn('2026-11-28T13:31:00Z')
    await here.turn('2026-12-04T13:31:00Z')

    expect(here.announced.filter(({ text }) => text.startsWith('Items for the agenda of M1'))).toHaveLength(1)
    const reminder = here.delivered.find(({ text }) => text.startsWith('Reminder, in seven days'))
    expect(reminder?.text).toContain('1. Drones (OPCW, 20 min)')
  })

  test('open actions of the group come first, and the history tells who did what', async () => {
    await here.say(focal('cted'), '/meeting action add M1 what:"Send the paper" owner:OPCW')
    const shown = await here.say(focal('cted'), '/meeting agenda show M1')
    const reply = await here.say(focal('cted'), '/meeting history M1')

    expect(shown.text.indexOf('A1 Send the paper')).toBeLessThan(shown.text.indexOf('1. Drones'))
    expect(reply.text).toContain('CTED focal point: Put on the agenda: Drones (OPCW, 20 min).')
    expect(reply.text).toContain('INTERPOL focal point: A new meeting: Quarterly')
    expect((await here.say(focal('unaoc'), '/meeting history M1')).outcome).toBe('refused')
  })

  test('what was not reached is carried over to the next meeting', async () => {
    await here.turn('2026-12-13T10:00:00Z')
    await here.say(secretariat, '/meeting hold M1 summary:"discussed drones"')
    await here.say(secretariat, '/meeting schedule Next wg:ETCIP start:"20 Jan 14:30"')
    const carried = await here.press(focal('cted'), 'meeting agenda add', {
      meeting: 'M2',
      item: 'all',
      from: 'M1',
    })

    expect(items(carried.text)).toEqual([
      '1. Drones (OPCW, 20 min)',
      '2. Review conference (50 min)',
      '3. Budget',
    ])
  })
})

test('where a group has no room each member is asked for items two weeks ahead, once, and no observer', async () => {
  const here = await world()
  try {
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.say(focal('cted'), '/meeting agenda add M1 item:Drones')
    await here.say(focal('cted'), '/reminder settings lead:1d')
    await here.say(focal('who'), '/meeting rsvp M1 no')
    const coming = await here.say(focal('cted'), '/reminder list')
    for (const now of ['2026-11-27T14:30:00Z', '2026-11-30T18:00:00Z', '2026-12-04T13:31:00Z'])
      await here.turn(now)

    const called = here.delivered.filter(({ text }) => text.startsWith('Items for the agenda of M1'))
    const to = (email: string) => called.filter((one) => one.to === email).length
    expect([focal('cted'), focal('unodc'), focal('who'), focal('ipu')].map(to)).toEqual([1, 1, 0, 0])
    expect(called[0]?.text).toContain('1. Drones')
    expect(coming.text).toMatch(/27 Nov 2026, [^\n]*M1 Quarterly[^\n]* — a member who is invited$/m)
  } finally {
    await here.end()
  }
})

test('of a joint meeting they alone are asked in person none of whose groups has a room', async () => {
  const here = await world()
  try {
    await here.say(secretariat, '/wg bind ETCIP', {
      place: { platform: 'terminal', tenant: 'local', channel: 'room', private: false },
    })
    await here.say(secretariat, '/meeting schedule Joint wg:"ETCIP and BMLE" start:"21 Dec 14:30"')
    const coming = await here.say(focal('ctbto'), '/reminder list')
    await here.turn('2026-12-07T19:31:00Z')

    const called = here.delivered.filter(({ text }) => text.startsWith('Items for the agenda of M1'))
    const to = (email: string) => called.filter((one) => one.to === email).length
    // CTBTO belongs to ETCIP, UNODA to BMLE and CTED to both.
    expect([focal('ctbto'), focal('unoda'), focal('cted')].map(to)).toEqual([0, 1, 0])
    expect(coming.text).not.toContain('a member who is invited')
    expect(here.announced.filter(({ text }) => text.startsWith('Items for the agenda'))).toHaveLength(1)
  } finally {
    await here.end()
  }
})

test('an agenda that is pasted with its numbers, or in lines, is each of its items', async () => {
  const here = await world()
  await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  const typed = await here.say(focal('cted'), '/meeting agenda add M1 1. Opening 2. Drones, 20 min 3. AOB')
  const lines = await here.press(focal('cted'), 'meeting agenda add', {
    meeting: 'M1',
    item: '- Budget\n- Next meeting',
  })
  const one = await here.say(focal('cted'), '/meeting agenda add M1 Goals 1. and 2. of the plan')
  const hours = await here.say(
    focal('cted'),
    '/meeting agenda add M1 15:10 – 15:40 Update on drones (INTERPOL)\\n15:40 Foreign fighters (FTF)\\n16:00 – 16:10: Outlook – UNICRI\\nExercise – (20 min)\\nBudget',
  )
  const signs = await here.say(
    focal('cted'),
    '/meeting agenda add M1 Open questions; Vacant seats; Next steps',
  )
  const parts = await here.say(focal('cted'), '/meeting agenda add M1 Training; OPCW; 20 min')
  await here.end()

  expect(signs.text).toContain('Put on the agenda of M1 Quarterly: 3 items.')
  expect(parts.text).not.toContain('3 items')
  expect(typed.text).toContain('Put on the agenda of M1 Quarterly: 3 items.')
  expect(typed.text).toContain('2. Drones (20 min)')
  expect(lines.text).toContain('5. Next meeting')
  expect(one.text).toContain('6. Goals 1. and 2. of the plan')
  expect(hours.text).toContain(
    '7. Update on drones (INTERPOL, 30 min)\n- 8. Foreign fighters (FTF) (20 min)\n- 9. Outlook (UNICRI, 10 min)\n- 10. Exercise (20 min)',
  )
  expect(hours.text).toContain(
    'Not kept: 15:10 – 15:40, 15:40 and 16:00 – 16:10. An agenda runs item by item',
  )
  expect(hours.text).toContain('Already on the agenda and not added again: “Budget”.')
})
