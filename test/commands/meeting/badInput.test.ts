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
    ['a meeting without a title', '/meeting edit M1 title:none', 'A meeting needs a title'],
    ['a series without an end', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" repeat:quarterly', 'has no end'],
    ['a poll with one time', '/meeting poll open One wg:ETCIP slots:"14 Dec 10:00"', 'at least two times'],
    ['a vote after the closing', '/meeting poll vote P1 slots:1', 'is closed'],
    ['a resolution before the start', '/meeting resolve M1', 'has not been started'],
    ['a proposal before the start', '/meeting propose M1 text:"Adopt it"', 'has not been started'],
    ['an owner who left', '/meeting action add M1 what:"Send it" owner:"WHO focal point"', 'WHO focal point'],
    ['a rule that never fires', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" repeat:"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" until:2030-01-01', 'never comes to a day'],
    ['a zone that does not exist', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" timezone:Mars/Olympus', 'Mars/Olympus'],
    ['a rhythm of no times', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" repeat:"weekly, 0 times"', 'two meetings at least'],
    ['a rhythm of too many times', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" repeat:"daily, 5000 times"', 'more than 200 meetings'],
    ['a series that ends before it begins', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" repeat:weekly until:"1 Dec 2026"', 'end on 1 Dec 2026, before its first day, 8 Dec 2026'],
    ['a weekday that no month has', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" repeat:"6th Monday of the month" until:2027-12-31', 'A month has five Mondays at most'],
    ['a series of which every day is left out', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" repeat:"weekly, 2 times" except:"8 Dec, 15 Dec"', 'No day of the series is left'],
    ['a day left out that is none of the series', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" repeat:"weekly, 2 times" except:"9 Dec"', 'is not a day of the series'],
    ['days left out of a single meeting', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" except:"9 Dec"', 'Only a series'],
    ['a series that was held', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" repeat:"weekly, 3 times" held:yes', 'cannot have been held'],
    ['an hour that the clocks skip', '/meeting schedule S wg:ETCIP start:"2027-03-28T02:30" timezone:Europe/Vienna', 'does not exist in Europe/Vienna'],
    ['a day that no calendar has', '/meeting schedule S wg:ETCIP start:"31 Feb 10:00"', 'no 31 February'],
    ['an hour that no clock has', '/meeting schedule S wg:ETCIP start:"12 Dec 25:00"', 'no 25:00'],
    ['a length of more than five days', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" duration:9d', 'too large'],
    ['hours that make more than a day', '/meeting suggest ETCIP duration:30h', 'too large'],
    ['a link that is a script', '/meeting schedule S wg:ETCIP start:"8 Dec 14:30" link:"javascript:alert(1)"', 'is not a web address'],
    ['a group that is misspelt', '/meeting schedule S wg:ETCIPP start:"8 Dec 14:30"', 'Did you mean ETCIP?'],
    ['a poll with one time twice', '/meeting poll open One wg:ETCIP slots:"14 Dec 10:00; 14 Dec 10:00"', 'at least two times'],
    ['a poll that ends after its first time', '/meeting poll open Late wg:ETCIP slots:"14 Dec 10:00; 15 Dec 10:00" until:"16 Dec"', 'let it end before'],
    ['a poll that ended yesterday', '/meeting poll open Late wg:ETCIP slots:"14 Dec 10:00; 15 Dec 10:00" until:yesterday', 'has passed'],
    ['a poll closed twice', '/meeting poll close P1', 'closed already'],
    ['a poll settled at a time that it lacks', '/meeting poll settle P1 slot:7', 'has no time 7'],
    ['a poll settled on nothing', '/meeting poll settle P1', 'Nobody has favoured a time'],
    ['a meeting that begins later', '/meeting start M1', 'begins more than an hour from now'],
    ['an end without a beginning', '/meeting end M1', 'has not been started'],
    ['an outcome before the meeting', '/meeting hold M1 summary:"was good"', 'has not begun yet'],
    ['minutes before the meeting', '/meeting minutes M1', 'has no minutes'],
    ['being there before it begins', '/meeting rsvp M1 here', 'has not begun'],
    ['a move to where it is', '/meeting move M1 start:"12 Dec 14:30"', 'planned exactly like that'],
    ['the rest of what is no series', '/meeting cancel M1 series:rest confirm:yes', 'belongs to no series'],
    ['restoring what is not cancelled', '/meeting restore M1', 'not cancelled'],
    ['an action due yesterday', '/meeting action add M1 what:"Send it" owner:CTED due:yesterday', 'has passed'],
    ['a guest without an address', '/meeting attendees M1 email:"no address"', 'is not an e-mail address'],
    ['an item that is not there', '/meeting agenda remove M1 item:1', 'The agenda has no items'],
    ['a silence that ended yesterday', '/meeting silence open "Text" wg:ETCIP until:yesterday', 'has passed'],
    ['a silence of no days', '/meeting silence open "Text" wg:ETCIP until:"0 working days"', '1 to 60 working days'],
    ['a silence that was never opened', '/meeting silence break S1 reason:x', 'There is no silence procedure S1'],
    ['a meeting that never was', '/meeting show M99', 'no meeting called “M99”'],
    ['times of last month', '/meeting suggest ETCIP between:"1 Oct to 5 Oct"', 'has passed'],
    ['no group at all', '/meeting schedule S wg:none start:"8 Dec 14:30"', 'at least one working group'],
  ])('%s', async (_, line, why) => {
    const before = await stored()
    const reply = await here.say(chair, line)

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(why)
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

  test('a zone whose rules were changed is read by the rules of the day', async () => {
    const reply = await here.say(
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

    expect(reply.text).toContain('10:00 (America/Sao_Paulo)')
    expect(summer.text).toContain('10:00 (Africa/Cairo)')
    // São Paulo keeps no summer time since 2019, Cairo keeps one again since 2023.
    expect(rows.map(({ at }) => at)).toEqual(['13:00', '07:00'])
  })
})
