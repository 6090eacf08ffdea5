import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const chair = focal('interpol')
const member = focal('cted')

async function list(who: string): Promise<string> {
  return (await here.say(who, '/reminder list')).text
}

describe('/reminder list', () => {
  test('has what is coming of actions, polls, plans, reports and recommendations, each with why', async () => {
    here = await world()
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"18 Jan 2027 14:30"')
    await here.say(chair, '/meeting action add M1 what:Draft owner:CTED due:"10 Dec 2026"')
    await here.say(
      chair,
      '/meeting poll open Next wg:ETCIP slots:"21 Dec 10:00; 22 Dec 10:00" until:"2026-12-15 12:00"',
    )
    await here.say(chair, '/report plan ETCIP add:"A paper on drones" who:CTED due:"20 Dec 2026"')
    await here.say(secretariat, '/report status 2026 due:"31 Dec 2026"')
    await here.say(
      secretariat,
      '/recommendation add "Amend the law" country:Jordan owner:CTED due:"20 Dec 2026"',
    )
    const own = await list(member)

    expect(own).toMatch(
      /7 Dec 2026, 09:00 \(\S+\): A1 Draft, due on 10 Dec 2026 \(Quarterly\) — CTED owns it/,
    )
    expect(own).toMatch(/11 Dec 2026.*: P1 Next \(ETCIP\) closes .*15 Dec 2026.* — you have not voted/)
    expect(own).toMatch(/4 Dec 2026.*: WP1 A paper on drones \(ETCIP\), due on 20 Dec 2026 — CTED does it/)
    expect(own).toMatch(/4 Dec 2026.*: REC1 \(Jordan\) is to be followed up by 20 Dec 2026/)
    const leads = await list(chair)
    expect(leads).toMatch(
      /17 Dec 2026.*: The report of ETCIP on 2026, due on 31 Dec 2026: .* missing — a chair of ETCIP/,
    )
    expect(leads).toContain('P1 Next (ETCIP) closes — you opened it')
    expect(leads).not.toContain('A1 Draft')
    await here.say(member, '/meeting action done A1')
    await here.say(member, '/meeting poll vote P1 slots:1')
    const after = await list(member)
    expect(after).not.toContain('A1 Draft')
    expect(after).not.toContain('P1 Next')
  })

  test('has everything at the hour at which it really comes, by quiet hours and digest', async () => {
    here = await world()
    await here.say(chair, '/report plan ETCIP add:"A paper on drones" who:CTED due:"20 Dec 2026"')
    await here.say(member, '/reminder settings digest:7:30')
    expect(await list(member)).toMatch(/Sat 5 Dec 2026, 07:30 \(\S+\): WP1/)
    await here.say(member, '/reminder settings digest:off quiet:20:00-11:00')
    expect(await list(member)).toMatch(/4 Dec 2026, 11:00 \(\S+\): WP1/)
    await here.say(member, '/reminder settings quiet:default')
    await here.say(member, '/profile hours 9-17 Mon-Fri')

    // The sixth is a Sunday.
    expect(await list(member)).toMatch(/Fri 4 Dec 2026, 09:00 \(\S+\): WP1/)
    await here.turn('2026-12-04T15:00:00Z')
    expect(here.delivered.filter(({ to, text }) => to === member && text.includes('WP1 of'))).toHaveLength(1)
  })

  test('has nothing of what waits and is no longer so, and the rest as it will be said', async () => {
    here = await world({ now: '2026-11-23T10:00:00Z' })
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30"')
    await here.say(chair, '/meeting schedule Sitting wg:ETCIP start:"10 Dec 16:30"')
    await here.say(focal('icao'), '/reminder settings weekly:0')
    await here.turn('2026-12-03T16:00:00Z')
    expect((await here.say(focal('icao'), '/reminder list')).text).toMatch(
      /Quarterly .+waits for your Monday brief[\s\S]+Sitting .+waits for your Monday brief/,
    )
    await here.say(chair, '/meeting move M1 start:"14 Dec 14:30" confirm:yes')
    const waiting = (await here.say(focal('icao'), '/reminder list')).text
      .split('\n')
      .filter((line) => line.includes('Monday brief'))

    expect(waiting).toEqual([expect.stringContaining('Sitting (ETCIP), Thu 10 Dec 2026')])
  })

  test('has what waits for a digest, and nothing of a rule that was left', async () => {
    here = await world()
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"18 Jan 2027 14:30"')
    await here.say(chair, '/meeting action add M1 what:Draft owner:CTED due:"10 Dec 2026"')
    await here.say(member, '/reminder settings digest:18:00')
    await here.turn('2026-12-07T15:00:00Z')
    expect(await list(member)).toMatch(
      /7 Dec 2026, 18:00 \(\S+\): An action of CTED is due in 3 days.* — waits for your digest/,
    )
    await here.say(member, '/reminder stop action')

    expect(await list(member)).not.toContain('A1 Draft, due on')
  })
})

