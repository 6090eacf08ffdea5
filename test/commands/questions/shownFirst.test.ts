import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const chair = focal('interpol')
const hour = /Mon 23 Nov 2026, 04:00, in the night: \d+ people \(America\/New_York, America\/Toronto\)/

describe('whoever is about to write to many is shown whom, and when it reaches them', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
    // It is ten in Geneva.
    await here.say(focal('who'), '/reminder settings quiet:20:00-11:00')
    for (const line of [
      '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 15:00" confirm:yes',
      '/meeting schedule Monthly wg:ETCIP start:"9 Dec 15:00" repeat:"monthly, 3 times" confirm:yes',
      '/meeting schedule Gone wg:ETCIP start:"23 Nov 10:05" confirm:yes',
      '/meeting silence open "The work plan" wg:ETCIP until:"8 Dec" confirm:yes',
      '/meeting poll open Closed wg:ETCIP slots:"14 Dec 14:30; 15 Dec 10:00" confirm:yes',
      '/meeting poll close P1',
      '/reminder add "Send drafts" at:"tomorrow 9:00" for:wg wg:ETCIP confirm:yes',
    ])
      expect((await here.say(chair, line)).outcome, line).toBe('done')
    await here.say(secretariat, '/wg add WATER name:"Working group on water" pillar:I')
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    await here.say(secretariat, '/newsletter call state:off')
    here.delivered.length = 0
  })
  afterAll(() => here.end())

  test.each([
    // Who sleeps and has not heard of it yet is told nothing.
    [
      '/meeting cancel M1 reason:"no quorum"',
      chair,
      [/That is about to write to 25 people/, /To: .*UNODC, WCO\n/, hour],
    ],
    [
      '/meeting cancel M2 series:rest',
      chair,
      [/Cancel 3 meetings of Monthly.* tell 26 people\?/, hour, /M4 Tue/],
    ],
    [
      '/meeting poll open Next wg:ETCIP slots:"12 Dec 14:30; 15 Dec 3am; 10 Dec 15:30"',
      chair,
      [
        /Thu 10 Dec 2026, 15:30 .*by their clocks 09:30 \(America\/New_York\) to 17:30 \(Asia\/Baghdad\): outside the hours of UNITAD/,
        /Sat 12 Dec 2026, 14:30 .*: 26 people away or off/,
        /Sat 12 Dec 2026 is a Saturday/,
        /by their clocks Mon 14 Dec 2026, 21:00 .*: outside the hours of 26 people/,
        /03:00 \(Europe\/Paris\) is in the night/,
        /Clashes with\n- M1 Quarterly/,
        hour,
      ],
    ],
    ['/meeting poll extend P1 until:"10 Dec"', chair, [/Open P1 Closed again .* and tell 25 people\?/, hour]],
    [
      '/meeting silence open "A budget" wg:ETCIP until:"5 Dec"',
      chair,
      [
        /Sat 5 Dec 2026 is a Saturday/,
        /it ends 12:00 \(America\/New_York\) to 20:00/,
        /26 people are away or on a day off/,
        hour,
      ],
    ],
    ['/meeting silence extend S1 until:"25 Dec"', chair, [/26 people are away or on a day off then/, hour]],
    ['/meeting silence break S1 reason:"no money"', chair, [/tell 26 people why\?/, hour]],
    ['/meeting attendees M1 nudge:yes', chair, [/Ask 2\d people once more/, hour, /quiet hours: WHO/]],
    [
      '/meeting attendees M1 invite:"FATF, IOM, UNHCR, OPCW, UNICRI, UN Women"',
      chair,
      [/To: FATF, IOM, OPCW, UN Women, UNHCR, UNICRI/, /Thu 10 Dec 2026, 09:00: 1 person/],
    ],
    [
      '/reminder add "Send your figures" at:"tomorrow 3am" for:wg wg:ETCIP',
      chair,
      [
        /Remind 26 people/,
        /Tue 24 Nov 2026, 06:00: \d+ people/,
        /Tue 24 Nov 2026, 11:00: 1 person \(Europe\/Zurich\)/,
      ],
    ],
    [
      '/newsletter call state:on',
      secretariat,
      [/Call 45 people for No. 1/, /To: 1267.*WHO/, /Mon 23 Nov 2026, 06:00: \d+ people/],
    ],
    ['/newsletter nudge silent:entities', secretariat, [/and 33 more/, /Mon 23 Nov 2026, 06:00: \d+ people/]],
    [
      '/reminder edit R1 at:"tomorrow 8pm"',
      chair,
      [/Remind 26 people of ETCIP Tue 24 Nov 2026, 20:00/, /14:00: \d+ people/],
    ],
    ['/wg retire ETCIP', secretariat, [/That is about to write to 25 people/, hour, /quiet hours: WHO/]],
    [
      '/wg join WATER entity:"IOM, OPCW, IPU, UNHCR, WHO, UNESCO, UNDP, DPO"',
      secretariat,
      [/write to 8 people/, /To: DPO, IOM/, /04:00, in the night: 2 people/],
    ],
  ] as const)('%s', async (line, by, shown) => {
    const asked = await here.say(by, line)

    expect(asked.outcome, asked.text).toBe('asked')
    for (const one of shown) expect(asked.text).toMatch(one)
    expect(asked.text).toMatch(/Nothing has been (sent|changed)/)
    expect(here.delivered.map(({ text }) => text)).toEqual([])
  })

  test('in the answer that opens an issue too, which calls nobody for ten minutes', async () => {
    const opened = await here.say(secretariat, '/newsletter open 2027-01..2027-02 closes:2027-03-08')

    expect(opened.text).toMatch(/45 entities are called from 04:10 .*\nTo: 1267.*WHO\n/)
    expect(opened.text).toMatch(/Mon 23 Nov 2026, 10:10: \d+ people/)
    expect(buttonNamed(opened, 'Call nobody')).toBeDefined()
    expect(here.delivered.map(({ text }) => text)).toEqual([])
  })
})

