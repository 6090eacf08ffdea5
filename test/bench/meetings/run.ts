import { listMeetings } from '../../../db/meetings/meetings.ts'
import { occurrences } from '../../../src/meetings/series/occurrences.ts'
import { suggestSlots } from '../../../src/meetings/slots/suggest.ts'
import { copiedSample } from '../copied.ts'
import { percentile } from '../figures.ts'
import { percentileLine, timesOf } from '../spread.ts'
import { type Line, line } from '../table.ts'

const zones = ['Europe/Vienna', 'America/New_York', 'Africa/Nairobi', 'Asia/Kathmandu', 'Australia/Lord_Howe']
const hourMs = 3_600_000
const from = Date.UTC(2026, 9, 5)

/** Times that suit many, series of years, and the pages of the joint calendar. */
export async function benchMeetings(server: string): Promise<readonly Line[]> {
  const few = await suggesting(50)
  const many = await suggesting(200)
  const expanded = await timesOf(
    Array.from({ length: 4 }, () => async () => {
      for (let index = 0; index < 100; index += 1) expand(index)
    }),
    1,
  )
  return [
    percentileLine('suggesting for 50 members over eight weeks', few, 0.5),
    percentileLine('suggesting for 200 members over eight weeks', many, 0.5, 50),
    line('suggesting, 200 members against 50', percentile(many, 0.5) / percentile(few, 0.5), '', {
      at: 4,
      better: 'less',
    }),
    percentileLine('expanding 100 series of ten years', expanded, 0.5),
    ...(await calendarPages(server)),
  ]
}

function suggesting(members: number): Promise<number[]> {
  const attendees = Array.from({ length: members }, (_, id) => ({
    id,
    hours: {
      zone: zones[id % zones.length] ?? 'UTC',
      from: 480 + 15 * (id % 9),
      to: 1_020 + 15 * (id % 7),
      days: [1, 2, 3, 4, 5],
      holidays: new Set<string>(),
    },
    busy: Array.from({ length: 12 }, (__, at) => {
      const begin = from + (id * 7 + at * 97) * hourMs
      return { from: begin, to: begin + hourMs }
    }),
    unsocial: id % 4,
  }))
  const request = {
    attendees,
    window: { from, to: from + 56 * 24 * hourMs },
    minutes: 90,
    closed: [],
    limit: 5,
  }
  return timesOf(
    Array.from({ length: 40 }, () => async () => suggestSlots(request)),
    10,
  )
}

/** Monthly ones: the most that ten years of a working group's series hold. */
function expand(index: number): void {
  const found = occurrences({
    rule: `FREQ=MONTHLY;BYDAY=${1 + (index % 4)}TU`,
    start: '2026-01-01',
    hour: 15,
    minute: 0,
    zone: zones[index % zones.length] ?? 'UTC',
    end: { kind: 'until', day: '2035-12-31' },
    except: [],
  })
  if (found.length !== 120) throw new Error(`a series has ${found.length} meetings`)
}

async function calendarPages(server: string): Promise<readonly Line[]> {
  const { store } = await copiedSample(server, 'calendar')
  try {
    await store.pool.query(
      `insert into meetings (group_id, title, kind, starts_at, minutes, zone, status, organizer_id, created_at, changed_at)
       select g.id, 'Meeting ' || n, 'regular', timestamptz '2027-01-01' + make_interval(hours => n), 60, 'UTC', 'scheduled',
         (select min(id) from people), now(), now()
       from generate_series(1, 10000) n
       join lateral (select id from working_groups order by id offset n % 8 limit 1) g on true`,
    )
    await store.pool.query(
      `insert into invitations (meeting_id, person_id, "as", response)
       select m.id, p.id, 'member', 'yes' from meetings m cross join (select id from people order by id limit 10) p
       on conflict do nothing`,
    )
    await store.pool.query('vacuum analyze')
    const page = (after: number | null) => () =>
      listMeetings(store.kysely, {
        groupId: null,
        personId: null,
        from: new Date('2027-01-01T00:00:00Z'),
        to: new Date('2029-01-01T00:00:00Z'),
        after,
        limit: 26,
        offset: 0,
      })
    const { rows } = await store.pool.query<{ id: number }>(
      `select id from meetings where starts_at >= timestamptz '2027-01-01' order by starts_at, id offset ${25 * 398 - 1} limit 1`,
    )
    const before = rows[0]?.id
    const first = await timesOf(
      Array.from({ length: 120 }, () => page(null)),
      20,
    )
    const last = await timesOf(
      Array.from({ length: 120 }, () => page(before ?? null)),
      20,
    )
    return [
      percentileLine('joint calendar of 10,000 meetings, page 1', first, 0.5),
      percentileLine('joint calendar of 10,000 meetings, page 399', last, 0.5),
      line('joint calendar, page 399 against page 1', percentile(last, 0.5) / percentile(first, 0.5), '', {
        at: 1.5,
        better: 'less',
      }),
    ]
  } finally {
    await store.close()
  }
}
