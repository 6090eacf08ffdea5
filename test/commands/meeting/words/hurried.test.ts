import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const member = focal('cted')

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

async function say(who: string, line: string): Promise<string> {
  return (await here.say(who, line)).text
}

async function schedule(title: string, start: string, wg = 'ETCIP') {
  const reply = await here.say(chair, `/meeting schedule "${title}" wg:${wg} start:"${start}" confirm:yes`)
  expect(reply.outcome).toBe('done')
}

describe('a meeting is named as people name it', () => {
  test('by its month, its day, its group and as the next or the last one', async () => {
    await schedule('Quarterly', '4 Dec 2026 15:00')
    await schedule('Summer call', '17 Jun 2027 10:00')
    const shown = async (name: string) => /M\d+/.exec(await say(member, `/meeting show ${name}`))?.[0]
    for (const name of ['the June one', 'june', '17 june', 'the 17 June meeting', 'ETCIP in june', "June's"])
      expect([name, await shown(name)]).toEqual([name, 'M2'])
    for (const name of [
      'the December one',
      '4 Dec',
      'the next ETCIP meeting',
      "ETCIP's",
      'the ETCIP meeting',
    ])
      expect([name, await shown(name)]).toEqual([name, 'M1'])
    await here.turn('2026-12-05T09:00:00Z')
    expect(await shown('the last meeting')).toBe('M1')
    expect(await shown('the last ETCIP one')).toBe('M1')
    expect(await shown('next ETCIP')).toBe('M2')
  })

  test('the last one is also one of their groups that was recorded without invitations, and no other’s', async () => {
    await say(chair, '/meeting schedule "Old call" wg:ETCIP start:"3 Nov 2026 15:00" held:yes confirm:yes')

    expect(await say(member, 'when did we last meet')).toContain('M1 Old call')
    expect(await say(focal('ilo'), 'when did we last meet')).toMatch(/^No meeting of yours was held/)
  })

  test('several of one month are offered with their days, and a word that is no time names nothing', async () => {
    await schedule('Call', '4 Dec 2026 15:00')
    await schedule('Call', '18 Dec 2026 15:00')
    const asked = await here.say(chair, '/meeting cancel the december one')
    expect(asked.outcome).toBe('refused')
    expect(asked.text).toContain('M1 Call, 4 Dec 2026')
    expect(asked.text).toContain('M2 Call, 18 Dec 2026')
    expect(await say(chair, '/meeting cancel the marsh one')).toContain('I know no meeting called')
  })

  test('a cancelled meeting is found by its title where no other has it', async () => {
    await schedule('Orphan', '4 Dec 2026 15:00')
    await here.say(chair, '/meeting cancel M1 confirm:yes')
    expect(await say(chair, '/meeting restore orphan')).toContain('Restored M1 Orphan')
  })
})

test('a meeting that is moved to a day keeps its hour in its own zone, over a change of the clocks too', async () => {
  await here.say(chair, '/meeting schedule Q wg:ETCIP start:"1 Mar 2027 15:00 Vienna" confirm:yes')
  expect(await say(secretariat, '/meeting move M1 to friday')).toContain(
    'to Fri 27 Nov 2026, 09:00 (America/New_York)',
  )
  // New York changes its clocks two weeks before Vienna does.
  expect(await say(secretariat, '/meeting move M1 to 17 March 2027')).toContain(
    'Wed 17 Mar 2027, 10:00 (America/New_York)',
  )
  expect(await say(secretariat, '/meeting move M1 same time tomorrow')).toContain(
    'Tue 24 Nov 2026, 09:00 (America/New_York)',
  )
  expect(await say(chair, '/meeting show M1')).toContain('15:00')
})

test('“move M1 to friday” and other sentences about one meeting are understood', async () => {
  await schedule('Quarterly', '4 Dec 2026 15:00')
  expect(await say(chair, 'move M1 to 10 Dec')).toContain('to Thu 10 Dec 2026, 15:00')
  expect(await say(member, 'Sorry, I can’t make it.')).toContain('You said no to M1')
  expect(await say(member, "I can't make it to M1")).toContain('no to M1')
  expect(await say(member, 'meetings next month')).toContain('M1')
  expect(await say(member, 'meetings next week')).toContain('from 30 Nov 2026 to 6 Dec 2026')
  expect(await say(chair, 'who is coming to M1?')).toContain('No: CTED')
  expect(await say(member, 'agenda of M1')).toContain('has no agenda yet')
  expect(await say(member, '/meeting agenda M1')).toContain('has no agenda yet')
})

