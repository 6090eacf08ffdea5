import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { examples } from '../../../commands/help/topics.ts'
import { readMoment } from '../../../src/core/time/moment.ts'
import { readPeriod } from '../../../src/core/time/period.ts'
import { readDay } from '../../../src/core/time/typedDay.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

describe('figures', () => {
  test('carry the day that they are of, in the order of the printed letter', async () => {
    const { text } = await here.say(focal('who'), '/report figures')
    expect(text).toMatch(/Visits to the platform: 200,062 \(.*of 30 Apr 2023\)/)
    const order = [
      'Compact entities',
      'Member States',
      'International and regional',
      'Focal points',
      'Documents',
      'Visits',
    ]
    const places = order.map((label) => text.indexOf(label))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect((await here.say(focal('who'), '/report figures on:2022-07-01')).text).toContain('of 30 Jun 2022')
  })

  test('are recorded by the secretariat, and taken back to what they were', async () => {
    expect((await here.say(focal('who'), '/report record "Focal points" value:1012')).outcome).toBe('refused')
    const done = await here.say(secretariat, '/report record "Focal points" value:1012 on:2026-10-31')
    expect(done.text).toContain('Focal points: 1,012 on 31 Oct 2026.')
    expect((await here.say(secretariat, '/report figures')).text).toMatch(
      /Focal points: 1,012 \(.*of 31 Oct 2026\)/,
    )
    const again = await here.say(secretariat, '/report record focal value:1013 on:2026-10-31')
    expect(again.text).toContain('(it was 1,012)')
    await press(here, secretariat, buttonNamed(again, 'Undo'))
    expect((await here.say(secretariat, '/report figures')).text).toContain('1,012')
    await press(here, secretariat, buttonNamed(done, 'Undo'))
    expect((await here.say(secretariat, '/report figures')).text).not.toContain('1,012')
  })

  test('of a new name are asked about first, and a slip is not a new name', async () => {
    expect((await here.say(secretariat, '/report record "Focal pionts" value:3')).text).toContain(
      '[Focal points]',
    )
    const asked = await here.say(secretariat, '/report record "Training sessions held" value:12')
    expect(asked.outcome).toBe('asked')
    await press(here, secretariat, buttonNamed(asked, 'Add it'))
    expect((await here.say(secretariat, '/report figures')).text).toContain('Training sessions held: 12')
    expect((await here.say(secretariat, '/report record documents value:1 on:2027-01-01')).text).toContain(
      'still ahead',
    )
  })
})

describe('help', () => {
  test('offers the features as buttons, and finds actions, dates and sections', async () => {
    const { text } = await here.say(secretariat, '/help')
    expect(text).toContain('[/help directory] [/help wg] [/help meeting]')
    expect((await here.say(secretariat, '/help schedule')).text).toContain('/meeting schedule:')
    expect((await here.say(secretariat, '/help rsvp')).text).toContain('/meeting rsvp:')
    expect((await here.say(secretariat, '/help dates')).text).toContain('Thursday next week at 3pm')
    expect((await here.say(secretariat, '/help section')).text).toContain('publications')
    expect((await here.say(secretariat, '/help add')).text).toMatch(/may mean .*\/reminder add/)
  })

  test('gives as examples of days and times only what is read', () => {
    const at = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Vienna' }
    for (const text of examples.moment) expect(readMoment(text, at).at > at.now, text).toBe(true)
    for (const text of examples.day) expect(readDay(text, at), text).toMatch(/^\d{4}-/)
    for (const text of examples.period) expect(readPeriod(text, at).from, text).toMatch(/^\d{4}-/)
  })
})

describe('a list of updates', () => {
  test('goes page by page, opens what it shows, and keeps to an entity', async () => {
    const towns =
      'Accra Lagos Dakar Tunis Rabat Cairo Amman Beirut Doha Muscat Nairobi Kampala Kigali Lusaka Harare Maputo Luanda Windhoek Gaborone Maseru Mbabane'
    for (const [at, town] of towns.split(' ').entries())
      await here.say(focal('who'), `/update post "WHO visited ${town} (${at + 1} Nov)"`)
    await here.say(focal('iom'), '/update post "IOM visited Bamako (2 Nov)"')
    const list = await here.say(secretariat, '/update list')
    expect(list.text).toContain('Updates 1 to 20, page 1; more follow:')
    expect(list.text).toContain('[Open U22] [Open U21]')
    expect((await press(here, secretariat, buttonNamed(list, 'Next page'))).text).toContain(
      'Updates 21 to 22, page 2:',
    )
    expect((await here.say(secretariat, '/update list entity:IOM')).text).toContain('1 update:')
  })
})

test.each([
  ['/report submit ETCIP 2026 challenges "Too few staff"', 'Progress report'],
  ['/report evidence 2026', 'Evidence for the annual report'],
  ['/report progress ETCIP', 'Progress of a working group'],
  ['/report meetings 2026', 'Meetings of a year'],
])('what %s answers is headed “%s”', async (line, heading) => {
  await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00" confirm:yes')
  await here.say(
    focal('interpol'),
    '/update post "ETCIP members trained 30 judges in Amman, 12 November 2026" wg:ETCIP confirm:yes',
  )
  expect((await here.say(secretariat, line)).answer.message.heading).toBe(heading)
})
