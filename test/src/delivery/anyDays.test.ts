import fc from 'fast-check'
import { expect, test } from 'vitest'

import { focal, type World, world } from '../../support/world.ts'

const begin = Date.UTC(2026, 10, 23, 6)
const hour = 3_600_000
/** When nobody of them wants to hear anything that is not urgent. */
const quiet = { from: 22, to: 7 }

const whom = [
  { email: focal('who'), zone: 'Europe/Zurich' },
  { email: focal('cted'), zone: 'America/New_York' },
  { email: focal('interpol'), zone: 'Asia/Kolkata' },
]

const reminders = fc.array(
  fc.record({
    who: fc.nat(whom.length - 1),
    inHours: fc.integer({ min: 1, max: 60 }),
    urgent: fc.boolean(),
    cancelled: fc.boolean(),
  }),
  { minLength: 5, maxLength: 12 },
)
/** Hours between ticks, and which replica ticks. */
const ticks = fc.array(fc.tuple(fc.double({ min: 0.2, max: 9, noNaN: true }), fc.boolean()), {
  minLength: 6,
  maxLength: 20,
})

test('on any days each reminder is said once, outside quiet hours unless urgent, and none that was cancelled', async () => {
  await fc.assert(
    fc.asyncProperty(reminders, ticks, async (set, steps) => {
      const heard: { readonly word: string; readonly at: Date }[] = []
      const first = await begun(heard, () => first.clock.now())
      const second = await world({ database: first.database, post: noting(heard, () => second.clock.now()) })
      try {
        const words = await setAll(first, set)
        let at = begin
        for (const [hours, other] of steps) {
          at += hours * hour
          // Either may deliver what the other's tick found, and both go by one time.
          for (const one of [first, second]) one.clock.set(new Date(at))
          await (other ? second : first).turn(new Date(at).toISOString())
        }
        // In the end it is day for all of them.
        for (const one of [first, second, first]) await one.turn(new Date(begin + 128 * hour).toISOString())
        for (const [index, { who, urgent, cancelled }] of set.entries()) {
          const said = heard.filter(({ word }) => word === words[index])
          expect(said).toHaveLength(cancelled ? 0 : 1)
          if (!urgent) for (const one of said) expect(isQuiet(one.at, whom[who]?.zone ?? '')).toBe(false)
        }
      } finally {
        await second.bot.stop()
        await first.end()
      }
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

async function begun(heard: { word: string; at: Date }[], now: () => Date): Promise<World> {
  const here = await world({ now: new Date(begin).toISOString(), post: noting(heard, now) })
  for (const { email, zone } of whom) {
    await here.database.store.pool.query('update people set zone = $1 where email = $2', [zone, email])
    await here.say(email, `/reminder settings quiet:${quiet.from}:00-0${quiet.to}:00`)
  }
  return here
}

function noting(heard: { word: string; at: Date }[], now: () => Date) {
  return async (_: unknown, said: { readonly summary: unknown }) => {
    const [word] = /Task\d+x/.exec(JSON.stringify(said)) ?? []
    if (word !== undefined) heard.push({ word, at: now() })
  }
}

async function setAll(
  here: World,
  set: readonly { who: number; inHours: number; urgent: boolean; cancelled: boolean }[],
): Promise<readonly string[]> {
  const words: string[] = []
  for (const [index, { who, inHours, urgent, cancelled }] of set.entries()) {
    const word = `Task${index}x`
    const email = whom[who]?.email ?? ''
    const added = await here.say(
      email,
      `/reminder add "${word}" at:"in ${inHours} hours"${urgent ? ' urgent:yes' : ''}`,
    )
    expect(added.outcome).toBe('done')
    const [number = ''] = /\bR\d+\b/.exec(added.text) ?? []
    if (cancelled) expect((await here.say(email, `/reminder cancel ${number}`)).outcome).toBe('done')
    words.push(word)
  }
  return words
}

function isQuiet(at: Date, zone: string): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', hour12: false })
  const shown = Number(parts.format(at))
  return shown >= quiet.from || shown < quiet.to
}
