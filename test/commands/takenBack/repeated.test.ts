import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { prepare, walked } from '../../support/lines/changes.ts'
import { recordOf } from '../../support/lines/everyRecord.ts'
import { buttonLike, press, pressUndo } from '../../support/lines/pressed.ts'
import { type Reply, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await prepare(here)
})
afterAll(() => here.end())

/** By places in a list that the first change turned, which are asked about as long as it is the last one. */
const byPlace = /^\/meeting agenda order /

/** Says a line, and goes ahead where that is asked about. */
async function sayIt(who: string, line: string): Promise<Reply> {
  const reply = await here.say(who, line)
  const sure = buttonLike(reply, /^(?:Yes, go ahead|Do it|Send)/)
  return reply.outcome === 'asked' && sure ? press(here, who, sure) : reply
}

const undoOf = (reply: Reply) => {
  const button = buttonLike(reply, /^Undo/)
  return button && { command: button.command, values: button.values }
}

describe('a change that is said once more changes nothing, says so, and leaves what undo takes back', () => {
  test.each(walked.filter(([, line]) => !byPlace.test(line)))('by %s: %s', async (who, line) => {
    const before = await recordOf(here)
    const first = await sayIt(who, line)
    const changed = await recordOf(here)
    const heard = here.delivered.length
    const again = await sayIt(who, line)

    if (again.outcome === 'done')
      expect(again.text).toMatch(/ already[.;]|^You already .*; nothing was changed|^Nobody was added\./)
    expect(await recordOf(here)).toEqual(changed)
    expect(here.delivered.slice(heard)).toEqual([])
    expect(undoOf(await here.say(who, 'undo'))).toEqual(undoOf(first))

    const other = await here.say(who, '/reminder settings weekly:9')
    await sayIt(who, line)
    const last = await here.say(who, 'undo')
    expect(undoOf(last)).toEqual(undoOf(other))
    await pressUndo(here, last, who)
    await pressUndo(here, first, who)
    expect(await recordOf(here)).toEqual(before)
  })
})
