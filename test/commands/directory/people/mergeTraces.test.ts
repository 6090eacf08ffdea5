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
})
