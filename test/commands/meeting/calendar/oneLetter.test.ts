import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Letter } from '../../../../src/core/feature/notice.ts'
import { focal, type World, world } from '../../../support/world.ts'

const reader = focal('cted')
const chair = focal('interpol')
let here: World
let letters: Letter[]
let minute: number
beforeEach(async () => {
  letters = []
  minute = 0
  here = await world({
    now: '2026-11-21T12:00:00Z',
    publicUrl: 'https://bot.example',
    mailer: async (letter) => void letters.push(letter),
  })
  await here.say(reader, '/reminder settings via:email')
})
afterEach(async () => {
  const { rows } = await here.database.store.pool.query(
    `select 1 from notices where state in ('dead', 'ambiguous')`,
  )
  expect(rows).toEqual([])
  await here.end()
})

/** The letters to the reader that come of a line. */
async function lettersOn(line: string): Promise<readonly Letter[]> {
  letters.length = 0
  const said = await here.say(chair, line)
  expect(said.outcome, said.text).toBe('done')
  minute += 1
  await here.turn(`2026-11-21T12:0${minute}:00Z`)
  return letters.filter(({ to, subject }) => to === reader && /Quarterly|Weekly/.test(subject))
}

const heads = (sent: readonly Letter[]) =>
  sent.map(({ subject, calendar }) => `${calendar?.method ?? 'text'} ${subject.split(':')[0]}`).toSorted()

test('whoever is written to by mail gets one letter on a meeting, for the eye and the calendar, that says what it was before', async () => {
  const invited = await lettersOn('/meeting schedule Quarterly wg:ETCIP start:"10 Dec 15:00"')
  expect(heads(invited)).toEqual(['REQUEST Invitation'])
  expect(invited[0]?.text).toContain('You are invited: Quarterly (ETCIP)')
  // The others hear of it in the chat as before.
  expect(here.delivered.some(({ text }) => text.startsWith('You are invited: Quarterly'))).toBe(true)

  const moved = await lettersOn('/meeting move M1 start:"11 Dec 16:00"')
  expect(heads(moved)).toEqual(['REQUEST Changed'])
  expect(moved[0]?.text).toMatch(/Moved: Quarterly, from Thu 10 Dec 2026, .+ to Fri 11 Dec 2026/)

  const edited = await lettersOn('/meeting edit M1 place:"Room 5"')
  expect(heads(edited)).toEqual(['REQUEST Changed'])
  expect(edited[0]?.text).toContain('Room 5')

  const cancelled = await lettersOn('/meeting cancel M1 reason:"no quorum" confirm:yes')
  expect(heads(cancelled)).toEqual(['CANCEL Cancelled'])
  expect(cancelled[0]?.text).toContain('Reason: no quorum')

  const restored = await lettersOn('/meeting restore M1')
  expect(heads(restored)).toEqual(['REQUEST It takes place after all'])
})

test('a series brings one letter for each meeting of the next weeks, the first of which says all that the chat says', async () => {
  const invited = await lettersOn(
    '/meeting schedule Weekly wg:ETCIP start:"30 Nov 15:00" repeat:weekly until:"31 Dec"',
  )
  expect(heads(invited)).toEqual(Array.from({ length: 3 }, () => 'REQUEST Invitation'))
  expect(invited.filter(({ text }) => /You are invited: .*Weekly.*And then/s.test(text))).toHaveLength(1)

  const moved = await lettersOn('/meeting move M2 start:"7 Dec 16:00" series:rest')
  expect(heads(moved)).toEqual(Array.from({ length: 2 }, () => 'REQUEST Changed'))
  expect(moved.filter(({ text }) => text.includes('the rest of the series, from'))).toHaveLength(1)

  const cancelled = await lettersOn('/meeting cancel M2 reason:"no room" series:rest confirm:yes')
  expect(heads(cancelled)).toEqual(Array.from({ length: 2 }, () => 'CANCEL Cancelled'))
  expect(cancelled.filter(({ text }) => text.includes('no room'))).toHaveLength(1)
})

test('what no calendar letter says is written as text: a series that begins in some months, a meeting that was declined', async () => {
  const series =
    '/meeting schedule Weekly wg:ETCIP start:"1 Feb 2027 15:00" repeat:weekly until:"28 Feb 2027"'
  expect(heads(await lettersOn(series))).toEqual(['text You are invited'])

  await lettersOn('/meeting schedule Quarterly wg:ETCIP start:"10 Dec 15:00"')
  const { rows } = await here.database.store.pool.query(`select id from meetings where title = 'Quarterly'`)
  const meeting = `M${rows[0].id}`
  await here.say(reader, `/meeting rsvp ${meeting} no`)
  expect(heads(await lettersOn(`/meeting edit ${meeting} place:"Room 5"`))).toEqual(['text Changed'])
})
