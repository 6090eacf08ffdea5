import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Message } from '../../../src/core/message.ts'
import { plainMessage } from '../../support/plain.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const begin = Date.UTC(2027, 2, 22, 12)
const dayMs = 86_400_000
const owners = ['who', 'opcw', 'iom'] as const
/** Where the clocks change within these days, at another day, and never. */
const zones = ['Europe/Zurich', 'America/New_York', 'Asia/Kolkata'] as const
const quiet = { from: 21, to: 8 }

const actions = fc.array(
  fc.record({ owner: fc.nat(owners.length - 1), dueIn: fc.integer({ min: 1, max: 12 }) }),
  { minLength: 3, maxLength: 6 },
)
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom('done', 'reopen', 'move', 'snooze', 'away', 'nothing'),
    action: fc.nat(5),
    owner: fc.nat(owners.length - 1),
    /** Until the next tick; more than a day is an outage. */
    hours: fc.double({ min: 1, max: 40, noNaN: true }),
    /** Which of two replicas ticks, or a new one after a restart of the first. */
    who: fc.constantFrom('first', 'second'),
  }),
  { minLength: 8, maxLength: 16 },
)

interface Heard {
  readonly to: string
  readonly text: string
  readonly key: string
  readonly at: Date
}

test('on any days nobody is asked for what is done, at night, while they are away, or for the same twice', async () => {
  await fc.assert(
    fc.asyncProperty(actions, acts, async (set, steps) => {
      const said: Heard[] = []
      const first = await world({
        now: new Date(begin).toISOString(),
        post: noting(said, () => first.clock.now()),
      })
      const second = await world({ database: first.database, post: noting(said, () => second.clock.now()) })
      try {
        await settleIn(first, set)
        said.length = 0
        const done = new Set<number>()
        const away = new Map<string, number>()
        let at = begin
        for (const step of steps) {
          await act(first, step, set, at, { done, away })
          const from = said.length
          at += step.hours * 3_600_000
          // Either may deliver what the other's tick found, and both go by one time.
          for (const one of [first, second]) one.clock.set(new Date(at))
          await (step.who === 'first' ? first : second).turn(new Date(at).toISOString())
          for (const one of said.slice(from)) isAllowed(one, done, away)
        }
        for (const one of [first, second, first]) await one.turn(new Date(at + 3 * dayMs).toISOString())
        const keys = said.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      } finally {
        await second.bot.stop()
        await first.end()
      }
    }),
    // A counterexample takes minutes to make smaller; the seed in the report brings it back.
    { numRuns: 4, endOnFailure: true },
  )
})

function noting(said: Heard[], now: () => Date) {
  return async (
    to: { readonly account: string; readonly email: string | null },
    message: Message,
    key: string,
  ) => {
    said.push({ to: to.email ?? to.account, text: plainMessage(message), key, at: now() })
  }
}

async function settleIn(here: World, set: readonly { owner: number; dueIn: number }[]): Promise<void> {
  for (const [index, owner] of owners.entries()) {
    await here.database.store.pool.query('update people set zone = $1 where email = $2', [
      zones[index],
      focal(owner),
    ])
    await here.say(focal(owner), `/reminder settings quiet:${quiet.from}:00-0${quiet.to}:00`)
  }
  await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2027-05-01T10:00Z')
  for (const [index, { owner, dueIn }] of set.entries()) {
    const due = new Date(begin + dueIn * dayMs).toISOString().slice(0, 10)
    const given = await here.say(
      secretariat,
      `/meeting action add M1 what:Task${index} owner:${focal(owners[owner] ?? 'who')} due:${due}`,
    )
    expect(given.outcome).toBe('done')
  }
}

async function act(
  here: World,
  { kind, action, owner }: { readonly kind: string; readonly action: number; readonly owner: number },
  set: readonly unknown[],
  at: number,
  { done, away }: { readonly done: Set<number>; readonly away: Map<string, number> },
): Promise<void> {
  const one = action % set.length
  const email = focal(owners[owner] ?? 'who')
  if (kind === 'done' && (await here.say(secretariat, `/meeting action done A${one + 1}`)).outcome === 'done')
    done.add(one)
  if (kind === 'reopen') {
    const opened = await here.say(secretariat, `/meeting action done A${one + 1} reopen:yes`)
    if (opened.outcome === 'done') done.delete(one)
  }
  if (kind === 'move') {
    const due = new Date(at + 5 * dayMs).toISOString().slice(0, 10)
    await here.say(secretariat, `/meeting action hand-over A${one + 1} owner:${focal('who')} due:${due}`)
  }
  if (kind === 'snooze') await here.say(email, '/reminder snooze until:"tomorrow morning"')
  if (kind === 'away') {
    const days = [at, at + dayMs].map((ms) => new Date(ms).toISOString().slice(0, 10))
    await here.say(email, `/profile away ${days.join('..')}`)
    // Whatever their zone, they are away in the middle of these two days.
    away.set(email, at + dayMs / 2)
  }
}

function isAllowed(
  { to, text, at }: Heard,
  done: ReadonlySet<number>,
  away: ReadonlyMap<string, number>,
): void {
  const number = Number(/Task(\d)/.exec(text)?.[1] ?? -1)
  if (!/^(?:(?:Again, as you asked: )?(?:Your action|An action of \S+))/.test(text)) return
  expect(done.has(number), `${text} is done`).toBe(false)
  if (text.startsWith('Again')) return
  const index = owners.findIndex((owner) => focal(owner) === to)
  expect(isQuiet(at, zones[index] ?? 'UTC'), `${at.toISOString()} is night for ${to}`).toBe(false)
  const middle = away.get(to)
  const isAway = middle !== undefined && Math.abs(at.getTime() - middle) < 6 * 3_600_000
  expect(isAway, `${to} is away`).toBe(false)
}

function isQuiet(at: Date, zone: string): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', hour12: false })
  const shown = Number(parts.format(at)) % 24
  return shown >= quiet.from || shown < quiet.to
}
