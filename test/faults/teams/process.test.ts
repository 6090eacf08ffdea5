import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { TestDatabase } from '../../support/database.ts'
import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import { insertSleeps, slowInserts } from '../../support/faults/slowInserts.ts'
import type { ServerProxy } from '../../support/proxy.ts'
import { numberIn, stopsListening } from '../../support/served.ts'
import type { FarSide } from '../../support/teams/far/farSide.ts'
import { message, submitted } from '../../support/teams/sent/activities.ts'
import { cardAction, taskSubmit } from '../../support/teams/sent/invokes.ts'
import { fieldsOf } from '../../support/teams/shown/cards.ts'
import { saidIn, wordsOf } from '../../support/teams/shown/words.ts'
import {
  farSide,
  linkEverybody,
  meetEverybody,
  say,
  secretariat,
  serve,
  tell,
  workOffLater,
} from '../../support/teams/world/served.ts'

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
const add = `reminder add Tea at:${start}Z`
const chat = 'a:1secretariat'

const count = (query: string) => numberIn(database, `select count(*) from ${query}`)
const said = () => saidIn(far.messages, chat)

describe('Postgres that cannot be reached', () => {
  test('makes Teams bring a message again, which is then done once', async () => {
    const program = await serve(proxy, far)
    const activity = message(add, { user: secretariat, serviceUrl: far.serviceUrl })
    proxy.cut()
    const [first, second] = [await tell(program, activity), await tell(program, activity)]
    const before = await count('reminders')
    proxy.restore()
    const [third, fourth] = [await tell(program, activity), await tell(program, activity)]

    expect([first.status, second.status]).toEqual([503, 503])
    expect(before).toBe(0)
    expect([third.status, fourth.status]).toEqual([200, 200])
    await expect.poll(() => said().filter((one) => one.includes('I will remind you'))).toHaveLength(1)
    expect(await count('reminders')).toBe(1)
    expect(program.process.exitCode).toBe(null)
  })

  test('is told with a reference to who presses or sends a form, and the form keeps what was typed', async () => {
    const program = await serve(proxy, far)
    const by = { user: secretariat, serviceUrl: far.serviceUrl }
    const button = { verb: 'press', b: '1|reminder list', o: 'x1' }
    const form = { verb: 'form', command: 'reminder add', o: 'x2', draft: 'x2', 'f.text': 'Tea' }
    // The first command of a process takes longer than any other.
    await say(program, far, 'help')
    proxy.cut()
    const pressed = await tell(program, cardAction(button, by))
    const fallback = await tell(program, submitted(button, by))
    const sent = await tell(program, taskSubmit({ ...form, 'f.at': `${start}Z` }, by))
    proxy.restore()
    const again = await tell(program, taskSubmit({ ...form, ...fieldsOf(sent.json) }, by))

    expect(pressed.json).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' })
    expect(wordsOf(pressed.json)).toMatch(/nothing was changed.*reference [0-9A-F]{8}/)
    expect(fallback.status).toBe(503)
    expect(wordsOf(sent.json)).toMatch(/reference [0-9A-F]{8}/)
    expect(fieldsOf(sent.json)).toMatchObject({ 'f.text': 'Tea' })
    expect(wordsOf(again.json)).toContain('I will remind you')
    expect(await count('reminders')).toBe(1)
  })
})

describe('a process that is killed', () => {
  test('while it delivers costs no duplicate: the next one delivers the others, and reminds everybody once', async () => {
    const first = await serve(database, far)
    await linkEverybody(database, far)
    await meetEverybody(database, far, first)
    far.fault('send', { kind: 'slow', ms: 150 }, 1_000)
    for (const wg of ['ETCIP', 'PCVE', 'NARS']) {
      await say(first, far, `meeting schedule "Plenary of ${wg}" wg:${wg} start:${start}Z`)
    }
    const told = (words: string) =>
      far.messages.filter(({ activity }) => `${activity['summary']}`.includes(words))
    const texts = (words: string) =>
      told(words).map(({ conversation, activity }) => `${conversation} ${activity['summary']}`)
    await expect.poll(() => told('You are').length, { interval: 5 }).toBeGreaterThan(8)
    first.process.kill('SIGKILL')
    await first.ended
    far.calm()
    await workOffLater(database, far, 20)
    const invited = texts('You are')
    const [sent, ambiguous] = [
      await count(`ledger where state = 'sent'`),
      await count(`ledger where state = 'ambiguous'`),
    ]
    const notices = await count('notices')
    await Promise.all([20, 20].map((days) => workOffLater(database, far, days * 1440 + 30)))
    const reminded = texts(': Plenary of')

    expect(sent + ambiguous).toBe(notices)
    // Eight may have been under way when it died; whether they were told is an operator's to judge.
    expect(ambiguous).toBeLessThanOrEqual(8)
    expect(new Set(invited).size).toBe(invited.length)
    expect(reminded.length).toBeGreaterThan(3)
    expect(new Set(reminded).size).toBe(reminded.length)
    expect(await count(`ledger where state not in ('sent', 'ambiguous')`)).toBe(0)
  })
})

describe('a process that is asked to stop', () => {
  test('answers the slow command in hand, takes no other, and ends with 0', async () => {
    await slowInserts(database, 'reminders', 4)
    const program = await serve(database, far)
    const acknowledged = say(program, far, add)
    await insertSleeps(database)
    program.process.kill('SIGTERM')
    const answered = await acknowledged
    const early = said()
    await stopsListening(program)
    const refused = await say(program, far, 'help').then(
      ({ status }) => status,
      () => 'refused',
    )

    expect(await program.ended).toBe(0)
    expect(answered.status).toBe(200)
    expect(early).toEqual([])
    expect(refused).toBe('refused')
    expect(said()).toEqual([expect.stringContaining('I will remind you')])
  })
})

describe('Microsoft', () => {
  test('that gives neither token nor keys at the start keeps no process from starting, and is asked again', async () => {
    far.fault('token', { kind: 'status', status: 503 }, 1)
    far.keysDown = true
    const program = await serve(database, far, { reachable: false })
    const activity = message(add, { user: secretariat, serviceUrl: far.serviceUrl })
    const ready = await fetch(`${program.base}/readyz`)
    const down = await tell(program, activity)
    far.keysDown = false
    const up = await tell(program, activity)

    expect(ready.status).toBe(200)
    expect([down.status, up.status]).toEqual([503, 200])
    await expect.poll(said).toEqual([expect.stringContaining('I will remind you')])
  })
})
