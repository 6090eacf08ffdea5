import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { commandWords } from '../../../src/core/catalog.ts'
import { readLine } from '../../../src/core/language/readLine.ts'
import type { Button } from '../../../src/core/message.ts'
import { prepare, type Typed, walked } from '../../support/lines/changes.ts'
import { recordOf } from '../../support/lines/everyRecord.ts'
import { colleague, overrulesNobody, overrulings } from '../../support/lines/overrulings.ts'
import { buttonLike, press } from '../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await prepare(here)
  for (const [who, line] of [
    [secretariat, `/directory edit person ${colleague} secretariat:yes`],
    [secretariat, '/reminder rule meeting moments:6d'],
    [focal('interpol'), '/reminder add "Send the draft" at:"3 Dec 10:00" for:ETCIP'],
    [focal('interpol'), '/meeting agenda add M1 item:"Any other business"'],
  ] as const) {
    const { outcome, text } = await here.say(who, line)
    expect(outcome, text).toBe('done')
  }
})
afterAll(() => here.end())

async function sure(who: string, asked: Reply): Promise<Reply> {
  const yes = buttonLike(asked, /^(?:Yes, go ahead|Do it|Send|Put mine in its place)/)
  return asked.outcome === 'asked' && yes ? press(here, who, yes) : asked
}

async function change([who, line]: Typed): Promise<Button> {
  const done = await sure(who, await here.say(who, line))
  expect(done.outcome, done.text).toBe('done')
  const undo = buttonLike(done, /^Undo/)
  if (!undo) throw new Error(`no undo: ${done.text}`)
  return undo
}

describe('an undo overrules nothing that a colleague made of the same since', () => {
  test.each(overrulings)('%s, then %s', async ([who, line], [other, theirLine]) => {
    const before = await recordOf(here)
    const mine = await change([who, line])
    const own = await recordOf(here)
    const theirs = await change([other, theirLine])
    const standing = await recordOf(here)

    const refused = await sure(who, await press(here, who, mine))

    // What is so already is said of a list, and refused of a single record.
    if (refused.outcome !== 'refused') expect(refused.text).toContain('On the list already')
    expect(await recordOf(here), refused.text).toEqual(standing)
    const again = await sure(other, await press(here, other, theirs))
    expect(again.outcome, again.text).toBe('done')
    expect(await recordOf(here)).toEqual(own)
    const undone = await sure(who, await press(here, who, mine))
    expect(undone.outcome, undone.text).toBe('done')
    expect(await recordOf(here)).toEqual(before)
    await sure(who, await press(here, who, mine))
    expect(await recordOf(here)).toEqual(before)
  })
})

test('every change that is taken back is overruled here, or the reason why it cannot be is written down', () => {
  const wordsOf = ([, line]: Typed) => {
    const typed = readLine(features, line)
    return typed.kind === 'command' ? commandWords(typed.feature, typed.command) : ''
  }
  const overruled = new Set(overrulings.map(([own]) => wordsOf(own)))
  const changed = [...new Set(walked.map(wordsOf))]
  expect(changed.filter((one) => !overruled.has(one) && !Object.hasOwn(overrulesNobody, one))).toEqual([])
  expect(Object.keys(overrulesNobody).filter((one) => overruled.has(one) || !changed.includes(one))).toEqual(
    [],
  )
})
