import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Button } from '../../../src/core/message.ts'
import { further, prepare, type Typed, walked } from '../../support/lines/changes.ts'
import { recordOf } from '../../support/lines/everyRecord.ts'
import { buttonLike, press } from '../../support/lines/pressed.ts'
import { type Reply, type World, world } from '../../support/world.ts'

/** A few of them each time; another seed and a thousand runs find what a change of the undo itself breaks. */
const runs = { seed: 7, numRuns: 9 }

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await prepare(here)
})
afterAll(() => here.end())

/** Goes ahead where it is asked about. */
async function sure(who: string, asked: Reply): Promise<Reply> {
  const yes = buttonLike(asked, /^(?:Yes, go ahead|Do it|Send)/)
  return asked.outcome === 'asked' && yes ? press(here, who, yes) : asked
}

interface Made {
  readonly who: string
  readonly undo: Button
}

/** What of several changes was done, each with its undo; what an earlier one left no room for is refused. */
async function make(changes: readonly Typed[]): Promise<readonly Made[]> {
  const made: Made[] = []
  for (const [who, line] of changes) {
    const done = await sure(who, await here.say(who, line))
    expect(done.outcome, done.text).not.toBe('failed')
    const undo = buttonLike(done, /^Undo/)
    if (done.outcome === 'done' && undo) made.push({ who, undo })
  }
  return made
}

/** Whatever the changes, or such as concern the same records. */
function sequences(): fc.Arbitrary<readonly Typed[]> {
  const all = [...walked, ...further]
  const kindOf = ([, line]: Typed) => (/^\/(?:wg|directory|profile)/.test(line) ? 'people' : line.slice(0, 5))
  const alike = [...Map.groupBy(all, kindOf).values()].filter(({ length }) => length > 1)
  const several = (some: readonly Typed[]) =>
    fc.array(fc.constantFrom(...some), { minLength: 2, maxLength: 4 })
  return fc.oneof(several(all), ...alike.map(several))
}

test.each(
  fc.sample(sequences(), runs).map((changes) => [changes.map(([, line]) => line).join('; '), changes]),
)(
  'changes by several people, taken back one after the other, leave every record as it was: %s',
  async (_, changes) => {
    const before = await recordOf(here)
    const made = await make(changes)
    for (const { who, undo } of made.toReversed()) {
      const undone = await sure(who, await press(here, who, undo))
      expect(undone.outcome, undone.text).toBe('done')
    }
    expect(await recordOf(here)).toEqual(before)
  },
)