describe('/reminder rules', () => {
  test('shows the secretariat who is told what next by each of them, and rooms too', async () => {
    here = await world()
    const place = { platform: 'terminal', tenant: 'local', channel: 'room', private: false }
    await here.say(chair, '/wg bind ETCIP', { place })
    await here.turn('2026-11-21T12:01:00Z')
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"18 Jan 2027 14:30"')
    await here.say(chair, '/meeting action add M1 what:Draft owner:CTED due:"10 Dec 2026"')
    await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
    const { text } = await here.say(secretariat, '/reminder rules')

    expect(text).toContain('to CTED focal point: A1 Draft, due on 10 Dec 2026')
    expect(text).toMatch(/4 Jan 2027.* to the rooms of ETCIP: items for the agenda of M1 Quarterly/)
    expect(text).toMatch(/to .* focal point: No. 1 of the newsletter/)
    expect(text).toMatch(/No. 1 of the newsletter closes; \d+ entities have not answered/)
  })

  test('shows nobody what somebody snoozed of their own', async () => {
    here = await world()
    await here.say(member, '/reminder add "Doctor" at:"in 1 hour"')
    await here.turn('2026-11-21T13:00:00Z')
    await here.say(member, '/reminder snooze R1 until:1h')

    expect((await here.say(secretariat, '/reminder rules')).text).not.toContain('Doctor')
    expect(await list(member)).toContain('Z1 Doctor')
  })
})

describe('/reminder stop without a rule', () => {
  test('offers the rules by which one was told lately, then those that were left', async () => {
    here = await world()
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"18 Jan 2027 14:30"')
    await here.say(chair, '/meeting action add M1 what:Draft owner:CTED due:"10 Dec 2026"')
    await here.turn('2026-12-07T15:00:00Z')
    const offered = await here.say(member, '/reminder stop')
    expect(offered.text).toContain('action: An action that follows from a meeting')
    expect(offered.text).toContain('[Stop action]')
    expect(offered.text).not.toContain('late-groups')
    await here.press(member, 'reminder stop', { rule: 'action' })

    expect((await here.say(member, '/reminder resume')).text).toContain('[Hear action again]')
    expect((await here.say(member, '/reminder settings')).text).toContain('[Hear action again]')
  })
})

describe('/reminder list', () => {
  test('has texts under silence, handovers, terms that begin and the check of the directory, each at its hour', async () => {
    here = await world()
    await here.say(chair, '/meeting silence open "The text." wg:ETCIP until:"30 Nov 18:00"')
    await here.say(secretariat, '/wg appoint ETCIP role:chair entity:CTED from:2026-12-07')
    const handover = await here.say(
      secretariat,
      `/directory handover "ETCIP chair" to:${focal('who')} on:2026-12-14 confirm:yes`,
    )
    expect(handover).toMatchObject({ outcome: 'done' })
    await here.say(secretariat, `/wg appoint ETCIP role:vice-chair entity:ICAO person:${focal('icao')}`)
    const seat = await here.say(
      secretariat,
      `/directory handover "ETCIP vice-chair" to:${focal('ipu')} on:2026-12-14 confirm:yes`,
    )
    expect(seat).toMatchObject({ outcome: 'done' })
    await here.say(focal('undp'), '/reminder add "Doctor" at:"in 60 days"')
    await here.say(
      secretariat,
      `/directory handover ${focal('undp')} to:${focal('iom')} on:2026-12-15 confirm:yes`,
    )

    const own = await list(member)
    expect(own).toMatch(
      /30 Nov 2026, 12:00 .*: S1 is adopted in ETCIP unless somebody objects — a member of ETCIP/,
    )
    expect(own).toMatch(/Mon 7 Dec 2026, 09:00 .*: .* chairs ETCIP from 7 Dec 2026 on — the new chair/)
    expect(await list(secretariat)).toMatch(/Mon 23 Nov 2026, 09:00 .*: Problems in the directory/)
    expect(await list(focal('who'))).toMatch(/14 Dec 2026, .*: chair of ETCIP is handed over to/)
    for (const one of ['icao', 'ipu'])
      expect(await list(focal(one))).toMatch(/14 Dec 2026, .*: vice-chair of ETCIP is handed over to IPU/)
    expect(await list(focal('undp'))).toMatch(
      /15 Dec 2026, .*: all that .* has in hand is handed over to .* — one of the two/,
    )
  })
})
