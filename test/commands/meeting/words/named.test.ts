import { afterEach, beforeEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

const [chair, member] = [focal('interpol'), focal('cted')]
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

async function say(who: string, line: string): Promise<string> {
  return (await here.say(who, line)).text
}

test('a meeting named by several quoted words is answered with a delegate or a note after it', async () => {
  await say(chair, '/meeting schedule "Quarterly review" wg:ETCIP start:"10 Dec 14:30" confirm:yes')

  expect(await say(member, '/meeting rsvp "Quarterly review" no note:"on mission"')).toContain(
    'also see: on mission',
  )
  expect(await say(member, '/meeting rsvp "Quarterly review" no at the dentist')).toContain(
    'also see: at the dentist',
  )
  expect(await say(member, '/meeting rsvp ETCIP no on leave')).toContain('also see: on leave')
  expect(await say(member, '/meeting rsvp "Quarterly review" no delegate:"Nobody Known"')).toContain(
    'I know no person called “Nobody Known”',
  )
})

test.each([
  'Leave No One Behind',
  'Say yes to peace',
  'No Money for Terror',
  'OK Corral drill',
  'Not sure, not safe',
])('a meeting whose title holds an answer is not answered by being named: %s', async (title) => {
  await say(chair, `/meeting schedule "${title}" wg:ETCIP start:"10 Dec 14:30" confirm:yes`)

  for (const typed of [title, `"${title}"`]) {
    expect(await say(member, `/meeting rsvp ${typed}`)).not.toContain('You said')
  }
  expect(await say(member, `/meeting rsvp "${title}" no, on mission`)).toContain('also see: on mission')
  expect(await say(member, `/meeting rsvp "${title}" yes`)).toContain(`You said yes to M1 ${title}`)
})

test('the title of another meeting that begins with “stop” declines no invitation', async () => {
  await say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30" confirm:yes')

  expect(await say(member, '/meeting rsvp Stop the arms race')).not.toContain('You said')
  expect(await say(member, '/meeting rsvp M1 nope, on mission')).toContain('You said no to M1')
})

test('a poll is voted in by its title, also where that begins like a number', async () => {
  for (const title of ['Q4 meeting', 'Spring meeting'])
    await say(
      chair,
      `/meeting poll open "${title}" wg:ETCIP slots:"12 Jan 14:30; 13 Jan 15:00" until:"20 Dec"`,
    )

  expect(await say(member, '/meeting poll vote "Q4 meeting" slots:1')).toContain('Q4 meeting: 1 yes, 2 no')
  expect(await say(member, '/meeting poll vote Q4 meeting slots:2')).toContain('Q4 meeting: 1 no, 2 yes')
  expect(await say(member, '/meeting poll vote "Spring meeting" 1')).toContain('Spring meeting: 1 yes, 2 no')
  expect(await say(member, '/meeting poll vote Spring slots:2')).toContain('Spring meeting: 1 no, 2 yes')
})

test('a proposal is resolved in the order of the usage line', async () => {
  await say(chair, '/meeting schedule Sitting wg:ETCIP start:"23 Nov 10:30" confirm:yes')
  await here.turn('2026-11-23T09:30:00Z')
  await say(chair, '/meeting start M1 confirm:yes')
  await say(chair, '/meeting propose M1 text:"We agree"')

  expect(await say(chair, '/meeting resolve Sitting proposal:R1 adopted')).toContain(
    'R1 is adopted: We agree',
  )
})

test('on and off are read as yes and no', async () => {
  expect(await say(secretariat, '/meeting calendar public:on')).toContain(
    'Show the joint calendar to everybody',
  )
  expect(await say(secretariat, '/meeting calendar public:off')).toContain('is not public')
})

test('a text or a poll that is over is found by its words, and is said to be over', async () => {
  await say(chair, '/meeting silence open "Hour text" wg:ETCIP until:"27 Nov 18:00" confirm:yes')
  await say(chair, '/meeting poll open Spring wg:ETCIP slots:"12 Jan 14:30; 13 Jan 15:00" until:"20 Dec"')
  await say(chair, '/meeting poll settle P1 slot:1 confirm:yes')
  await here.turn('2026-11-28T18:00:00Z')

  expect(await say(member, '/meeting silence break "Hour text" reason:"Too late"')).toContain(
    'adopted already',
  )
  expect(await say(chair, '/meeting poll settle Spring slot:1')).toContain('settled already')
  expect(await say(member, '/meeting poll show Spring')).toContain('P1 Spring (ETCIP), 1 h: settled')
})

test('an answer for two meetings is asked about, and loses neither', async () => {
  await say(chair, '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 14:30" confirm:yes')
  await say(chair, '/meeting schedule "Ports" wg:ETCIP start:"11 Dec 14:30" confirm:yes')

  for (const line of ['yes M1 and M2', 'yes to M1 and M2', '/meeting rsvp M1, M2 yes']) {
    const text = await say(member, line)
    expect(text).toContain('One meeting is taken at a time; nothing was changed yet.')
    expect(text).toContain('[M1 Drones] [M2 Ports]')
  }
  expect(await say(chair, '/meeting cancel M1 and M2')).toContain('[M1 Drones] [M2 Ports]')
})
