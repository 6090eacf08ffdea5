import { afterEach, expect, test } from 'vitest'

import { dayAndHour } from '../../../support/lines/dayAndHour.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

/** Nobody of them has set hours of work. */
const people = [
  { entity: 'cted', zone: 'America/New_York' },
  { entity: 'who', zone: 'Asia/Riyadh' },
  { entity: 'undp', zone: 'Asia/Kolkata' },
  { entity: 'unesco', zone: 'Asia/Dhaka' },
]

/** The hours of UTC at which one of them is told something, and the last moment before each. */
const hours = ['02:30', '03:00', '03:30', '05:30', '06:00', '11:30', '12:00', '13:30', '14:00', '22:00']

test('whoever has set no hours is told of what comes on the last working day of their zone’s country before it, and of what has passed at once', async () => {
  here = await world({ now: '2026-12-01T12:00:00Z' })
  await done('/meeting schedule Plenary wg:ETCIP start:2026-12-13T12:00Z')
  for (const { entity, zone } of people) {
    await here.database.store.pool.query('update people set zone = $1 where email = $2', [
      zone,
      focal(entity),
    ])
    // Of the days after, 11 December is a Friday.
    await done(`/meeting action add M1 what:"On Saturday" owner:${focal(entity)} due:2026-12-15`)
    await done(`/meeting action add M1 what:"After Friday" owner:${focal(entity)} due:2026-12-04`)
  }
  await here.turn('2026-12-04T20:00:00Z')
  for (let day = 10; day < 15; day += 1) {
    for (const hour of hours) await here.turn(`2026-12-${day}T${hour}:00Z`)
  }

  const toCted = here.delivered.filter(({ to }) => to === focal('cted')).map(({ text }) => text)
  expect(toCted).toContainEqual(expect.stringContaining('Reminder, in 2 days: Plenary'))
  expect(await heard()).toEqual({
    'cted On Saturday': 'Fri 11, 09',
    'cted After Friday': 'Fri 11, 09',
    'who On Saturday': 'Thu 10, 09',
    'who After Friday': 'Fri 11, 09',
    'undp On Saturday': 'Sat 12, 09',
    'undp After Friday': 'Fri 11, 09',
    'unesco On Saturday': 'Thu 10, 09',
    'unesco After Friday': 'Fri 11, 09',
    'cted Plenary': 'Fri 11, 07',
    'who Plenary': 'Thu 10, 15',
    'undp Plenary': 'Sat 12, 17',
    'unesco Plenary': 'Thu 10, 18',
  })
})

test('on a day off comes what is urgent, what somebody named the hour of, and what would come too late on the next working day', async () => {
  here = await world({ now: '2026-12-05T10:00:00Z' })
  const paris = focal('interpol')
  await done('/meeting schedule Plenary wg:ETCIP start:2026-12-06T12:00Z')
  await done(
    '/directory add person "Second of INTERPOL" email:second@compact.example entity:INTERPOL confirm:yes',
  )
  await here.say(paris, '/reminder add Named at:"saturday 18:00"')
  await here.say(paris, '/reminder add Group wg:ETCIP at:"saturday 18:00" confirm:yes')
  for (const at of ['2026-12-05T10:30:00Z', '2026-12-05T17:00:00Z', '2026-12-06T11:45:00Z']) {
    await here.turn(at)
  }
  const heard = (who: string) =>
    here.delivered.filter(({ to }) => to === who).map(({ text }) => text.split('\n')[0])

  expect(heard(paris)).toEqual([
    expect.stringContaining('Plenary'),
    expect.stringContaining('Reminder: Named'),
    expect.stringContaining('Reminder: Group'),
    expect.stringContaining('in 15 minutes'),
  ])
  expect(heard('second@compact.example')).toEqual([
    expect.stringContaining('You are invited: Plenary'),
    expect.stringContaining('Reminder: Group'),
    expect.stringContaining('in 15 minutes'),
  ])
})

async function done(line: string): Promise<void> {
  const { outcome, text } = await here.say(secretariat, line)
  expect(outcome, `${line}: ${text}`).toBe('done')
}

async function heard(): Promise<Record<string, string>> {
  const sent = await here.database.store.pool.query<{
    email: string
    zone: string
    subject: string
    at: Date
  }>(
    `select p.email, p.zone, n.subject, n.sent_at as at from ledger n join people p on p.id = n.person_id
     where n.state = 'sent' and n.rule in ('action', 'meeting') and n.key not like '%:15m:%' and n.sent_at > '2026-12-09' order by n.sent_at`,
  )
  return Object.fromEntries(
    people.flatMap(({ entity }) =>
      sent.rows
        .filter(({ email }) => email === focal(entity))
        .map(({ zone, subject, at }) => [`${entity} ${spoken(subject)}`, dayAndHour(at, zone)]),
    ),
  )
}

function spoken(subject: string): string {
  if (subject.startsWith('meeting:')) return 'Plenary'
  return Number(subject.slice('action:'.length)) % 2 === 1 ? 'On Saturday' : 'After Friday'
}
