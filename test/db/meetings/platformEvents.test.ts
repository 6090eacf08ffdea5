import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkIdentity } from '../../../db/directory/identities.ts'
import { cancelMeeting, createMeeting } from '../../../db/meetings/change.ts'
import { platformEventsOn } from '../../../db/meetings/platformEvents.ts'
import { bindRoom, markRoom, roomsOfAccount, roomsOfTenant } from '../../../db/meetings/rooms.ts'
import { platformEvents } from '../../../src/bot/platformEvents.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

const now = new Date('2026-11-21T12:00:00Z')
const today = dayOf(now, 'UTC')
const soon = new Date('2026-12-12T13:30:00Z')
const platform = 'discord'
const room = (channel: string, tenant = 'G1') => ({ platform, tenant, channel })

let database: TestDatabase
let chair: { id: number; group: number }
let other: number
beforeAll(async () => {
  database = await testDatabase()
  const { rows } = await database.store.pool.query(
    `select p.id, w.id as group_id, (select min(id) from working_groups where id <> w.id) as other
     from people p, working_groups w where p.email = 'focal.interpol@compact.example' and w.acronym = 'ETCIP'`,
  )
  chair = { id: rows[0].id, group: rows[0].group_id }
  other = rows[0].other
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.store.pool.query('delete from rooms; delete from meetings; delete from identities')
})

function bind(group: number, at: ReturnType<typeof room>, boundAt = now): Promise<boolean> {
  return database.store.kysely.transaction().execute((trx) => bindRoom(trx, group, at, chair.id, boundAt))
}

function schedule(group: number, startsAt = soon): Promise<number> {
  const meeting = {
    groupIds: [group],
    title: 'Quarterly meeting',
    kind: 'regular',
    startsAt,
    minutes: 90,
    zone: 'Europe/Paris',
    place: null,
    link: 'https://meet.example.org/1',
    organizerId: chair.id,
  } as const
  return database.store.kysely.transaction().execute((trx) => createMeeting(trx, meeting, now))
}

describe('meetings for the calendar of a platform', () => {
  const listed = async (id?: number) =>
    (await platformEventsOn(database.store.kysely, platform, now, id)).map((one) => one.id)

  test('are those ahead of groups with a room there, the next first', async () => {
    await bind(chair.group, room('C1'))
    const later = await schedule(chair.group, new Date('2027-01-01T00:00:00Z'))
    const next = await schedule(chair.group)
    await schedule(chair.group, now)
    await schedule(other)
    await bind(other, { platform: 'slack', tenant: 'T1', channel: 'C1' })

    expect(await listed()).toEqual([next, later])
  })

  test('leave out what is cancelled, and one that is asked for is told all the same', async () => {
    await bind(chair.group, room('C1'))
    const id = await schedule(chair.group)
    const past = await schedule(chair.group, new Date('2026-01-01T00:00:00Z'))
    await database.store.kysely.transaction().execute((trx) => cancelMeeting(trx, id, 'No room', now))

    expect(await listed()).toEqual([])
    expect(await listed(past)).toEqual([past])
    expect(await platformEvents(database.store.kysely, now, platform, `meeting:${id}`)).toEqual([
      {
        subject: `meeting:${id}`,
        title: 'Quarterly meeting',
        group: 'ETCIP',
        startsAt: soon,
        endsAt: new Date('2026-12-12T15:00:00Z'),
        zone: 'Europe/Paris',
        place: null,
        cancelled: true,
        rooms: [room('C1')],
      },
    ])
  })

  test('name every room that can be reached, as it was bound, and none without', async () => {
    const id = await schedule(chair.group)
    expect(await listed(id)).toEqual([])
    await bind(chair.group, room('C2', 'G2'))
    await bind(chair.group, room('C1'), new Date(now.getTime() + 1))
    await bind(chair.group, room('C3'))
    await markRoom(database.store.kysely, room('C3'), 'gone')
    const [found] = await platformEventsOn(database.store.kysely, platform, now)
    expect(found?.rooms).toEqual([room('C2', 'G2'), room('C1')])

    await markRoom(database.store.kysely, room('C1'), 'gone')
    await markRoom(database.store.kysely, room('C2', 'G2'), 'gone')
    expect(await listed()).toEqual([])
    expect(await listed(id)).toEqual([])
  })

  test.each(['meeting:', 'meeting:x', 'meeting:1;', 'update:1', 'meeting:99999999999', 'meeting:999'])(
    '%j is none',
    async (subject) => {
      await bind(chair.group, room('C1'))
      await schedule(chair.group)
      expect(await platformEvents(database.store.kysely, now, platform, subject)).toEqual([])
    },
  )
})

describe('rooms by whom and where', () => {
  const account = { platform, tenant: '-', account: 'U1' }
  const link = () =>
    database.store.kysely
      .transaction()
      .execute((trx) => linkIdentity(trx, { ...account, personId: chair.id, via: 'email-code' }, now))
  const own = () => roomsOfAccount(database.store.kysely, account, today)

  test('an account has those of the groups in which its person has a role, on its platform', async () => {
    await bind(chair.group, room('C1'))
    await bind(chair.group, room('C2', 'G2'))
    await bind(chair.group, { platform: 'slack', tenant: 'T1', channel: 'C1' })
    const { rows } = await sql<{ id: number }>`
      select id from working_groups w where not exists (
        select 1 from roles r join people p on p.id = ${chair.id} and (r.person_id = p.id or r.entity_id = p.entity_id)
        where r.group_id = w.id and r.during @> ${today}::date) limit 1`.execute(database.store.kysely)
    await bind(rows[0]?.id ?? 0, room('C9'))

    expect(await own()).toEqual([])
    await link()
    expect(await own()).toEqual([room('C1'), room('C2', 'G2')])
  })

  test('a room of two of its groups is told once, and one that cannot be reached not at all', async () => {
    await link()
    await bind(chair.group, room('C1'))
    await bind(chair.group, room('C2'))
    await sql`insert into roles (group_id, entity_id, role, during, created_at)
      select ${other}, entity_id, 'observer', daterange(${today}::date, null), ${now} from people
      where id = ${chair.id} and not exists (select 1 from roles r where r.group_id = ${other}
        and r.entity_id = people.entity_id and r.during @> ${today}::date)`.execute(database.store.kysely)
    await bind(other, room('C1'))
    await markRoom(database.store.kysely, room('C2'), 'gone')

    expect(await own()).toEqual([room('C1')])
  })

  test('a server has those bound in it, each once, by their ids', async () => {
    await bind(chair.group, room('C2'))
    await bind(chair.group, room('C1'))
    await bind(other, room('C1'))
    await bind(other, room('C3', 'G2'))
    await bind(other, room('C4'))
    await markRoom(database.store.kysely, room('C4'), 'gone')

    expect(await roomsOfTenant(database.store.kysely, platform, 'G1')).toEqual([room('C1'), room('C2')])
    expect(await roomsOfTenant(database.store.kysely, platform, 'G3')).toEqual([])
  })
})
