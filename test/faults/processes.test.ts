import { afterEach, describe, expect, test } from 'vitest'

import { steadyDatabase, type TestDatabase } from '../support/database.ts'
import { slowInserts } from '../support/faults/slowInserts.ts'
import { deliveries, killAll, start } from '../support/processes.ts'
import { secretariat, world } from '../support/world.ts'

afterEach(killAll)

const groups = ['ETCIP', 'PCVE', 'RMME', 'NARS', 'BMLE', 'Gender']

/** Meetings whose first reminders are due at 14:30 on 7 December, and a ledger as slow as a far side would be. */
async function meetingsDue(wgs: readonly string[]): Promise<TestDatabase> {
  const database = await steadyDatabase()
  const here = await world({ database, now: '2026-11-21T12:00:00Z' })
  for (const wg of wgs) {
    await here.say(secretariat, `/meeting schedule "Plenary of ${wg}" wg:${wg} start:2026-12-14T14:30Z`)
  }
  await here.bot.stop()
  await slowInserts(database, 'sent', 0.005)
  return database
}

function serve(database: TestDatabase) {
  return start(['--serve', '--json', '--now', '2026-12-07T14:30:00Z'], { DATABASE_URL: database.url })
}

async function reminders(database: TestDatabase): Promise<Readonly<Record<string, number>>> {
  const found = await database.store.pool.query<{ state: string; n: number }>(
    `select state, count(*)::int as n from ledger where kind = 'reminder' group by state`,
  )
  return Object.fromEntries(found.rows.map(({ state, n }) => [state, n]))
}

function keysOf(told: readonly { readonly to: string; readonly text: string }[]): string[] {
  return told.filter(({ text }) => text.startsWith('Reminder')).map(({ to, text }) => `${to} ${text}`)
}

describe('several processes on one server', () => {
  test('never deliver one notice twice, though one is killed in the middle', async () => {
    const database = await meetingsDue(groups)
    const [first, second] = [serve(database), serve(database)]
    const busy = (program: typeof first) =>
      program.until(() => deliveries(program).length >= 15).then(() => program)
    const killed = await Promise.race([busy(first), busy(second)])
    const survivor = killed === first ? second : first
    killed.process.kill('SIGKILL')
    await killed.ended
    const atThatMoment = await reminders(database)
    const toldByThen = deliveries(survivor).length

    // What the dead one had fetched lies still; all else is the other's.
    await expect
      .poll(async () => (await reminders(database))['queued'] ?? 0, { interval: 100 })
      .toBeLessThanOrEqual(25)
    // When it has been silent for long enough, that comes back too.
    const later = await world({ database, now: '2026-12-07T14:50:00Z' })
    await later.bot.settle({ ticks: true })
    await expect.poll(async () => (await reminders(database))['queued'] ?? 0).toBe(0)
    survivor.process.kill('SIGTERM')
    const code = await survivor.ended
    // By then nobody may have one in hand, and the one that the dead left is an operator's to judge.
    const { sent = 0, ambiguous = 0, ...others } = await reminders(database)
    const texts = keysOf([...deliveries(first), ...deliveries(second), ...later.delivered])
    await later.end()

    expect(code).toBe(0)
    expect(atThatMoment['queued']).toBeGreaterThan(25)
    expect(deliveries(survivor).length).toBeGreaterThan(toldByThen)
    expect(new Set(texts).size).toBe(texts.length)
    expect(others).toEqual({})
    expect(ambiguous).toBeLessThanOrEqual(1)
    // Whether the one that was in hand has been told is what nobody knows.
    expect([sent, sent + ambiguous]).toContain(texts.length)
  })

  test('one that is asked to stop ends with 0 and half of nothing, and the next goes on at once', async () => {
    const database = await meetingsDue(['PCVE', 'RMME', 'NARS'])
    const first = serve(database)
    await first.until(() => deliveries(first).length >= 5)
    first.process.kill('SIGTERM')
    const asked = performance.now()
    const code = await first.ended
    const took = performance.now() - asked
    const { sent = 0, queued = 0, ...others } = await reminders(database)
    const next = serve(database)
    await next.until(() => deliveries(next).length >= queued)
    next.process.kill('SIGTERM')
    const nextCode = await next.ended
    const end = await reminders(database)
    await database.drop()

    expect(code).toBe(0)
    expect(took).toBeLessThan(10_000)
    expect(others).toEqual({})
    expect(queued).toBeGreaterThan(0)
    expect(sent).toBe(deliveries(first).length)
    expect(nextCode).toBe(0)
    expect(end).toEqual({ sent: sent + queued })
    const texts = keysOf([...deliveries(first), ...deliveries(next)])
    expect(new Set(texts).size).toBe(sent + queued)
  })
})
