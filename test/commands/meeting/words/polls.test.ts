import { afterEach, beforeEach, describe, expect, test } from 'vitest'

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

test('a time is sought in one sentence, with the group and the days', async () => {
  expect(await say(chair, 'find a time for ETCIP next month')).toMatch(
    /best times for ETCIP, 1 h, December 2026/,
  )
  expect(await say(chair, 'suggest a time for ETCIP in February')).toContain('February 2027')
  expect(await say(chair, 'when can ETCIP meet next week?')).toContain('30 Nov – 6 Dec 2026')
  expect(await say(chair, 'find a time for ETCIP')).toContain('The best times for ETCIP')
})

test('a poll is shown, voted in, settled and closed by its number, and its times may be separated by either sign', async () => {
  const opened = await say(
    chair,
    '/meeting poll open Spring wg:ETCIP slots:"12 Jan, 14:30; 13 Jan 15:00, 14 Jan 10am" until:"20 Dec"',
  )
  expect(opened.match(/\d\. \w+ \d+ Jan 2027, [\d:]+/g)).toEqual([
    '1. Tue 12 Jan 2027, 14:30',
    '2. Wed 13 Jan 2027, 15:00',
    '3. Thu 14 Jan 2027, 10:00',
  ])
  expect(await say(member, 'vote for 2 in P1')).toContain('Your vote in P1 Spring: 1 no, 2 yes, 3 no')
  expect(await say(member, 'vote 1, 2 in P1')).toContain('Your vote in P1 Spring: 1 yes, 2 yes, 3 no')
  expect(await say(chair, "who hasn't voted in P1?")).toContain('Not voted yet: ')
  expect(await say(member, 'settle P1')).toContain('chairs')
  expect(await say(chair, 'close P1')).toContain('P1 Spring')
})

test.each([
  '1 Dec 10:00 and 2 Dec 14:00',
  '1 Dec 10:00 or 2 Dec 14:00',
  'Tuesday 1 December at 10 and Wednesday 2 December at 2pm',
  '1 Dec 10:00, and 2 Dec 14:00',
  '1 Dec, 10:00 and 2 Dec, 14:00',
  '1 Dec 10:00 et 2 Dec 14:00',
])('“and” or “or” between two whole times of a poll parts them: %s', async (slots) => {
  const opened = await say(chair, `/meeting poll open Spring wg:ETCIP slots:"${slots}" until:"30 Nov"`)

  expect(opened.match(/\d\. \w+ \d+ Dec 2026, [\d:]+/g)).toEqual([
    '1. Tue 1 Dec 2026, 10:00',
    '2. Wed 2 Dec 2026, 14:00',
  ])
})

test('a span of days and an hour is a time on each of them', async () => {
  const opened = await say(chair, '/meeting poll open Spring wg:ETCIP slots:"12-14 Jan 10:00"')

  expect(opened.match(/\d\. \w+ \d+ Jan 2027, [\d:]+/g)).toEqual([
    '1. Tue 12 Jan 2027, 10:00',
    '2. Wed 13 Jan 2027, 10:00',
    '3. Thu 14 Jan 2027, 10:00',
  ])
})

test.each(['1 and 2 Dec 10:00', '1/2 Dec 10:00', '1st & 2nd of December at 10', '1 and 2 Dec 2026, 10:00'])(
  'several days before one month and one hour are a time on each: %s',
  async (slots) => {
    const opened = await say(chair, `/meeting poll open Spring wg:ETCIP slots:"${slots}" until:"30 Nov"`)

    expect(opened.match(/\d\. \w+ \d+ Dec 2026, [\d:]+/g)).toEqual([
      '1. Tue 1 Dec 2026, 10:00',
      '2. Wed 2 Dec 2026, 10:00',
    ])
  },
)

test.each([
  '1 Dec 10:00 and 2 Dec 14:00 / 3 Dec 10:00, 3 Dec 14:00',
  '1 Dec 10:00 | 2 Dec 14:00 or 3 Dec 10:00/14:00',
  'either 1 Dec 10:00 or 2 Dec 14:00 / 3 Dec 10:00 or 14:00',
])('several signs part the times of one list: %s', async (slots) => {
  const opened = await say(chair, `/meeting poll open Spring wg:ETCIP slots:"${slots}" until:"30 Nov"`)
  expect(opened).toMatch(/ 1 Dec 2026, 10:00.* 2 Dec 2026, 14:00.* 3 Dec 2026, 10:00.* 3 Dec 2026, 14:00/s)
})

test('several days of one month stand beside other times, and days of a series are left out by such a list', async () => {
  const opened = await say(
    chair,
    '/meeting poll open Spring wg:ETCIP slots:"30 Nov 9:00, 1 and 2 Dec 10:00; 4/5/6 Jan 14:00" until:"29 Nov"',
  )
  expect(opened.match(/\d\. \w+ \d+ \w+ \d+, [\d:]+/g)).toEqual([
    '1. Mon 30 Nov 2026, 09:00',
    '2. Tue 1 Dec 2026, 10:00',
    '3. Wed 2 Dec 2026, 10:00',
    '4. Mon 4 Jan 2027, 14:00',
    '5. Tue 5 Jan 2027, 14:00',
    '6. Wed 6 Jan 2027, 14:00',
  ])
  const series = await say(
    chair,
    '/meeting schedule Series wg:ETCIP start:"1 Dec 14:30" repeat:weekly until:2026-12-29 except:"8/15 Dec, 22 Dec"',
  )
  expect(series).toContain('29 Dec 2026, 14:30')
  expect(series.match(/\d+ Dec 2026, 14:30/g)).toHaveLength(2)
})