describe('in the room nobody has to name the meeting that goes on', () => {
  test('from its start to its outcome', async () => {
    await schedule('Quarterly', '23 Nov 2026 10:30')
    await schedule('Later', '4 Dec 2026 15:00')
    expect(await say(chair, '/meeting agenda add M1 Drones, 20 min, CTED')).toContain('Drones (CTED, 20 min)')
    expect(await say(chair, '/meeting start')).toContain('Started M1 Quarterly')
    expect(await say(member, '/meeting rsvp here')).toContain('present at M1')
    expect(await say(member, '/meeting note we agreed to share the list')).toContain(
      '“Drones” (N1): we agreed',
    )
    expect(await say(member, '/meeting queue')).toContain('CTED asks for the floor')
    expect(await say(chair, '/meeting queue call')).toContain('has the floor')
    expect(await say(chair, '/meeting propose The plan is adopted')).toContain('Proposed (R1)')
    expect(await say(chair, '/meeting resolve')).toContain('R1 is adopted')
    expect(await say(chair, '/meeting next')).toContain('That was the last item of Quarterly')
    expect(await say(chair, '/meeting end')).toContain('Ended M1')
    expect(await say(chair, '/meeting hold discussed drones')).toContain('Held: M1 Quarterly')
    expect(await say(chair, '/meeting next')).toContain('still needs: meeting')
  })

  test('in the words of other meeting bots, as the table of them says', async () => {
    await schedule('Quarterly', '23 Nov 2026 10:30')
    await here.say(chair, '/meeting start')
    const answers = [
      [member, 'present+', 'present at M1'],
      [member, 'agenda+ Review conference', 'Put on the agenda of M1 Quarterly: Review conference'],
      [member, 'agenda?', 'Review conference'],
      [member, 'q+', 'CTED asks for the floor'],
      [member, 'q-', 'CTED no longer asks for the floor'],
      [focal('unodc'), 'q+', 'UNODC asks for the floor'],
      [chair, 'ack', 'UNODC'],
      [chair, 'PROPOSAL: The plan is adopted', 'Proposed (R1): The plan is adopted'],
      [member, 'ACTION: OPCW to send the draft', 'A1 Send the draft (OPCW'],
    ] as const
    for (const [who, words, answer] of answers) expect(await say(who, words)).toContain(answer)
    expect(await say(focal('who'), 'regrets+')).toContain('You said no to M1')
  })

  test('a name of another meeting is not taken for the words of a note, nor is an answer to an invitation', async () => {
    await schedule('Quarterly', '23 Nov 2026 10:30')
    await schedule('Later', '4 Dec 2026 15:00')
    await here.say(chair, '/meeting start M1')
    expect(await say(chair, '/meeting note Later')).toContain('still needs: text')
    await here.say(member, '/meeting rsvp M1 yes')
    expect(await say(member, '/meeting rsvp no')).toContain('You said no to M2')
  })

  test('of two that go on the room tells which, and elsewhere it is asked', async () => {
    const room = { platform: 'terminal', tenant: 'local', channel: 'room', private: false }
    await here.say(secretariat, '/wg bind PCVE', { place: room })
    await schedule('One', '23 Nov 2026 10:30')
    await here.say(secretariat, '/meeting schedule Two wg:PCVE start:"23 Nov 2026 04:30" confirm:yes')
    await here.say(secretariat, '/meeting start M1')
    await here.say(secretariat, '/meeting start M2')
    expect((await here.say(secretariat, '/meeting end', { place: room })).text).toContain('Ended M2')
    await here.say(secretariat, '/meeting start M2')
    expect(await say(secretariat, '/meeting end')).toContain('still needs: meeting')
  })

  test('nobody reaches a meeting that way to which they do not belong', async () => {
    await schedule('Quarterly', '23 Nov 2026 10:30')
    await here.say(chair, '/meeting start M1')
    expect(await say(focal('ilo'), '/meeting queue')).toContain('still needs: meeting')
    expect(await say(focal('ilo'), '/meeting note we agreed')).toContain('still needs: meeting')
    expect(await say(chair, '/meeting show M1')).not.toContain('we agreed')
    expect(await say(chair, '/meeting minutes M1')).not.toContain('we agreed')
  })
})

describe('what is said in one sentence', () => {
  test('an action has its owner and its day', async () => {
    await schedule('Quarterly', '4 Dec 2026 15:00')
    const add = (words: string) => say(chair, `/meeting action add M1 ${words}`)
    expect(await add('OPCW to send the draft by friday')).toContain(
      'A1 Send the draft (OPCW, due 27 Nov 2026)',
    )
    expect(await add('The chair will call them')).toContain('A2 Call them (the chair, no due day)')
    expect(await add('Proposal to be sent by mail')).toContain('A3 Proposal to be sent by mail (nobody yet')
    expect(await add('Finance to be reviewed by 3 Nov 2026')).toContain(
      'Finance to be reviewed by 3 Nov 2026',
    )
    expect(await add('what:"UNODC to help" owner:CTED')).toContain('A5 UNODC to help (CTED')
  })

  test('a vote names days, and times that would do if needed', async () => {
    await here.say(
      chair,
      '/meeting poll open Call wg:ETCIP slots:"tue 1 dec 10:00; wed 2 dec 15:00; thu 3 dec 9:00; thu 3 dec 15:00" confirm:yes',
    )
    expect(await say(member, '/meeting poll vote P1 tuesday, 2 if needed')).toContain(
      '1 yes, 2 if needed, 3 no, 4 no',
    )
    expect(await say(member, '/meeting poll vote P1 thursday')).toContain('may be 3 or 4')
    expect(await say(member, '/meeting poll vote P1 friday')).toContain('is not a time of this poll')
    expect(await say(member, '/meeting poll vote P1 slots:1,2 if-needed:2')).toContain('2 is given both')
  })

  test('minutes come as Word and to be shared', async () => {
    await schedule('Quarterly', '23 Nov 2026 10:30')
    await here.turn('2026-11-23T12:00:00Z')
    expect(await say(chair, '/meeting minutes M1 as word shareable')).toContain('to be shared')
    expect(await say(chair, '/meeting list past')).toContain('M1 Mon 23 Nov 2026, 10:30')
  })
})
