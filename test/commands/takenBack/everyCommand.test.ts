import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { commandWords } from '../../../src/core/catalog.ts'
import { readLine } from '../../../src/core/language/readLine.ts'
import { prepare, walked } from '../../support/lines/changes.ts'
import { recordOf } from '../../support/lines/everyRecord.ts'
import { notTakenBack } from '../../support/lines/notTakenBack.ts'
import { buttonLike, press } from '../../support/lines/pressed.ts'
import { type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await prepare(here)
})
afterAll(() => here.end())

describe('the button that takes a change back restores the record to the letter', () => {
  test.each(walked)('of %s: %s', async (who, line) => {
    const before = await recordOf(here)
    let done = await here.say(who, line)
    const asks = buttonLike(done, /^(?:Yes, go ahead|Do it|Send)/)
    if (done.outcome === 'asked' && asks) done = await press(here, who, asks)
    expect(done.outcome, done.text).toBe('done')
    expect(await recordOf(here)).not.toEqual(before)
    const undo = buttonLike(done, /^Undo/)
    expect(undo, done.text).toBeDefined()
    if (!undo) return
    let undone = await press(here, who, undo)
    const sure = buttonLike(undone, /^(?:Yes, go ahead|Do it)/)
    if (undone.outcome === 'asked' && sure) undone = await press(here, who, sure)
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
