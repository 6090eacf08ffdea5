import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { commandWords } from '../../../src/core/catalog.ts'
import { readLine } from '../../../src/core/language/readLine.ts'
import { prepare, walked } from '../../support/lines/changes.ts'
import { recordOf } from '../../support/lines/everyRecord.ts'
import { notTakenBack } from '../../support/lines/notTakenBack.ts'
import { buttonLike, goAhead, press, pressUndo, sayIt } from '../../support/lines/pressed.ts'
import { type Reply, type World, world } from '../../support/world.ts'

const askAbove = 5

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z', askAbove })
  await prepare(here)
})
afterAll(() => here.end())

/** By places in a list that the change itself turns, so that saying it once more is another change. */
const byPlace = /^\/meeting agenda order /

/** Whom notices are entered for, also those that wait for the end of somebody's quiet hours. */
async function toldSince(notice: number): Promise<readonly number[]> {
  const { rows } = await here.database.store.pool.query<{ person_id: number }>(
    'select distinct person_id from notices where id > $1 and person_id is not null',
    [notice],
  )
  return rows.map(({ person_id }) => person_id)
}

async function lastNotice(): Promise<number> {
  const { rows } = await here.database.store.pool.query('select coalesce(max(id), 0)::int as id from notices')
  return rows[0].id
}

/** Presses the button that takes a change back, which writes to no more people unseen than the change itself may. */
async function takeBack(done: Reply, who: string): Promise<Reply> {
  const undo = buttonLike(done, /^Undo/)
  if (!undo) throw new Error(done.text)
  const before = await lastNotice()
  const undone = await press(here, who, undo)
  expect((await toldSince(before)).length, undone.text).toBeLessThanOrEqual(askAbove + 1)
  return goAhead(here, who, undone)
}

const undoOf = (reply: Reply) => {
  const button = buttonLike(reply, /^Undo/)
  return button && { command: button.command, values: button.values }
}

/** Says a change once more, also after another one: that changes nothing, says so, and leaves what undo takes back. */
async function sayAgain(who: string, line: string, first: Reply): Promise<void> {
  const changed = await recordOf(here)
  const heard = here.delivered.length
  const again = await sayIt(here, who, line)
  if (again.outcome === 'done')
    expect(again.text).toMatch(/ already[.;]|^You already .*; nothing was changed|^Nobody was added\./)
  expect(await recordOf(here)).toEqual(changed)
  expect(here.delivered.slice(heard)).toEqual([])
  expect(undoOf(await here.say(who, 'undo'))).toEqual(undoOf(first))

  const other = await here.say(who, '/reminder settings weekly:9')
  await sayIt(here, who, line)
  const last = await here.say(who, 'undo')
  expect(undoOf(last)).toEqual(undoOf(other))
  await pressUndo(here, last, who)
}

describe('a change said once more changes nothing, and its button shows whom it writes to and restores the record to the letter', () => {
  test.each(walked)('by %s: %s', async (who, line) => {
    const before = await recordOf(here)
    const done = await sayIt(here, who, line)
    expect(done.outcome, done.text).toBe('done')
    expect(await recordOf(here)).not.toEqual(before)
    if (!byPlace.test(line)) await sayAgain(who, line, done)
    const undone = await takeBack(done, who)
    expect(undone.outcome, undone.text).toBe('done')
    expect(await recordOf(here)).toEqual(before)
  })
})

test('every command that changes something is walked here, or its reason is written down', () => {
  const lines = walked.map(([, line]) => readLine(features, line))
  const words = lines.map((typed) =>
    typed.kind === 'command' ? commandWords(typed.feature, typed.command) : '',
  )
  const changing = features.flatMap((one) =>
    one.commands.filter(({ changes }) => changes).map((command) => commandWords(one, command)),
  )
  const known = new Set([...words, ...Object.keys(notTakenBack)])
  expect(changing.filter((command) => !known.has(command))).toEqual([])
  // A reason for what is walked, or for a command that is gone, is itself out of date.
  const stale = Object.keys(notTakenBack).filter((one) => words.includes(one) || !changing.includes(one))
  expect(stale).toEqual([])
})
