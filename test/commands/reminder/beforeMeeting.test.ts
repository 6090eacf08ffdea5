import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

const who = focal('cted')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(focal('interpol'), '/meeting schedule "Drones" wg:ETCIP start:"3 Dec 15:00" confirm:yes')
  await here.say(who, '/profile timezone Europe/Vienna')
})
afterAll(() => here.end())

const set = async (line: string) => (await here.say(who, line)).text

test('a reminder is set so long before a meeting as was said, and says that it does not move with it', async () => {
  const { rows } = await here.database.store.pool.query('select starts_at from meetings')
  expect(rows[0].starts_at).toEqual(new Date('2026-12-03T14:00:00Z'))
  for (const [typed, wanted] of [
    ['remind me 1 hour before M1', /3 Dec 2026, 14:00 \(Europe\/Vienna\): M1 Drones\n/],
    ['remind me half an hour before the meeting to call Bob', /3 Dec 2026, 14:30 .*: call Bob\n/],
    ['remind me to print the papers the day before M1.', /2 Dec 2026, 15:00 .*: print the papers\n/],
    ['remind me 2 weeks before M1 begins', /has passed/],
    ['remind me 1h30 before the ETCIP meeting: eat', /3 Dec 2026, 13:30 .*: eat\n/],
    ['/reminder add "Print" at:"2 days before my next meeting"', /1 Dec 2026, 15:00 .*: Print\n/],
    ['remind me an hour before M9', /no meeting called “M9”/],
  ] as const)
    expect(await set(typed), typed).toMatch(wanted)
  expect(await set('remind me 5 minutes before M1')).toContain(
    'M1 Drones begins Thu 3 Dec 2026, 15:00 (Europe/Vienna). Should it be moved, this stays as it is.',
  )
})

test('days before the deadline end in the morning, and of several open issues the one that is meant is asked', async () => {
  const line = 'remind me to send the figures 1 day before the deadline'
  expect(await set(line)).toContain('No issue of the newsletter is open')
  await here.say(secretariat, '/newsletter open November-December 2026 closes:"10 Jan 2027" confirm:yes')
  expect(await set(line)).toMatch(/Sun 10 Jan 2027, 09:00 .*: send the figures\nNo. 1, .* closes/)
  await here.say(secretariat, '/newsletter open 2026 kind:annual closes:"20 Jan 2027" confirm:yes')
  expect(await set(line)).toContain('Several issues are open. Which deadline?')
})

test('a time without a text is kept, and the text asked for', async () => {
  for (const typed of ['remind me every weekday at 9', 'remind me tomorrow at 9', 'remind me daily at 8']) {
    const { answer, text } = await here.say(who, typed)
    expect(text, typed).toContain('still needs: text')
    expect(answer.form?.given['at'], typed).toMatch(/9|8/)
  }
})
