import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonLike, press, pressUndo } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const owner = focal('opcw')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  await here.say(chair, '/meeting action add M1 what:"Send the draft" owner:OPCW due:"10 Dec"')
})
afterAll(() => here.end())

/** Says a line, takes it back by its button, and gives what each of both told, by reader. */
async function toldAndTakenBack(who: string, line: string) {
  const start = here.delivered.length
  const done = await here.say(who, line)
  const middle = here.delivered.length
  await pressUndo(here, done, who)
  const words = (from: number, to?: number) =>
    here.delivered.slice(from, to).map(({ to: by, text }) => [by, text.split('\n')[0]])
  return { answer: done.text, told: words(start, middle), back: words(middle) }
}

test('whoever owns an action is told what a chair does with it, from what to what, and again when that is taken back', async () => {
  const it = 'A1 Send the draft of M1 Quarterly (ETCIP)'
  const by = 'INTERPOL focal point (chair of ETCIP)'

  const done = await toldAndTakenBack(chair, '/meeting action done A1 note:"sent by hand"')
  expect(done.answer).toContain('Its owner is told.')
  expect(done.told).toEqual([[owner, `${by} marked ${it} as done: sent by hand.`]])
  expect(done.back).toEqual([
    [owner, `${by} opened ${it} again: it is not done after all and is due 10 Dec 2026.`],
  ])

  const moved = await toldAndTakenBack(chair, '/meeting action hand-over A1 owner:same due:"11 Dec"')
  expect(moved.told).toEqual([[owner, `${by} moved the due day of ${it} from 10 Dec 2026 to 11 Dec 2026.`]])
  expect(moved.back).toEqual([[owner, `${by} moved the due day of ${it} from 11 Dec 2026 to 10 Dec 2026.`]])

  const given = await toldAndTakenBack(secretariat, '/meeting action hand-over A1 owner:CTED')
  expect(given.answer).toContain('Whoever had it is told.')
  expect(given.told.map(([to]) => to).sort()).toEqual([focal('cted'), owner].sort())
  expect(given.back.map(([to]) => to).sort()).toEqual([focal('cted'), owner].sort())
  expect(given.told).toContainEqual([
    owner,
    expect.stringMatching(
      /\(secretariat\) gave A1 .*, which was OPCW’s, to CTED: nothing is left for you to do\.$/,
    ),
  ])

  const nobodys = await toldAndTakenBack(chair, '/meeting action hand-over A1 owner:nobody')
  expect(nobodys.told).toEqual([[owner, `${by} left ${it} without an owner; until now it was OPCW’s.`]])
  expect(nobodys.back.map(([to]) => to)).toEqual([owner])
})

test('whoever is told that their action is done may open it again by a press, and is not told of what they do', async () => {
  const start = here.delivered.length
  await here.say(chair, '/meeting action done A1')
  const notice = here.delivered[start]
  if (!notice) throw new Error('nobody was told')
  const again = buttonLike(
    { outcome: 'done', text: '', answer: { outcome: 'done', audience: 'caller', message: notice.message } },
    /^Not done/,
  )
  if (!again) throw new Error(notice.text)
  const opened = await press(here, owner, again)

  expect(notice.text).toContain(
    'Why you: you are at OPCW, whose action it is. Is that wrong? Speak to INTERPOL focal point.',
  )
  expect(opened.text).toContain('Open again: A1 Send the draft')
  expect(here.delivered.slice(start).map(({ to }) => to)).toEqual([owner])
})
