import { connect, type Socket } from 'node:net'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { TestDatabase } from '../../support/database.ts'
import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import { insertSleeps, slowInserts } from '../../support/faults/slowInserts.ts'
import { stopsListening } from '../../support/served.ts'
import type { FarSide } from '../../support/slack/farSide.ts'
import { marks } from '../../support/slack/marks.ts'
import {
  ask,
  farSide,
  linkEverybody,
  numberIn,
  say,
  serve,
  workOffLater,
} from '../../support/slack/served.ts'

let ground: FaultSetup<FarSide>
let database: TestDatabase
let far: FarSide
beforeEach(async () => {
  ground = await setUpFaults(() => farSide())
  ;({ database, far } = ground)
})
afterEach(() => ground.end())

const start = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 16)

function notices(state: string): Promise<number> {
  return numberIn(database, `select count(*) from ledger where state = '${state}'`)
}

describe('a process that is killed while it delivers', () => {
  test('costs at most one duplicate, and the next one delivers the others', async () => {
    await linkEverybody(database, far)
    const first = await serve(database, far)
    // Slack has what it was sent, and takes its time to say so.
    far.fault('chat.postMessage', { kind: 'slow', ms: 150 }, 1_000)
    for (const wg of ['ETCIP', 'PCVE', 'RMME', 'NARS', 'BMLE']) {
      await ask(far, first, 'meeting', `schedule "Plenary of ${wg}" wg:${wg} start:${start}Z`)
    }
    await expect.poll(() => marks(far).length, { interval: 5 }).toBeGreaterThan(10)
    first.process.kill('SIGKILL')
    await first.ended
    const left = (await notices('queued')) + (await notices('sending'))
    const all = await numberIn(database, 'select count(*) from notices')
    const count = marks(far).length
    const second = await serve(database, far)
    await expect.poll(() => marks(far).length, { interval: 20 }).toBeGreaterThan(count)
    second.process.kill('SIGTERM')
    const code = await second.ended
    // What the dead one had fetched comes back when it has lain for long enough.
    await workOffLater(database, far, 20)
    const [sent, ambiguous] = [await notices('sent'), await notices('ambiguous')]

    expect(left).toBeGreaterThan(8)
    expect(code).toBe(0)
    expect(sent + ambiguous).toBe(all)
    // Eight may have been under way when it died; whether they were told is an operator's to judge.
    expect(ambiguous).toBeLessThanOrEqual(8)
    expect(marks(far).length - new Set(marks(far)).size).toBeLessThanOrEqual(1)
    expect(new Set(marks(far)).size).toBeGreaterThanOrEqual(sent)
  })
})

describe('a process that starts with deliveries waiting', () => {
  test('loses none of them, though it does not know yet whom it serves', async () => {
    await linkEverybody(database, far)
    const first = await serve(database, far)
    far.fault('chat.postMessage', { kind: 'status', status: 429, retryAfter: 1 }, 1_000)
    await ask(far, first, 'meeting', `schedule Plenary wg:NARS start:${start}Z`)
    const all = await numberIn(database, 'select count(*) from notices')
    first.process.kill('SIGTERM')
    await first.ended
    far.clear()
    // What it asks at first is answered late, and by then the deliveries are due.
    far.fault('auth.test', { kind: 'slow', ms: 2_500 })
    const second = await serve(database, far, { reachable: false })
    await expect.poll(() => notices('sent'), { interval: 100 }).toBe(all)

    expect(all).toBeGreaterThan(3)
    expect(far.callsOf('auth.test')).toHaveLength(1)
    expect(new Set(marks(far)).size).toBe(all)
    expect(marks(far)).toHaveLength(all)
    second.process.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })
})

describe('a process that is asked to stop', () => {
  test('answers the slow command in hand, and ends with 0', async () => {
    await slowInserts(database, 'reminders', 4)
    const program = await serve(database, far)
    const url = far.responseUrl()
    const acknowledged = say(program, 'reminder', `add Tea at:${start}Z`, { response_url: url })
    await insertSleeps(database)
    program.process.kill('SIGTERM')
    const asked = performance.now()
    const answered = await acknowledged
    const early = far.responses.length
    await stopsListening(program)
    const refused = await say(program, 'help', '').then(
      ({ status }) => status,
      () => 'refused',
    )
    const code = await program.ended
    const took = performance.now() - asked
    const [said] = far.responses

    // It took longer than Slack waits, so the answer came by the address for answers.
    expect(answered.status).toBe(200)
    expect(answered.text).toBe('')
    expect(early).toBe(0)
    expect(refused).toBe('refused')
    expect(far.responses).toHaveLength(1)
    expect(said?.body['text']).toContain('I will remind you')
    expect(said?.body['response_type']).toBe('ephemeral')
    expect(await numberIn(database, 'select count(*) from reminders')).toBe(1)
    expect(code).toBe(0)
    expect(took).toBeLessThan(10_000)
  })

  test('ends when its time is over, whatever a command still waits for', async () => {
    await slowInserts(database, 'reminders', 60)
    const program = await serve(database, far, { args: ['--stop-within', '4'] })
    const acknowledged = say(program, 'reminder', `add Tea at:${start}Z`)
    await insertSleeps(database)
    program.process.kill('SIGTERM')
    const asked = performance.now()
    const answered = await acknowledged
    const code = await program.ended
    const took = performance.now() - asked

    expect(answered.status).toBe(200)
    expect(code).toBe(1)
    expect(program.errors.join('')).toContain('was cut off')
    expect(await numberIn(database, 'select count(*) from reminders')).toBe(0)
    expect(took).toBeGreaterThan(3_900)
    expect(took).toBeLessThan(20_000)
  })

  test('answers the quick command in hand in its acknowledgement, and ends with 0 though requests drip that will never be whole', async () => {
    await slowInserts(database, 'reminders', 1)
    const program = await serve(database, far)
    // The first command of a process takes longer than any other.
    await ask(far, program, 'help', '')
    const { hostname, port } = new URL(program.base)
    const sockets = await Promise.all(Array.from({ length: 20 }, () => dripping(hostname, Number(port))))
    // Each has begun to arrive.
    await new Promise((resolve) => setTimeout(resolve, 600))
    const acknowledged = ask(far, program, 'reminder', `add Tea at:${start}Z`)
    await insertSleeps(database)
    program.process.kill('SIGTERM')
    const asked = performance.now()
    const answered = await acknowledged
    const code = await program.ended
    const took = performance.now() - asked
    await expect.poll(() => sockets.every(({ destroyed }) => destroyed)).toBe(true)

    expect(answered.json?.['text']).toContain('I will remind you')
    expect(code).toBe(0)
    expect(program.errors.join('')).not.toContain('was cut off')
    // Left alone, a body has ten seconds.
    expect(took).toBeLessThan(8_000)
  })
})

/** Sends a body byte by byte, and never the last of them. */
async function dripping(host: string, port: number): Promise<Socket> {
  const socket = await new Promise<Socket>((resolve) => {
    const opened = connect(port, host, () => resolve(opened))
    opened.on('error', () => undefined)
  })
  socket.write(
    'POST /slack/commands HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 500\r\n\r\n',
  )
  const drops = setInterval(() => socket.write('x'), 200)
  socket.once('close', () => clearInterval(drops))
  return socket
}
