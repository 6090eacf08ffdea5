import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Button } from '../../../src/core/message.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

const chair = focal('interpol')
const member = focal('cted')
const room = { platform: 'terminal', tenant: 'local', channel: 'room', private: false }

let here: World
beforeAll(async () => {
  here = await world({ now: '2027-01-04T09:00:00Z' })
  await here.say(secretariat, '/wg bind ETCIP', { place: room })
})
afterAll(() => here.end())

function buttonsOf({ answer }: Reply): readonly Button[] {
  return answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
}

/** Presses a button of an answer, with what its form would be filled in with. */
async function press(
  who: string,
  reply: Reply,
  label: string,
  filled: Readonly<Record<string, string>> = {},
) {
  const found = buttonsOf(reply).find((one) => one.label === label)
  if (!found) throw new Error(`no button ${label}: ${reply.text}`)
  return done(await here.press(who, found.command, { ...found.values, ...filled }, found.confirmed))
}

async function say(who: string, line: string): Promise<Reply> {
  return done(await here.say(who, line))
}

function done(reply: Reply): Reply {
  if (reply.outcome !== 'done') throw new Error(`${reply.outcome}: ${reply.text}`)
  return reply
}

function delivered(to: string, words: string): number {
  return here.delivered.filter((one) => one.to === to && one.text.includes(words)).length
}

test('a whole quarter, from “we should meet” to the next meeting', async () => {
  // A time is sought, put to a vote and settled.
  const suggested = await say(chair, '/meeting suggest ETCIP between:"8-19 Feb 2027"')
  await press(chair, suggested, 'Put them to a vote', { title: 'First quarterly meeting' })
  expect(delivered(member, 'Which time suits you for First quarterly meeting')).toBe(1)
  await say(member, '/meeting poll vote P1 slots:2')
  await say(focal('who'), '/meeting poll vote P1 slots:2 if-needed:1')
  const settled = await say(chair, '/meeting poll settle P1')
  expect(settled.text).toContain('P1 is settled: M1 First quarterly meeting (ETCIP)')

  // Everybody is invited once, and answers; who has not is asked once more.
  expect(delivered(member, 'You are invited: First quarterly meeting')).toBe(1)
  await say(member, '/meeting rsvp M1 yes')
  await say(focal('who'), '/meeting rsvp M1 no on mission')
  const attendees = await say(chair, '/meeting attendees M1')
  expect(attendees.text).toMatch(/Yes: 1: CTED/)
  expect(attendees.text).toContain('WHO: on mission')
  await say(chair, '/meeting attendees M1 nudge')
  expect(delivered(focal('unodc'), 'asks whether you will come')).toBe(1)
  expect(delivered(member, 'asks whether you will come')).toBe(0)

  // The agenda is gathered, and stands in the reminder.
  await say(member, '/meeting agenda add M1 item:Drones presenter:CTED minutes:20m')
  await say(chair, '/meeting agenda add M1 item:"Work plan" minutes:30m')
  const { rows } = await here.database.store.pool.query<{ at: Date }>('select starts_at as at from meetings')
  const start = rows[0]?.at.getTime() ?? 0
  const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString()
  await here.turn(at(-60 * 23))
  expect(
    here.delivered.filter(({ to, text }) => to === member && /First quarterly/.test(text)).at(-1)?.text,
  ).toContain('Drones')
  expect(delivered(focal('who'), 'Drones')).toBe(0)

  // It is run in the room.
  await here.turn(at(-5))
  await say(chair, '/meeting start M1')
  expect(here.announced.some(({ text }) => text.includes('First quarterly meeting has started'))).toBe(true)
  await say(member, '/meeting rsvp M1 here')
  await say(member, '/meeting queue M1')
  expect((await say(chair, '/meeting queue M1 call')).text).toContain('CTED')
  await say(member, '/meeting note M1 text:"Two States asked for training" audience:shareable')
  await say(chair, '/meeting next M1')
  await say(chair, '/meeting propose M1 text:"The group adopts its work plan"')
  await say(chair, '/meeting resolve M1')
  await say(member, '/meeting action add M1 what:"Circulate the work plan" owner:UNODC due:"2027-04-20"')
  await here.turn(at(50))
  await say(chair, '/meeting end M1')

  // It is recorded: the outcome, the minutes, what follows; those who were not there are told.
  const held = await say(
    chair,
    '/meeting hold M1 summary:"discussed drones and adopted its work plan" attended:"INTERPOL, CTED"',
  )
  expect(held.text).toContain('ETCIP WG discussed drones and adopted its work plan')
  const minutes = await say(chair, '/meeting minutes M1')
  const file = minutes.answer.message.blocks.find((one) => one.kind === 'file')
  const text = file?.kind === 'file' ? String(file.content) : ''
  for (const words of [
    'Drones',
    'Two States asked for training',
    'The group adopts its work plan',
    'Circulate the work plan',
    'UNODC',
  ])
    expect(text).toContain(words)
  await here.turn(at(24 * 60))
  expect(delivered(focal('who'), 'discussed drones and adopted its work plan')).toBe(1)
  expect(delivered(member, 'discussed drones and adopted its work plan')).toBe(0)
  expect(delivered(focal('unodc'), 'Circulate the work plan')).toBeGreaterThan(0)
  expect((await say(chair, '/report meetings 2027')).text).toContain('1 meeting held in 2027: 1 regular')
  expect((await say(chair, '/wg cadence ETCIP')).text).toContain('held on')

  // The next one begins with what is still open.
  await say(chair, '/meeting schedule "Second quarterly meeting" wg:ETCIP start:"2027-05-11T14:00"')
  const next = await say(chair, '/meeting agenda show M2')
  expect(next.text).toContain('Matters arising')
  expect(next.text).toContain('Circulate the work plan')
  await say(focal('unodc'), '/meeting action done A1')
  expect((await say(chair, '/meeting agenda show M2')).text).not.toContain('Matters arising')
  const history = await say(chair, '/meeting history M1')
  for (const words of ['Answered yes', 'Put on the agenda', 'R1 is adopted', 'Ended the meeting'])
    expect(history.text).toContain(words)
})
