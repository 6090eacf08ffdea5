import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { readCalendars } from '../../../src/bot/outside/readCalendars.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const calendar = (start: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n${start}\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
const good = calendar('DTSTART:20261208T060000Z')

describe('calendars that are read at one go', () => {
  let here: World
  let read: string[]
  beforeEach(async () => {
    here = await world()
    read = []
  })
  afterEach(() => here.end())

  const give = (entity: string) =>
    here.say(focal(entity), `/profile busy https://calendar.example.org/${entity}.ics`)
  const rows = async (sql: string) => (await here.database.store.pool.query(sql)).rows
  const faults = async () =>
    rows('select host, fault from busy_addresses where fault is not null order by fault')

  async function readAll(texts: Readonly<Record<string, string>>) {
    await readCalendars({
      db: here.database.store.kysely,
      clock: here.clock,
      log: here.bot.services.log,
      reveal: (kept, place) => {
        if (kept === 'broken') throw new Error('the seal does not open')
        return here.bot.services.secrets.reveal(kept, place)
      },
      read: async (url) => {
        read.push(url)
        return { kind: 'read', text: Object.entries(texts).find(([name]) => url.includes(name))?.[1] ?? good }
      },
    })
  }

  test('that a silent server keeps back hold up no stop, and nothing is noted of them', async () => {
    await give('cted')
    const ending = new AbortController()
    const reading = readCalendars({
      ...{ db: here.database.store.kysely, clock: here.clock, log: here.bot.services.log },
      reveal: here.bot.services.secrets.reveal,
      ending: ending.signal,
      read(url) {
        read.push(url)
        return new Promise(() => undefined)
      },
    })
    await expect.poll(() => read).toHaveLength(1)
    ending.abort()
    await reading

    expect(await faults()).toEqual([])
  })

  test('are kept though the next one is odd, comes round without end or has an address that does not open', async () => {
    for (const entity of ['cted', 'who', 'interpol', 'unidir']) await give(entity)
    await here.database.store.pool.query(
      `update busy_addresses set address = 'broken', next_at = next_at - interval '1 minute'
        where person_id = (select min(person_id) from busy_addresses)`,
    )
    const broken = await rows(`select lower(e.acronym) as name from busy_addresses b join people p on p.id = b.person_id
      join entities e on e.id = p.entity_id where b.address = 'broken'`)
    const [odd = '', endless = ''] = ['cted', 'who', 'interpol', 'unidir'].filter((name) => name !== broken[0].name)
    await readAll({
      [odd]: calendar('DTSTART;VALUE=TEXT:x'),
      [endless]: calendar('DTSTART:20261208T060000Z\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
    })

    expect((await faults()).map(({ fault }) => fault)).toEqual([
      'its address cannot be opened any more; give it again',
      'its repeating events are too many, or never come round',
      'what stands there cannot be read',
    ])
    expect(await rows('select count(*)::int as times from busy_times')).toEqual([{ times: 1 }])
  }) // biome-ignore format: statements

  test('are forgotten once their owner is retired, and keep no other from being read', async () => {
    await give('cted')
    await give('who')
    await readAll({})
    const retired = await here.press(secretariat, 'directory retire person', { person: focal('who') }, true)
    const left = await rows('select count(*)::int as times from busy_times')
    // As if they had been retired by an older release, which kept their addresses.
    await here.database.store.pool.query(
      `update people set retired_on = '2026-11-01' where id in
         (select id from people where retired_on is null and not is_secretariat
           and id not in (select person_id from busy_addresses) order by id limit 6)`,
    )
    await here.database.store.pool.query(
      `insert into busy_addresses (person_id, address, host, set_at, next_at)
         select id, 'x', 'x', '2026-01-01', '2026-01-01' from people where retired_on is not null`,
    )
    await here.database.store.pool.query("update busy_addresses set next_at = '2026-02-01' where address <> 'x'")
    read = []
    await readAll({})

    expect(retired.outcome).toBe('done')
    expect(left).toEqual([{ times: 1 }])
    expect(read).toEqual(['https://calendar.example.org/cted.ics'])
  }) // biome-ignore format: statements
})
