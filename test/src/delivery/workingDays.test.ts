import { afterEach, describe, expect, test } from 'vitest'

import { addDays } from '../../../src/core/time/day.ts'
import { dayAndHour } from '../../support/lines/dayAndHour.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

/** All of the United Nations, so that Christmas is nobody's day; one keeps the holidays of New Zealand besides. */
const people = [
  { entity: 'cted', zone: 'Asia/Kathmandu', country: '' },
  { entity: 'who', zone: 'America/New_York', country: ' country:US' },
  { entity: 'undp', zone: 'Pacific/Auckland', country: ' country:NZ' },
  { entity: 'unesco', zone: 'Pacific/Kiritimati', country: '' },
] as const

const setUp = '2026-12-01T12:00:00Z'

type InEachZone = readonly [kathmandu: string, newYork: string, auckland: string, kiritimati: string]

/** When one of them has six or nine o'clock, and when something falls due: by UTC. */
const hours = [0, 3, 10, 11, 12, 14, 16, 17, 19, 20]

interface Case {
  /** The day on which each rule's moment falls, where its subject is. */
  readonly day: string
  readonly until: string
  /** By rule, the weekday, day and hour at which each is told by their own clock. */
  readonly told: Readonly<Record<string, InEachZone>>
}

const cases: Readonly<Record<string, Case>> = {
  'what comes at night comes in the morning': {
    day: '2026-12-16',
    until: '2026-12-18T00:15:00Z',
    told: {
      meeting: ['Wed 16, 18', 'Wed 16, 07', 'Thu 17, 06', 'Thu 17, 06'],
      'poll-vote': ['Wed 16, 18', 'Wed 16, 07', 'Thu 17, 06', 'Thu 17, 06'],
      action: ['Wed 16, 09', 'Wed 16, 09', 'Wed 16, 09', 'Wed 16, 09'],
      recommendation: ['Wed 16, 09', 'Wed 16, 09', 'Wed 16, 09', 'Wed 16, 09'],
      'term-end': ['Wed 16, 09', 'Wed 16, 09', 'Wed 16, 09', 'Wed 16, 09'],
      'term-begin': ['Wed 16, 09', 'Wed 16, 09', 'Wed 16, 09', 'Wed 16, 09'],
      'newsletter-call': ['Wed 16, 16', 'Wed 16, 06', 'Thu 17, 06', 'Thu 17, 06'],
      'newsletter-reminder': ['Wed 16, 09', 'Wed 16, 09', 'Thu 17, 09', 'Thu 17, 09'],
      'newsletter-last-call': ['Wed 16, 09', 'Wed 16, 09', 'Thu 17, 09', 'Thu 17, 09'],
    },
  },
  'what comes on a weekend comes on the last working day before, or on the next one after': {
    day: '2026-12-13',
    until: '2026-12-15T00:15:00Z',
    told: {
      meeting: ['Fri 11, 18', 'Fri 11, 07', 'Mon 14, 06', 'Mon 14, 06'],
      'poll-vote': ['Fri 11, 18', 'Fri 11, 07', 'Mon 14, 06', 'Mon 14, 06'],
      action: ['Fri 11, 09', 'Fri 11, 09', 'Fri 11, 09', 'Fri 11, 09'],
      recommendation: ['Fri 11, 09', 'Fri 11, 09', 'Fri 11, 09', 'Fri 11, 09'],
      'term-end': ['Fri 11, 09', 'Fri 11, 09', 'Fri 11, 09', 'Fri 11, 09'],
      'term-begin': ['Mon 14, 09', 'Mon 14, 09', 'Mon 14, 09', 'Mon 14, 09'],
      'newsletter-call': ['Mon 14, 09', 'Mon 14, 09', 'Mon 14, 06', 'Mon 14, 06'],
      'newsletter-reminder': ['Fri 11, 09', 'Fri 11, 09', 'Mon 14, 09', 'Mon 14, 09'],
      'newsletter-last-call': ['Fri 11, 09', 'Fri 11, 09', 'Mon 14, 09', 'Mon 14, 09'],
    },
  },
  'what comes on a public holiday comes on the last working day before, or on the next one after': {
    day: '2026-12-25',
    until: '2026-12-29T20:15:00Z',
    told: {
      meeting: ['Thu 24, 18', 'Thu 24, 07', 'Thu 24, 06', 'Thu 24, 06'],
      'poll-vote': ['Thu 24, 18', 'Thu 24, 07', 'Thu 24, 06', 'Thu 24, 06'],
      action: ['Thu 24, 09', 'Thu 24, 09', 'Thu 24, 09', 'Thu 24, 09'],
      recommendation: ['Thu 24, 09', 'Thu 24, 09', 'Thu 24, 09', 'Thu 24, 09'],
      'term-end': ['Thu 24, 09', 'Thu 24, 09', 'Thu 24, 09', 'Thu 24, 09'],
      'term-begin': ['Mon 28, 09', 'Mon 28, 09', 'Tue 29, 09', 'Mon 28, 09'],
      'newsletter-call': ['Mon 28, 09', 'Mon 28, 09', 'Tue 29, 09', 'Mon 28, 09'],
      'newsletter-reminder': ['Thu 24, 09', 'Thu 24, 09', 'Thu 24, 09', 'Thu 24, 09'],
      'newsletter-last-call': ['Thu 24, 09', 'Thu 24, 09', 'Thu 24, 09', 'Thu 24, 09'],
    },
  },
}

