import { afterEach, beforeEach, expect, test } from 'vitest'

import { buttonLike, buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

async function undone() {
  const taken = buttonLike(await here.say(secretariat, 'undo'), /^Undo/)
  if (!taken) throw new Error('nothing is taken back')
  return press(here, secretariat, taken)
}

const issues = async () =>
  (
    await here.database.store.pool.query(
      'select kind, number, closes_at, status from newsletters order by id',
    )
  ).rows

test('an issue of which nobody has heard yet is taken back, and opened again', async () => {
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2026-12-20')
  const opened = await issues()
  const back = await undone()
  expect(back.text).toMatch(/^Taken back: No\. 1 .* is not open any more, and nobody was told of it/)
  expect(await issues()).toEqual([])
  await here.turn('2026-11-23T15:00:00Z')
  expect(here.delivered.filter(({ text }) => text.includes('of the newsletter'))).toEqual([])
  await press(here, secretariat, buttonNamed(back, 'Undo: open it again'))
  expect(await issues()).toEqual(opened)
})

test('an issue that was opened with wrong months and taken back is opened anew with the right ones', async () => {
  await here.say(secretariat, '/newsletter open 2026-10..2026-11 closes:2026-12-20')
  await undone()
  const answer = await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2026-12-20')
  expect(answer.text).toMatch(/^Opened No\. 1 \(November–December 2026\)/)
})

test('an issue for which something came, or to which people were called, stays, and what can be done is offered', async () => {
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2026-12-20')
  await here.say(focal('unodc'), '/update post UNODC opened a lab in Ghent (7 Nov)')
  const reply = await undone()
  expect(reply.text).toContain('No. 1, November–December 2026 stays, since something was posted')
  expect(reply.text).toContain('[Extend] [Call nobody] [Close it]')
  expect(await issues()).toHaveLength(1)
  await here.say(secretariat, '/newsletter open 2027-01..2027-02 closes:2027-02-20')
  await here.turn('2026-11-24T09:00:00Z')
  expect((await undone()).text).toContain('stays, since something was posted, written or sent')
  expect(await issues()).toHaveLength(2)
})

test('an update that is posted at the moment at which the opening is taken back is kept for the next issue', async () => {
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2026-12-20')
  const { pool } = here.database.store
  const other = await pool.connect()
  await other.query('begin')
  await other.query('delete from newsletter_calls; delete from newsletters')
  const posting = here.say(focal('who'), '/update post "WHO trained 40 officers in Accra, Ghana (16-18 Nov)"')
  await expect
    .poll(async () => (await pool.query('select from pg_locks where not granted')).rowCount, {
      timeout: 30_000,
    })
    .toBeGreaterThan(0)
  await other.query('commit')
  other.release()

  expect((await posting).outcome).toBe('done')
  const { rows } = await pool.query('select newsletter_id from updates')
  expect(rows).toEqual([{ newsletter_id: null }])
})
