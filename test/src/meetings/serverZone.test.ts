import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

const file = (name: string) =>
  JSON.stringify(fileURLToPath(new URL(`../../../src/meetings/${name}.ts`, import.meta.url)))

const script = `
  const { suggestSlots } = await import(${file('slots/suggest')})
  const { occurrences } = await import(${file('series/occurrences')})
  const { readRepeat } = await import(${file('series/readRepeat')})
  const zones = ['America/New_York', 'Europe/Vienna', 'Africa/Cairo', 'Australia/Lord_Howe', 'Asia/Kathmandu']
  const window = { from: Date.parse('2027-03-22T00:00:00Z'), to: Date.parse('2027-04-05T00:00:00Z') }
  const attendees = zones.map((zone, id) => ({
    id,
    busy: [],
    unsocial: id,
    hours: { zone, from: 540, to: 1080, days: [1, 2, 3, 4, 5], holidays: new Set(['2027-03-26']) },
  }))
  const slots = suggestSlots({ attendees, window, minutes: 90, closed: [], limit: 5 })
  const series = { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2027-03-01', hour: 9, minute: 30, except: ['2027-03-15'] }
  console.log(JSON.stringify([
    slots,
    zones.map((zone) => occurrences({ ...series, zone }, 40)),
    readRepeat('last Thursday of the month', '2027-03-31'),
  ]))`

function under(zone: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  })
}

test('times are suggested and series expanded alike in whatever zone the server runs', () => {
  const wanted = under('UTC')

  expect(JSON.parse(wanted)[1]).toHaveLength(5)
  for (const zone of ['Asia/Tokyo', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe'])
    expect(under(zone)).toBe(wanted)
})
