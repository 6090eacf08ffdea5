import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonLike, press, pressUndo } from '../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

const chair = focal('interpol')
const member = focal('unodc')

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const line of [
    '/meeting schedule "Quarterly" wg:ETCIP start:"23 Nov 14:30"',
    '/meeting agenda add M1 item:Drones',
    '/meeting agenda add M1 item:Ships',
  ])
    expect((await here.say(chair, line)).outcome, line).toBe('done')
  await here.turn('2026-11-23T13:31:00Z')
})
afterEach(() => here.end())

const undo = (reply: Reply, who: string) => pressUndo(here, reply, who)

async function stored() {
  const { pool } = here.database.store
  const of = async (query: string) => (await pool.query(query)).rows
  return {
    meeting: await of('select begun_at, closed_at, status from meetings'),
    items: await of('select id, begun_at, ended_at from agenda_items order by id'),
    answers: await of('select person_id, response, present_at, remark from invitations order by 1'),
  }
}

/** The last change of somebody, taken back by the button that `undo` shows. */
async function typedUndo(who: string): Promise<Reply> {
  return undo(await here.say(who, 'undo'), who)
}

describe('a start that is taken back', () => {
  test('leaves the meeting as it was, and the rooms of the group hear of it', async () => {
    await here.say(chair, '/wg bind ETCIP', {
      place: { platform: 'terminal', tenant: 'local', channel: 'etcip', private: false },
    })
    const before = await stored()
    await here.say(chair, '/meeting start M1')
    expect(await stored()).not.toEqual(before)
    const undone = await typedUndo(chair)
    expect(undone.text).toContain('M1 Quarterly has not started after all.')
    expect(await stored()).toEqual(before)
    expect(here.announced.at(-1)?.text).toContain('M1 Quarterly has not started after all.')
    expect((await here.say(chair, '/meeting start M1')).outcome).toBe('done')
  })

  test('after an end that was taken back ends it again, at the minute at which it had ended', async () => {
    await here.say(chair, '/meeting start M1')
    await here.say(chair, '/meeting end M1')
    const ended = await stored()
    await here.turn('2026-11-23T13:40:00Z')
    await typedUndo(chair)
    expect(await stored()).not.toEqual(ended)
    const again = await typedUndo(chair)
    expect(again.text).toContain('is ended, as before')
    expect(await stored()).toEqual(ended)
  })

  test('is refused once somebody has taken part, with a button that ends it', async () => {
    const started = await here.say(chair, '/meeting start M1')
    await here.say(member, '/meeting rsvp M1 here')
    const before = await stored()
    const refused = await undo(started, chair)
    expect(refused).toMatchObject({ outcome: 'refused', text: expect.stringContaining('has gone on since') })
    expect(await stored()).toEqual(before)
    expect((await undo(started, member)).outcome).toBe('refused')
    const end = buttonLike(refused, /^End/)
    expect(end && (await press(here, chair, end)).outcome).toBe('done')
    expect((await undo(started, chair)).text).toContain('is not under way')
  })
})

describe('whoever said that they are there', () => {
  test.each(['yes', 'no', 'maybe', undefined])(
    'takes it back to the answer of before: %s',
    async (answer) => {
      if (answer) await here.say(member, `/meeting rsvp M1 ${answer} note:"with two"`)
      await here.say(chair, '/meeting start M1')
      const before = await stored()
      await here.say(member, "i'm here")
      expect(await stored()).not.toEqual(before)
      expect((await typedUndo(member)).text).toContain('you are not down as present at M1')
      expect(await stored()).toEqual(before)
    },
  )

  test('and led the meeting stays down as present', async () => {
    await here.say(chair, '/meeting start M1')
    const before = await stored()
    await here.say(chair, '/meeting rsvp M1 here')
    expect((await typedUndo(chair)).text).toContain('stay down as present')
    expect(await stored()).toEqual(before)
  })

  test('says so once, and has gone by “not here”, which overrules no later answer', async () => {
    await here.say(chair, '/meeting start M1')
    const there = await here.say(member, '/meeting rsvp here')
    expect((await here.say(member, '/meeting rsvp here')).text).toContain('already; nothing was changed')
    expect((await here.say(member, '/meeting rsvp M1 not here')).text).toContain(
      'Your answer to the invitation is yes',
    )
    expect((await here.say(member, 'present-')).text).toContain('You are not down as present')
    await here.say(member, '/meeting rsvp here')
    await here.say(member, '/meeting rsvp M1 no')
    expect((await undo(there, member)).text).toContain('You have answered no')
  })

  test('cannot take it back once the outcome is on record', async () => {
    await here.say(chair, '/meeting start M1')
    const there = await here.say(member, '/meeting rsvp here')
    await here.say(secretariat, '/meeting hold M1 summary:"We met"')
    expect((await undo(there, member)).text).toContain('M1 Quarterly is held')
  })
})

test('a proposal is withdrawn by undo, and not once it was decided', async () => {
  await here.say(chair, '/meeting start M1')
  const proposed = await here.say(chair, '/meeting propose M1 text:"Meet monthly"')
  const withdrawn = await typedUndo(chair)
  expect(withdrawn.text).toContain('R1 is withdrawn')
  await undo(withdrawn, chair)
  await here.say(chair, '/meeting resolve M1')
  expect((await undo(proposed, chair)).text).toContain('R1 is adopted already; nothing was changed.')
})

describe('an item that was taken up by mistake', () => {
  test('is as if it had not been, and the one before goes on from when it was taken up', async () => {
    // The first item begins with the meeting.
    const one = await here.say(chair, '/meeting start M1')
    expect(one.text).toContain('Drones')
    const before = (await stored()).items
    await here.turn('2026-11-23T13:40:00Z')
    const two = await here.say(chair, 'next')
    await here.turn('2026-11-23T13:41:00Z')
    const back = await undo(two, chair)
    expect(back.text).toContain('Still: 1. Drones')
    expect((await stored()).items).toEqual(before)
    expect((await undo(two, chair)).text).toContain('gone on in the meantime: now 1. Drones')

    await here.say(chair, 'next')
    const ships = (await stored()).items
    const last = await here.say(chair, 'next')
    expect(last.text).toContain('That was the last item')
    await here.turn('2026-11-23T13:42:00Z')
    expect((await typedUndo(chair)).text).toContain('Still: 2. Ships')
    expect((await stored()).items).toEqual(ships)
    expect((await here.say(chair, '/meeting minutes M1')).text).not.toContain('Took back')
  })

  test('leaves none under discussion where there was none before', async () => {
    await here.say(chair, '/meeting start M1')
    await here.say(chair, 'next')
    await here.say(chair, 'next')
    const before = (await stored()).items
    await here.turn('2026-11-23T13:40:00Z')
    const again = await here.say(chair, 'go back to item 1')
    expect(again.text).toContain('Now: 1. Drones')
    expect((await undo(again, chair)).text).toContain('No item of Quarterly is under discussion')
    expect((await stored()).items).toEqual(before)
  })
})