test.each([
  'Tuesday and Thursday 10:00',
  '1 Dec 10:00 / 14:00 and 2 Dec 10:00',
  '10:00 and 14:00 on 1 Dec',
  '10:00 / 14:00 on 1 Dec',
  '30 Nov 9:00, 1 Dec and 2 Dec 10:00',
])(
  'times of a poll that may be meant otherwise are refused, and how they are parted is said: %s',
  async (slots) => {
    const text = await say(chair, `/meeting poll open Spring wg:ETCIP slots:"${slots}"`)

    expect(text).toContain('Separate the times by semicolons')
    const [, example] = /(?:hour: )“([^”]+)”/.exec(text) ?? []
    expect(await say(chair, `/meeting poll open Spring wg:ETCIP slots:"${example}"`)).toContain('Opened')
  },
)

test.each([
  ['item:"Budget, 15 min, WHO"', 'Budget (WHO, 15 min)'],
  ['"Budget" 15 min WHO', 'Budget (WHO, 15 min)'],
  ['“Budget” WHO, 15 min', 'Budget (WHO, 15 min)'],
  ['"Budget" 15m', 'Budget (15 min)'],
  ['Work plan presenter:CTED 30 min', 'Work plan (CTED, 30 min)'],
  ['"Budget" and the rest 15 min', '"Budget" and the rest (15 min)'],
])('an item %s is put down with its presenter and minutes', async (typed, shown) => {
  await say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30"')

  expect(await say(chair, `/meeting agenda add M1 ${typed}`)).toContain(`1. ${shown}`)
})

test('help says who may do what, where that is fewer than all', async () => {
  expect(await say(member, '/help meeting poll close')).toContain('Chairs of the group may use it.')
  expect(await say(member, '/help meeting rsvp')).toContain('Whoever is invited may use it.')
  expect(await say(member, '/help meeting queue')).toContain(
    'The group and whoever is invited may use it; its chairs call.',
  )
  expect(await say(member, '/help meeting list')).toContain('Anyone whose account is linked may use it.')
})

test.each([
  ['1 Dec 10:00, 14:00', ['Tue 1 Dec 2026, 10:00', 'Tue 1 Dec 2026, 14:00']],
  ['tomorrow 15:00; 4pm', ['Tue 24 Nov 2026, 15:00', 'Tue 24 Nov 2026, 16:00']],
  ['1 Dec 14:00, 10:00, 2 Dec', ['Tue 1 Dec 2026, 10:00', 'Tue 1 Dec 2026, 14:00', 'Wed 2 Dec 2026, 10:00']],
  ['15:00, 16:00', ['Mon 23 Nov 2026, 15:00', 'Mon 23 Nov 2026, 16:00']],
])('the times %s are those of the day named before each', async (slots, times) => {
  const opened = await say(chair, `/meeting poll open Spring wg:ETCIP slots:"${slots}"`)

  expect(opened.match(/\w+ \d+ \w+ 202\d, [\d:]+/g)).toEqual(times)
})

describe('votes typed with a word for each time', () => {
  beforeEach(async () => {
    await say(chair, '/meeting poll open Spring wg:ETCIP slots:"8 Dec 15:00; 9 Dec 15:00; 10 Dec 15:00"')
  })

  test.each([
    ['1 yes, 2 if needed, 3 no', '1 yes, 2 if needed, 3 no'],
    ['1 yes 2 no 3 maybe', '1 yes, 2 no, 3 if needed'],
    ['1: yes; 2: no; 3: maybe', '1 yes, 2 no, 3 if needed'],
    ['1=ok, 2=no', '1 yes, 2 no'],
    ['8 Dec yes, 9 Dec no', '1 yes, 2 no'],
    ['all no', '1 no, 2 no, 3 no'],
    ['1 yes', '1 yes, 2 no, 3 no'],
  ])('%s is %s', async (typed, votes) => {
    expect(await say(member, `/meeting poll vote P1 slots:"${typed}"`)).toContain(`Spring: ${votes}.`)
  })

  test('two answers to one time are refused', async () => {
    expect(await say(member, '/meeting poll vote P1 slots:"1 yes, 1 no"')).toContain(
      '1 is given two answers; say one.',
    )
  })

  test('a no to one time leaves what was said to the others', async () => {
    await say(member, '/meeting poll vote P1 slots:"1, 2"')
    await say(member, '/meeting poll vote P1 slots:"2 no"')

    expect(await say(member, '/meeting poll show P1')).toContain('CTED: 1 yes, 2 no, 3 no')
  })

  test('an entity of which one has voted is not among those that have not', async () => {
    await here.say(
      secretariat,
      '/directory add person "Alternate of CTED" email:alt@cted.example entity:CTED',
    )
    await say(member, '/meeting poll vote P1 slots:1')

    expect(await say(chair, '/meeting poll show P1')).toMatch(/Not voted yet: (?!.*CTED).*WHO/)
  })
})
