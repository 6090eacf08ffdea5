import { afterEach, beforeEach, expect, test } from 'vitest'

import { buttonLike, press } from '../../../support/lines/pressed.ts'
import { focal, type Reply, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

let here: World
beforeEach(async () => {
  here = await world()
  await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  await here.turn('2026-12-12T13:30:00Z')
  await here.say(chair, '/meeting start M1')
  await here.say(focal('cted'), '/meeting rsvp M1 here')
})
afterEach(() => here.end())

async function putOff(start = '2026-12-15T10:00Z'): Promise<Reply> {
  return here.press(chair, 'meeting move', { meeting: 'M1', start }, true)
}

async function undo(reply: Reply): Promise<Reply> {
  const button = buttonLike(reply, /^Undo/)
  if (!button) throw new Error(`no undo in: ${reply.text}`)
  return press(here, chair, button)
}

const held = async () => (await here.say(chair, '/meeting hold M1 summary:"discussed drones"')).text

test('a meeting that was put off once it had begun is running again when that is undone, with who was there', async () => {
  const back = await undo(await putOff())

  expect(back.outcome, back.text).toBe('done')
  expect(back.text).not.toContain('asked again')
  expect((await here.say(chair, '/meeting start M1')).text).toContain('already')
  expect((await here.say(chair, '/meeting end M1')).outcome).toBe('done')
  expect(await held()).toContain('Attended: CTED, INTERPOL')
})

test('a meeting that was put off once it was over is over again when that is undone', async () => {
  await here.say(chair, '/meeting end M1')
  await here.turn('2026-12-12T15:30:00Z')
  await undo(await putOff())

  expect((await here.say(focal('who'), '/meeting rsvp M1 yes')).text).toContain('is over')
  expect(await held()).toContain('Attended: CTED, INTERPOL')
})

test('a meeting that was put off, begun at the new hour and put off again comes back as it was there', async () => {
  await putOff()
  await here.turn('2026-12-15T10:00:00Z')
  await here.say(chair, '/meeting start M1')
  await here.say(focal('who'), '/meeting rsvp M1 here')
  await undo(await putOff('2026-12-17T10:00Z'))
  await here.say(chair, '/meeting end M1')

  expect(await held()).toContain('WHO')
  expect(
    (await here.press(chair, 'meeting move', { meeting: 'M1', start: '2026-12-12T13:30Z' }, true)).outcome,
  ).toBe('refused')
})
