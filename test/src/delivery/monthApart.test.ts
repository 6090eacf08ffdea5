import { afterEach, expect, test } from 'vitest'

import { wallTime } from '../../../src/core/time/zone.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const far = focal('cted')
const near = focal('who')

/** What somebody heard with these words, by the hour that their own clock showed then. */
const heard: { readonly to: string; readonly text: string; readonly at: string }[] = []

function hours(to: string, words: string, of: (day: number) => boolean = () => true): readonly string[] {
  const found = heard.filter((one) => one.to === to && one.text.includes(words))
  return [
    ...new Set(
      found.filter(({ at }) => of(Number(at.split(' ')[0]))).map(({ at }) => at.split(' ')[1] ?? ''),
    ),
  ]
}

/** On these days it is looked also just before and at the hours that are not theirs: both ends, and the change of clocks. */
const closely: ReadonlySet<number> = new Set([1, 2, 12, 13, 14, 15, 31])

/** A quarter past nine of Kathmandu, nine and ten of New York before and after its clocks go forward on 14 March. */
function minutesOf(day: number): readonly string[] {
  if (closely.has(day)) return ['03:14', '03:16', '13:01', '13:59', '14:01', '15:01']
  return day < 14 ? ['03:16', '14:01', '15:01'] : ['03:16', '13:01', '14:01']
}

test('a month of a member in Kathmandu and one in New York has everything at the right hour, on both sides of a change of the clocks', async () => {
  here = await world({ now: '2027-02-26T15:00:00Z' })
  const zones = { [far]: 'Asia/Kathmandu', [near]: 'America/New_York' }
  for (const [who, zone] of Object.entries(zones)) {
    await here.say(who, `/profile timezone ${zone}`)
    await here.say(who, '/reminder add "Read the news" at:"1 March 2027 09:00" repeat:daily')
  }
  await here.say(
    secretariat,
    '/meeting schedule Weekly wg:ETCIP start:2027-03-02T10:00 timezone:America/New_York repeat:weekly until:2027-03-31',
  )
  for (const entity of ['CTED', 'WHO'])
    await here.say(secretariat, `/meeting action add M1 what:"Write" owner:${entity} due:"16 Mar 2027"`)
  for (let day = 1; day <= 31; day += 1) {
    for (const minute of minutesOf(day)) {
      here.delivered.length = 0
      await here.turn(`2027-03-${String(day).padStart(2, '0')}T${minute}:00Z`)
      for (const { to, text } of here.delivered) {
        const zone = zones[to]
        if (zone === undefined) continue
        const shown = wallTime(here.clock.now(), zone)
        heard.push({ to, text, at: `${shown.day} ${shown.hour}:${String(shown.minute).padStart(2, '0')}` })
      }
    }
  }

  expect(hours(far, 'Read the news')).toEqual(['9:01'])
  expect(hours(near, 'Read the news')).toEqual(['9:01'])
  // Ten in New York is an hour earlier in Kathmandu once New York has summer time.
  expect(hours(near, 'Reminder, tomorrow: Weekly', (day) => day > 1)).toEqual(['10:01'])
  expect(hours(far, 'Reminder, tomorrow: Weekly', (day) => day > 1 && day < 14)).toEqual(['20:46'])
  expect(hours(far, 'Reminder, tomorrow: Weekly', (day) => day > 14)).toEqual(['19:46'])
  for (const who of [far, near]) {
    expect(hours(who, 'due today')).toEqual(['9:01'])
    expect(heard.filter(({ to, text }) => to === who && text.includes('Read the news'))).toHaveLength(31)
  }
}, 240_000)