test('a poll of few shows its times first where one is at night or on a weekend', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 100 })
  const asked = await here.say(chair, '/meeting poll open Next wg:ETCIP slots:"12 Dec 14:30; 14 Dec 10:00"')
  const sent = await here.say(chair, '/meeting poll open Next wg:ETCIP slots:"11 Dec 14:30; 14 Dec 10:00"')
  await here.end()

  expect(asked.outcome).toBe('asked')
  expect(asked.text).toContain('Mind the day: Sat 12 Dec 2026 is a Saturday.')
  expect(sent.outcome).toBe('done')
})

test('what is accepted and printed shows first who wrote it', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 1 })
  await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
  for (const entity of ['who', 'undp'])
    await here.say(
      focal(entity),
      `/update post "${entity} met its partners in Accra, Ghana (16 Nov)" confirm:yes`,
    )
  const accepted = await here.say(secretariat, '/update accept U1,U2')
  await press(here, secretariat, buttonNamed(accepted, 'Accept them'))
  await here.say(secretariat, '/newsletter approve')
  const printed = await here.say(secretariat, '/newsletter publish')
  await here.end()

  for (const { text } of [accepted, printed])
    expect(text).toMatch(/To: UNDP, WHO\n[\s\S]*04:00, in the night: 1 person \(America\/New_York\)/)
  expect(accepted.text).toContain('Accept 2 updates and tell 2 authors?')
  expect(printed.text).toContain('2 people are thanked')
})

test('what has no question of its own is taken back and asked about, and done at one press', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 0 })
  await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 15:00" confirm:yes')
  here.delivered.length = 0
  const asked = await here.say(chair, '/meeting action add M1 what:"Send the draft" owner:WHO')
  const before = await here.say(chair, '/meeting action list')
  const told = here.delivered.length
  const yes = buttonNamed(asked, 'Do it and tell them')
  const done = yes && (await here.press(chair, yes.command, yes.values, yes.confirmed))
  const heard = here.delivered.map(({ to }) => to)
  await here.end()

  expect(asked.text).toContain('This is about to write to 1 person.')
  expect(asked.text).toMatch(/They would read: .*Send the draft/)
  expect(asked.text).toContain('Mon 23 Nov 2026, 10:00: 1 person (Europe/Zurich)')
  expect(before.text).not.toContain('Send the draft')
  expect(told).toBe(0)
  expect(done?.outcome).toBe('done')
  expect(heard).toContain(focal('who'))
})
