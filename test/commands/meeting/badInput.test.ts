import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

const chair = focal('interpol')

describe('what cannot be done is answered with a sentence, and nothing is changed', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.say(chair, '/meeting poll open Closed wg:ETCIP slots:"10 Dec 14:30; 11 Dec 09:00"')
    await here.say(chair, '/meeting poll close P1')
    await here.say(secretariat, `/directory retire person ${focal('who')} confirm:yes`)
  })
  afterAll(() => here.end())

  async function stored() {
    const { rows } = await here.database.store.pool.query(`select
      (select count(*) from meetings) as meetings, (select count(*) from polls) as polls,
      (select count(*) from poll_votes) as votes, (select count(*) from action_items) as actions,
      (select count(*) from resolutions) as resolutions, (select sum(sequence) from meetings) as changes,
      (select count(*) from invitations where response is not null or delegate_id is not null) as answers`)
    return rows[0]
  }

  test.each([
    ['a time in the past', '/meeting poll open Late wg:ETCIP slots:"2 Jan 2020 10:00; 14 Dec 10:00"', 'has passed'],
    ['a meeting moved into the past', '/meeting move M1 start:"2026-11-02T10:00"', 'has passed'],
    ['a series without an end', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" repeat:quarterly', 'has no end'],
    ['a poll with one time', '/meeting poll open One wg:ETCIP slots:"14 Dec 10:00"', 'at least two times'],
    ['a vote after the closing', '/meeting poll vote P1 slots:1', 'is closed'],
    ['a resolution before the start', '/meeting resolve M1', 'has not been started'],
    ['a proposal before the start', '/meeting propose M1 text:"Adopt it"', 'has not been started'],
    ['an owner who left', '/meeting action add M1 what:"Send it" owner:"WHO focal point"', 'WHO focal point'],
    ['a rule that never fires', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" repeat:"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" until:2030-01-01', 'never comes to a day'],
    ['a zone that does not exist', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" timezone:Mars/Olympus', 'Mars/Olympus'],
    ['no group at all', '/meeting schedule S wg:none start:"8 Dec 14:30"', 'at least one working group'],
  ])('%s', async (_, line, why) => {
    const before = await stored()
    const said = await here.say(chair, line)

    expect(said.outcome).toBe('refused')
    expect(said.text).toContain(why)
    expect(await stored()).toEqual(before)
  }) // biome-ignore format: a table

  test('somebody who is no member neither answers nor votes, nor takes a seat', async () => {
    const before = await stored()
    const answer = await here.say(focal('unaoc'), '/meeting rsvp M1 yes')
    const vote = await here.say(focal('unaoc'), '/meeting poll vote P1 slots:1')
    const seat = await here.say(focal('cted'), `/meeting rsvp M1 no delegate:${focal('unaoc')}`)

    expect([answer, vote, seat].map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused'])
    expect(answer.text).toContain('not invited')
    expect(seat.text).toContain('not of your entity')
    expect(await stored()).toEqual(before)
  })

  test('a zone that changed its law is read by the law of the day', async () => {
    const said = await here.say(
      secretariat,
      '/meeting schedule "Of one clock" wg:PCVE start:"2027-01-12T10:00" timezone:America/Sao_Paulo',
    )
    const summer = await here.say(
      secretariat,
      '/meeting schedule "Of another" wg:PCVE start:"2027-07-13T10:00" timezone:Africa/Cairo',
    )
    const { rows } = await here.database.store.pool.query<{ at: string }>(
      `select to_char(starts_at at time zone 'UTC', 'HH24:MI') as at from meetings where title like 'Of %' order by starts_at`,
    )

    expect(said.text).toContain('10:00 (America/Sao_Paulo)')
    expect(summer.text).toContain('10:00 (Africa/Cairo)')
    // São Paulo keeps no summer time since 2019, Cairo keeps one again since 2023.
    expect(rows.map(({ at }) => at)).toEqual(['13:00', '07:00'])
  })
})
