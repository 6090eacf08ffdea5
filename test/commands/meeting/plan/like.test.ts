import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { buttonLike, press } from '../../../support/lines/pressed.ts'
import { focal, type Reply, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const scheduled =
  '/meeting schedule Drones wg:ETCIP start:"3 Dec 15:00" duration:90m place:"Room 5" link:https://un.example/call confirm:yes'

async function sure(here: World, asked: Reply): Promise<Reply> {
  const yes = buttonLike(asked, /^Send the invitations/)
  return asked.outcome === 'asked' && yes ? press(here, chair, yes) : asked
}

test.each(['copy M1 to 10 Dec 10:00', 'same as M1 on 10 Dec 10:00', 'schedule M1 again on 10 Dec at 10:00'])(
  '“%s” schedules a meeting with the title, group, length and place of another',
  async (line) => {
    await inFreshWorld(monday, async (here) => {
      await here.say(chair, scheduled)
      const made = await here.say(chair, line)
      expect(made.text).toMatch(/Scheduled M2: Drones \(ETCIP\), Thu 10 Dec 2026, 10:00/)
      expect(made.text).toContain('1 h 30 min')
      expect(made.text).toContain('Room 5')
    })
  },
)

test.each([
  ['make M1 weekly until 30 December', '3 meetings, every week', 'Thu 10 Dec'],
  ['repeat M1 monthly, 3 times', '3 meetings, every month', 'Sun 3 Jan'],
  ['M1 every 2 weeks until 1 March', '6 meetings, every 2 weeks', 'Thu 17 Dec'],
])('“%s” begins a series after the meeting, which stays: %s', async (line, rhythm, first) => {
  const here = await world({ now: monday, askAbove: 5 })
  try {
    await here.say(chair, scheduled)
    const asked = await here.say(chair, line)
    expect(asked.outcome, asked.text).toBe('asked')
    expect(asked.text).not.toContain('is not a day of')
    const made = await sure(here, asked)
    expect(made.text).toContain(`Scheduled Drones (ETCIP): ${rhythm}, first M2 on ${first}`)
    expect((await here.say(chair, '/meeting show M1')).text).toContain('Thu 3 Dec 2026, 15:00')
    expect((await here.say(chair, 'make M2 weekly until March')).text).toContain('one of a series already')
  } finally {
    await here.end()
  }
})

test.each([
  ['copy M1 to 11 December', 'Fri 11 Dec 2026, 15:00'],
  ['same again next week', 'Thu 10 Dec 2026, 15:00'],
  ['same time next month', 'Thu 7 Jan 2027, 15:00'],
  ['same again next month at 16:00', 'Thu 7 Jan 2027, 16:00'],
  ['same again next week at 10:00', 'Thu 10 Dec 2026, 10:00'],
  ['same again next week on Tuesday at 10:00', 'Tue 1 Dec 2026, 10:00'],
  ['repeat M1 on Tuesday', 'Tue 24 Nov 2026, 15:00'],
])('“%s” keeps the day or the hour of the meeting that was not typed', async (line, start) => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, scheduled)
    expect((await here.say(chair, line)).text).toContain(`Scheduled M2: Drones (ETCIP), ${start}`)
  })
})

test('a month is asked about where both the weekday and the date may be meant, and nothing is known of “it” unseen', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, scheduled)
    const asked = await here.say(chair, 'same again in February')
    expect(asked.outcome).toBe('refused')
    const day = buttonLike(asked, /^Wed 3 Feb 2027, 15:00/)
    expect(buttonLike(asked, /^Thu 4 Feb 2027, 15:00/)).toBeDefined()
    expect(day && (await press(here, chair, day)).text).toContain(
      'Scheduled M2: Drones (ETCIP), Wed 3 Feb 2027, 15:00',
    )
    await here.turn('2026-11-24T12:00:00Z')
    const unseen = await here.say(chair, 'same again in March')
    expect(unseen.text).toContain('Which meeting do you mean?')
    const first = buttonLike(unseen, /^M1 Drones/)
    expect(first && (await press(here, chair, first)).text).toContain('may be any of several days')
  })
})

test('an hour that the clocks leave out on the other day is refused with the nearest one', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, '/meeting schedule Drones wg:ETCIP start:"3 Dec 02:30" confirm:yes')
    const asked = await here.say(chair, 'copy M1 to 28 March 2027')
    expect(asked.text).toContain('02:30 on 28 March 2027 does not exist in Europe/Paris')
    const nearest = buttonLike(asked, /^Sun 28 Mar 2027, 03:30/)
    expect(nearest && (await press(here, chair, nearest)).text).toContain(
      'Scheduled M2: Drones (ETCIP), Sun 28 Mar 2027, 03:30',
    )
    expect((await here.say(chair, 'copy M1 to 31 October 2027')).text).toContain('Sun 31 Oct 2027, 02:30')
    expect((await here.say(chair, 'copy M1 to the moon')).text).toContain('I cannot read “')
  })
})

test('asks how long it goes on, knows no meeting that there is not, and tells nobody the link of another group', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, scheduled)
    expect((await here.say(chair, 'make M1 weekly')).text).toContain('The series has no end')
    expect((await here.say(chair, 'make M9 weekly')).text).toContain('I know no meeting called “M9”')
    expect((await here.say(chair, 'copy M9 to Friday 10:00')).text).toContain('no meeting called “M9”')
    expect((await here.say(focal('cted'), 'copy M1 to 10 Dec 10:00')).text).toContain('Only the chairs')
    const line = '/meeting schedule Ours wg:PCVE like:M1 start:"10 Dec 10:00"'
    const made = await here.say(focal('unoct'), line)
    expect(made.text).toContain('Scheduled M2: Ours (PCVE)')
    expect(made.text).not.toContain('un.example')
  })
})

test('a series of which the first day is left out is scheduled as it was shown', async () => {
  const here = await world({ now: monday, askAbove: 5 })
  try {
    const asked = await here.say(
      chair,
      '/meeting schedule Drones wg:ETCIP start:"3 Dec 15:00" repeat:weekly until:"30 Dec" except:"3 Dec"',
    )
    expect(asked.text).toContain('3 meetings, every week')
    const made = await sure(here, asked)
    expect(made.text).toContain('3 meetings, every week, first M1 on Thu 10 Dec 2026')
  } finally {
    await here.end()
  }
})
