import { expect, test } from 'vitest'

import { createTurns } from '../../../src/dispatch/turns.ts'
import { focal, secretariat, world } from '../../support/world.ts'

const limits = { all: 4, tenant: 3, account: 2, waiting: 5 }

function account(name: string, tenant = 'T1') {
  return { platform: 'slack', tenant, account: name }
}

/** Work that ends when it is told to, and what is in hand. */
function workshop() {
  const ends: (() => void)[] = []
  const begun: string[] = []
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name)
      ends.push(() => resolve(name))
    })
  return { begun, work, end: () => ends.shift()?.() }
}

const tick = () => new Promise((resolve) => setImmediate(resolve))

test('one account, one workspace and all together run no more at once than they may', async () => {
  const turns = createTurns(limits)
  const { begun, work, end } = workshop()
  for (const name of ['a1', 'a2', 'a3']) void turns.take(account('a'), work(name), 'refused')
  for (const name of ['b1', 'b2']) void turns.take(account('b'), work(name), 'refused')
  for (const name of ['c1', 'c2']) void turns.take(account('c', 'T2'), work(name), 'refused')
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1'])
  end()
  await tick()
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3'])
})

test('those who wait take turns, whoever asked most', async () => {
  const turns = createTurns({ ...limits, all: 1, waiting: 100 })
  const { begun, work, end } = workshop()
  for (let each = 0; each < 50; each += 1) void turns.take(account('a'), work('a'), 'refused')
  void turns.take(account('b'), work('b'), 'refused')
  for (let each = 0; each < 2; each += 1) {
    end()
    await tick()
  }
  expect(begun).toEqual(['a', 'a', 'b'])
})

test('what one account cannot even wait for is refused, and work that fails gives its turn on', async () => {
  const turns = createTurns({ ...limits, account: 1, waiting: 1 })
  const failing = turns.take(account('a'), () => Promise.reject(new Error('broken')), 'refused')
  const waits = turns.take(account('a'), async () => 'done', 'refused')
  expect(await turns.take(account('a'), async () => 'never', 'refused')).toBe('refused')
  await expect(failing).rejects.toThrow('broken')
  expect(await waits).toBe('done')
})

test('while one account floods the bot, another does not wait for it', async () => {
  const here = await world()
  try {
    const flooding = Array.from({ length: 300 }, () =>
      here.bot.dispatch({
        caller: { platform: 'terminal', tenant: 'local', account: focal('cted') },
        place: { platform: 'terminal', tenant: 'local', channel: focal('cted'), private: true },
        vouchedEmail: focal('cted'),
        input: { kind: 'line', text: '/update post We met. entities:CTED' },
      }),
    )
    let ended = 0
    for (const one of flooding) void one.then(() => (ended += 1))
    const other = await here.bot.dispatch({
      caller: { platform: 'terminal', tenant: 'local', account: secretariat },
      place: { platform: 'terminal', tenant: 'local', channel: secretariat, private: true },
      vouchedEmail: secretariat,
      input: { kind: 'line', text: '/wg list' },
    })
    const before = ended
    const outcomes = (await Promise.all(flooding)).map(({ outcome }) => outcome)

    expect(other.outcome).toBe('done')
    expect(flooding.length - before).toBeGreaterThan(100)
    expect(outcomes).not.toContain('failed')
    expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(90)
  } finally {
    await here.end()
  }
})
