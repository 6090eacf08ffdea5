import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { checkLinks } from '../../../src/bot/outside/checkLinks.ts'
import type { ProbeOutcome } from '../../../src/process/links/probeLink.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const author = focal('cted')
const dead: ProbeOutcome = { kind: 'dead', fault: 'the server says 404' }

let here: World
let asked: string[]
beforeEach(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z' })
  asked = []
  for (const [who, line] of [
    [secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08'],
    [author, '/update post "CTED published a guide (3 Dec) https://un.org/guide"'],
    [author, '/update post "CTED visited Jordan (6-9 Dec)" link:https://example.org/jordan'],
    [secretariat, '/update accept all'],
  ] as const)
    expect([line, (await here.say(who, line)).outcome]).toEqual([line, 'done'])
})
afterEach(() => here.end())

/** Follows the links at a moment; what is not told leads somewhere. */
async function check(iso: string, found: Readonly<Record<string, ProbeOutcome>>): Promise<readonly string[]> {
  await here.turn(iso)
  const before = here.delivered.length
  await checkLinks({
    db: here.database.store.kysely,
    clock: here.clock,
    log: here.bot.services.log,
    probe: async (url) => {
      asked.push(url)
      return found[url] ?? { kind: 'alive' }
    },
  })
  await here.turn(iso)
  return here.delivered
    .slice(before)
    .filter(({ text }) => text.includes('leads nowhere'))
    .map(({ to, text }) => `${to}: ${text}`)
}

test('a link whose server says nothing holds up no stop, and nothing is recorded of it', async () => {
  await here.turn('2026-12-20T13:00:00Z')
  const ending = new AbortController()
  const checking = checkLinks({
    ...{ db: here.database.store.kysely, clock: here.clock, log: here.bot.services.log },
    ending: ending.signal,
    probe(url) {
      asked.push(url)
      return new Promise(() => undefined)
    },
  })
  await expect.poll(() => asked.length).toBeGreaterThan(1)
  ending.abort()
  await checking

  expect((await here.say(author, '/update show U1')).text).not.toContain('leads nowhere')
})

describe('a link that leads nowhere', () => {
  test('on two days is told to the author and to whoever accepted it, once, and nothing is blocked', async () => {
    const first = await check('2026-12-20T13:00:00Z', { 'https://un.org/guide': dead })
    const second = await check('2026-12-21T14:00:00Z', { 'https://un.org/guide': dead })
    const third = await check('2026-12-22T15:00:00Z', { 'https://un.org/guide': dead })
    const shown = await here.say(author, '/update show U1')
    const other = await here.say(author, '/update show U2')
    const printed = await here.say(secretariat, '/newsletter export format:markdown')

    expect(first).toEqual([])
    expect(second.map((one) => one.split(':')[0]).sort()).toEqual([author, secretariat].sort())
    expect(second[0]).toContain('A link of U1 leads nowhere: the server says 404.')
    expect(third).toEqual([])
    expect(shown.text).toContain('This link leads nowhere: the server says 404.')
    expect(other.text).not.toContain('leads nowhere')
    expect(printed.outcome).toBe('done')
  })

  test('is forgotten when it works again or is taken out', async () => {
    for (const day of ['21', '22']) await check(`2026-12-${day}T14:00:00Z`, { 'https://un.org/guide': dead })
    await check('2026-12-23T15:00:00Z', {})
    const shown = await here.say(author, '/update show U1')

    expect(shown.text).not.toContain('leads nowhere')
  })

  test('is followed once a month where it works, and one link of each host at a time', async () => {
    await here.say(author, '/update post "CTED issued a paper (4 Dec) https://un.org/paper"')
    await here.say(secretariat, '/update accept all')
    await check('2026-12-21T14:00:00Z', {})
    await check('2026-12-21T14:05:00Z', {})
    await check('2026-12-21T14:10:00Z', {})

    expect(asked.toSorted()).toEqual([
      'https://example.org/jordan',
      'https://un.org/guide',
      'https://un.org/paper',
    ])
  })

  test('is not told of where no link at all can be reached', async () => {
    for (const day of ['21', '22', '23']) {
      const texts = await check(`2026-12-${day}T14:00:00Z`, {
        'https://un.org/guide': dead,
        'https://example.org/jordan': dead,
      })
      expect(texts).toEqual([])
    }
  })
})
