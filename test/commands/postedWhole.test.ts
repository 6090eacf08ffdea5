import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { standsIn, wordsOf } from '../support/typed/wordsInOrder.ts'
import { focal, secretariat, type World, world } from '../support/world.ts'

const unodc = focal('unodc')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

const part = fc.constantFrom(
  'UNODC trained 30 judges', 'in Vienna', 'on 3 November', 'Save the date:', 'Registration link: https://un.org/r', '“State of Terrorism 2026”', 'Venue: Dakar.',
  'with Côte d’Ivoire', 'and undoc', 'see https://un.org/x for all of it', 'Watch: https://un.org/f or read: https://un.org/g', 'a list (https://un.org/l), and a plan (https://un.org/p)', 'maps https://un.org/m and https://un.org/n', 'from 5 to 6', '(a photo)', '👨‍👩‍👧', 'link: the chain of custody', 'section: three', 'date: to be told', 'a.b', '• one', '[1]',
) // biome-ignore format: a table
const ending = fc.constantFrom('', ' (6-9 Nov)', ', 3 Nov', ' (31 Nov)', '\nSource: https://un.org/y', '\nPhoto: somebody', '\nBest regards,\nthe focal point') // biome-ignore format: a table
const texts = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 6 }), ending)
  .map(([parts, end]) => `UNODC: ${parts.join(' ')}${end}`)

test('what the answer to a post prints, and what it says it took apart, is all that was typed', async () => {
  let posted = 0
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const reply = await here.press(unodc, 'update post', { text }, true)
      if (reply.outcome !== 'done') return
      posted++
      // A button carries what was typed, and shows it to nobody.
      const { summary, blocks } = reply.answer.message
      const answered = new Set(
        wordsOf(JSON.stringify([summary, blocks.filter(({ kind }) => kind !== 'buttons')])),
      )
      const missing = wordsOf(text).filter((word) => !answered.has(word) && word !== 'on')
      expect(missing, text).toEqual([])
      // What is printed stands in the order typed, and each word as often as it was typed.
      const said = (
        typeof summary === 'string' ? [summary] : summary.map((span) => ('text' in span ? span.text : ''))
      ).join('')
      const printed = wordsOf(
        /^Posted U\d+ for [^:]*: (.*)$/s.exec(said)?.[1]?.replace(/\((?:6-9|3|31) Nov\)$/, '') ?? '',
      )
      expect(standsIn(printed, wordsOf(text)), `${text} → ${said}`).toBe(true)
    }),
    { numRuns: 60, seed: 11 },
  )
  expect(posted).toBeGreaterThan(40)
}, 120_000)
