import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'
import { pressLabelled } from '../giveFile.ts'

describe('what a twin left in the records of meetings goes with a merge', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, '/directory add person "Old Twin" email:old@who.example entity:WHO')
    await here.say(secretariat, '/directory add person "New Twin" email:new@who.example entity:WHO')
    await here.say(focal('interpol'), '/meeting schedule "A meeting" wg:ETCIP start:"12 Dec 14:30"')
    await here.say(focal('who'), '/meeting rsvp M1 no delegate:old@who.example')
    await here.database.store.pool.query(
      `insert into meeting_notes (meeting_id, body, audience, written_by, written_at)
       select 1, 'The budget is missing', 'internal', id, now() from people where email = 'old@who.example'`,
    )
    await here.say(
      focal('interpol'),
      '/meeting poll open "Another" wg:ETCIP slots:"14 Dec 10:00; 15 Dec 10:00"',
    )
    await here.press('old@who.example', 'meeting poll vote', { poll: 'P1', slots: '1' })
    await here.database.store.pool.query(
      `insert into silence_procedures (group_id, body, closes_at, zone, status, opened_by, opened_at)
       select 3, 'Terms of reference', now(), 'UTC', 'adopted', id, now() from people where email = 'old@who.example'`,
    )
  })
  afterAll(() => here.end())

  /** How many notes, votes and delegations each of the two has. */
  async function traces() {
    const { rows } = await here.database.store.pool.query(
      `select p.name, (select count(*)::int from meeting_notes n where n.written_by = p.id) as notes,
        (select count(distinct poll_id)::int from poll_votes v where v.person_id = p.id) as polls,
        (select count(*)::int from invitations i where i.delegate_id = p.id) as delegations,
        (select count(*)::int from silence_procedures s where s.opened_by = p.id) as silences
       from people p where p.name like '% Twin' order by p.name`,
    )
    return rows
  }

  test('notes, votes and delegations are shown, moved and taken back', async () => {
    const before = await traces()
    expect(before).toEqual([
      { name: 'New Twin', notes: 0, polls: 0, delegations: 0, silences: 0 },
      { name: 'Old Twin', notes: 1, polls: 1, delegations: 1, silences: 1 },
    ])
    const asked = await here.say(secretariat, '/directory merge old@who.example into:new@who.example')
    for (const wanted of [
      '1 note of a meeting',
      '1 poll voted in',
      '1 delegation',
      '1 adoption by silence',
    ]) {
      expect(asked.text).toContain(wanted)
    }

    const merged = await pressLabelled(here, asked, 'Merge')
    expect(await traces()).toEqual([
      { name: 'New Twin', notes: 1, polls: 1, delegations: 1, silences: 1 },
      { name: 'Old Twin', notes: 0, polls: 0, delegations: 0, silences: 0 },
    ])
    await pressLabelled(here, merged, 'Undo')
    expect(await traces()).toEqual(before)
  })

  test('raised hands, objections, series, settings and what was put off go along, but for what the other has too', async () => {
    const { pool } = here.database.store
    const of = (email: string) => `(select id from people where email = '${email}@who.example')`
    await pool.query(
      `insert into speakers (meeting_id, person_id, raised_at) values (1, ${of('old')}, now())`,
    )
    await pool.query(`insert into resolutions (meeting_id, body, status, proposed_by, proposed_at)
      values (1, 'To meet', 'proposed', ${of('old')}, now())`)
    await pool.query(`insert into objections (resolution_id, entity_id, person_id, raised_at)
      select max(r.id), (select id from entities where acronym = 'WHO'), ${of('old')}, now() from resolutions r`)
    await pool.query(
      `insert into person_hours (person_id, work_from, work_to) values (${of('old')}, 480, 960)`,
    )
    await pool.query(`insert into unsubscribed (person_id, rule, at)
      values (${of('old')}, 'still-you', now()), (${of('old')}, 'weekly', now()), (${of('new')}, 'weekly', now())`)
    await pool.query(`insert into meeting_series
      (group_id, title, kind, minutes, organizer_id, rule, said, first_day, wall_hour, wall_minute, zone, made_until, times, created_at)
      values (3, 'Monthly', 'regular', 60, ${of('old')}, 'FREQ=MONTHLY', 'monthly', '2026-12-01', 10, 0, 'UTC', '2026-12-01', 4, now())`)
    const marks = async () =>
      (
        await pool.query(
          `select p.name, (select count(*)::int from speakers s where s.person_id = p.id) as hands,
            (select count(*)::int from objections o where o.person_id = p.id) as objections,
            (select count(*)::int from resolutions r where r.proposed_by = p.id) as proposed,
            (select count(*)::int from person_hours h where h.person_id = p.id) as hours,
            (select array_agg(u.rule order by u.rule) from unsubscribed u where u.person_id = p.id) as rules,
            (select count(*)::int from meeting_series m where m.organizer_id = p.id) as series
           from people p where p.name like '% Twin' order by p.name`,
        )
      ).rows
    const none = { hands: 0, objections: 0, proposed: 0, hours: 0, series: 0 }
    const all = { hands: 1, objections: 1, proposed: 1, hours: 1, series: 1 }
    const before = [
      { name: 'New Twin', ...none, rules: ['weekly'] },
      { name: 'Old Twin', ...all, rules: ['still-you', 'weekly'] },
    ]
    expect(await marks()).toEqual(before)

    const asked = await here.say(secretariat, '/directory merge old@who.example into:new@who.example')
    for (const wanted of ['1 raised hand', '1 objection', '1 resolution proposed', '1 series of meetings']) {
      expect(asked.text).toContain(wanted)
    }
    const merged = await pressLabelled(here, asked, 'Merge')
    expect(await marks()).toEqual([
      { name: 'New Twin', ...all, rules: ['still-you', 'weekly'] },
      { name: 'Old Twin', ...none, rules: ['weekly'] },
    ])
    await pressLabelled(here, merged, 'Undo')
    expect(await marks()).toEqual(before)
  })
})