/** The rules at hand with one moment each, all of them on the same day. */
const moments = {
  meeting: '1d',
  'poll-vote': '1d',
  action: '1d',
  recommendation: '1d',
  'newsletter-reminder': '2d',
  'newsletter-last-call': '2d',
} as const

describe('for whoever has set hours of work', () => {
  test.each(Object.entries(cases))(
    '%s, by every rule and in every zone',
    async (_name, { day, until, told }) => {
      here = await world({ now: setUp })
      await settleIn()
      await subjects(day)
      const from = Date.parse(`${addDays(day, -3)}T19:15:00Z`)
      for (const early of ['2026-12-01T12:15:00Z', '2026-12-01T20:15:00Z']) await here.turn(early)
      for (let at = from; at <= Date.parse(until); at += 3_600_000) {
        if (!hours.includes(new Date(at).getUTCHours())) continue
        if (new Date(at).toISOString() === `${day}T10:15:00.000Z`) {
          here.clock.set(new Date(at - 15 * 60_000))
          await done('/newsletter open 2027-01..2027-02 closes:2027-03-10')
        }
        await here.turn(new Date(at).toISOString())
      }

      expect(await heard(Object.keys(told))).toEqual(told)
    },
  )
})

async function done(line: string): Promise<void> {
  const { outcome, text } = await here.say(secretariat, line)
  expect(outcome, `${line}: ${text}`).toBe('done')
}

async function settleIn(): Promise<void> {
  for (const { entity, zone, country } of people) {
    await done(
      `/directory add person "Second of ${entity}" email:second.${entity}@compact.example entity:${entity}`,
    )
    for (const email of [focal(entity), `second.${entity}@compact.example`]) {
      await here.database.store.pool.query('update people set zone = $1 where email = $2', [zone, email])
      const set = await here.say(email, `/profile hours 9-17 Mon-Fri${country}`)
      expect(set.outcome, set.text).toBe('done')
    }
  }
  for (const [rule, moment] of Object.entries(moments)) await done(`/reminder rule ${rule} moments:${moment}`)
}

async function subjects(day: string): Promise<void> {
  const next = addDays(day, 1)
  await done(`/meeting schedule Plenary wg:ETCIP start:${next}T12:00Z`)
  await done(
    `/meeting poll open Next wg:ETCIP slots:"5 Feb 2027 10:00; 8 Feb 2027 10:00" until:${next}T12:00Z`,
  )
  for (const { entity } of people) {
    await done(`/meeting action add M1 what:Draft owner:${entity} due:${next}`)
    await done(`/recommendation add "Amend the law" country:Jordan owner:${entity} due:${next}`)
    await done(
      `/wg appoint ETCIP role:vice-chair entity:${entity} person:${focal(entity)} to:${addDays(day, 29)}`,
    )
  }
  for (const [group, former, chair] of [
    ['CJLR-CFT', 'cted', 'who'],
    ['Gender', 'undp', 'unesco'],
  ] as const) {
    await done(`/wg appoint ${group} role:chair entity:${former} person:${focal(former)} from:2026-06-01`)
    await done(`/wg appoint ${group} role:chair entity:${chair} person:${focal(chair)} from:${day}`)
  }
  await done(`/newsletter open 2026-11..2026-12 closes:${addDays(day, 2)}`)
}

/** When each of the first people of these entities was told first by each rule, by their own clock. */
async function heard(rules: readonly string[]): Promise<Record<string, readonly string[]>> {
  const sent = await here.database.store.pool.query<{ rule: string; email: string; zone: string; at: Date }>(
    `select n.rule, p.email, p.zone, min(n.sent_at) as at from ledger n join people p on p.id = n.person_id
     where n.state = 'sent' and n.sent_at > $1::timestamptz + interval '9 hours'
       and (n.rule <> 'term-end' or n.subject = 'group:' || (select id from working_groups where acronym = 'ETCIP')) group by 1, 2, 3`,
    [setUp],
  )
  const of = (rule: string, entity: string) => {
    const second = rule === 'newsletter-last-call' ? `second.${entity}@compact.example` : focal(entity)
    const found = sent.rows.find((row) => row.rule === rule && row.email === second)
    return found ? dayAndHour(found.at, found.zone) : 'never'
  }
  return Object.fromEntries(rules.map((rule) => [rule, people.map(({ entity }) => of(rule, entity))]))
}
