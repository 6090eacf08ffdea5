import { afterEach, beforeEach, expect, test } from 'vitest'

import type { TestDatabase } from '../../support/database.ts'
import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import type { ServerProxy } from '../../support/proxy.ts'
import type { FarSide } from '../../support/slack/farSide.ts'
import { marks } from '../../support/slack/marks.ts'
import {
  farSide,
  linkEverybody,
  numberIn,
  type Served,
  say,
  serve,
  workOffLater,
} from '../../support/slack/served.ts'

let ground: FaultSetup<FarSide>
let database: TestDatabase
let proxy: ServerProxy
let far: FarSide
beforeEach(async () => {
  ground = await setUpFaults(() => farSide())
  ;({ database, proxy, far } = ground)
})
afterEach(() => ground.end())

const start = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 16)
const groups = ['ETCIP', 'PCVE', 'RMME', 'NARS', 'BMLE']

interface Traffic {
  /** So many were answered with a reference so far. */
  readonly failed: number
  /** Sends no more than are due anyway; resolves to the words of every answer. */
  end(): Promise<readonly string[]>
}

/** Commands without a pause, fifty of them at the least; a few of them invite many people. */
function traffic(program: Served): Traffic {
  let going = true
  let failed = 0
  async function one(at: number): Promise<string> {
    const url = far.responseUrl()
    const answered = await (at % 10 === 0 && at < 50
      ? say(program, 'meeting', `schedule Plenary wg:${groups[at / 10]} start:${start}Z`, {
          response_url: url,
        })
      : say(program, 'reminder', `add "Number ${at}" at:${start}Z`, { response_url: url }))
    if (answered.status !== 200) return `status ${answered.status}`
    const late = () => far.responses.find(({ id }) => url.endsWith(id))?.body['text']
    if (answered.text === '') await expect.poll(late).toBeDefined()
    const text = String(answered.json?.['text'] ?? late())
    if (isFault(text)) failed += 1
    return text
  }
  async function all(): Promise<readonly string[]> {
    const sent: Promise<string>[] = []
    for (let at = 0; at < 50 || (going && at < 95); at++) {
      sent.push(one(at))
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return Promise.all(sent)
  }
  const answers = all()
  return {
    get failed() {
      return failed
    },
    end() {
      going = false
      return answers
    },
  }
}

function isFault(text: string): boolean {
  return /nothing was changed.* reference [0-9A-F]{8}/.test(text)
}

test('Postgres that stops and starts under traffic costs no delivery, doubles none, and leaves no command half done', async () => {
  await linkEverybody(database, far)
  const program = await serve(proxy, far)
  const under = traffic(program)
  for (const soFar of [2, 8, 16]) {
    await expect.poll(() => marks(far).length, { interval: 5 }).toBeGreaterThan(soFar)
    const before = under.failed
    proxy.cut()
    await expect.poll(() => under.failed, { interval: 5 }).toBeGreaterThan(before)
    proxy.restore()
  }
  const texts = await under.end()
  const ready = await fetch(`${program.base}/readyz`)
  program.process.kill('SIGTERM')
  const code = await program.ended
  // What was in the hand of a connection that ended comes back when it has lain for long enough.
  await workOffLater(database, far, 20)

  const done = texts.filter((text) => /^(Scheduled M|R)\d+: /.test(text)).length
  const failed = texts.filter(isFault).length
  const tooLate = texts.filter((text) => text === 'status 503').length
  const count = (query: string) => numberIn(database, `select count(*) from ${query}`)
  const [meetings, reminders] = [await count('meetings'), await count('reminders')]
  const states = await database.store.pool.query<{ state: string; n: number }>(
    'select state, count(*)::int as n from ledger group by state',
  )
  const {
    sent = 0,
    ambiguous = 0,
    ...others
  } = Object.fromEntries(states.rows.map(({ state, n }) => [state, n]))

  expect(done + failed + tooLate).toBe(texts.length)
  expect(texts.length).toBeGreaterThanOrEqual(50)
  // Only a machine that stands still makes an answer come too late.
  expect(tooLate).toBeLessThanOrEqual(5)
  expect(ready.status).toBe(200)
  expect(code).toBe(0)
  // One that was cut off after it was committed is there all the same, and then as a whole.
  expect(meetings + reminders).toBeGreaterThanOrEqual(done)
  expect(
    await count(`audit where outcome = 'done' and command in ('meeting schedule', 'reminder add')`),
  ).toBe(meetings + reminders)
  expect(await count(`notices where kind = 'invitation'`)).toBe(await count('invitations'))
  // A delivery whose taking in hand was cut off is an operator's to judge: in each of eight lanes one for a cut.
  expect(others).toEqual({})
  expect(sent).toBeGreaterThan(20)
  expect(ambiguous).toBeLessThanOrEqual(24)
  const lines = marks(far)
  expect(new Set(lines).size).toBe(lines.length)
  expect(lines.length).toBeGreaterThanOrEqual(sent)
  expect(lines.length).toBeLessThanOrEqual(sent + ambiguous)
})
