import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { TestDatabase } from '../../support/database.ts'
import type { Posted } from '../../support/discord/far/asked.ts'
import { places } from '../../support/discord/far/defaults.ts'
import type { FarSide } from '../../support/discord/far/farSide.ts'
import { displayed } from '../../support/discord/rules/limits.ts'
import { slash } from '../../support/discord/sent/interactions.ts'
import { givenIn } from '../../support/discord/sent/presses.ts'
import { linkEverybody, meetEverybody, users } from '../../support/discord/world/people.ts'
import { farSide, serve, speakingTo, workOffLater } from '../../support/discord/world/served.ts'
import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import { insertSleeps, slowInserts } from '../../support/faults/slowInserts.ts'
import type { ServerProxy } from '../../support/proxy.ts'
import { numberIn } from '../../support/served.ts'

let ground: FaultSetup<FarSide>
let database: TestDatabase
let proxy: ServerProxy
let far: FarSide
beforeEach(async () => {
  ground = await setUpFaults(farSide)
  ;({ database, proxy, far } = ground)
})
afterEach(() => ground.end())

const start = `${new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 16)}Z`
const tea = { text: 'Tea', at: start }

const count = (query: string) => numberIn(database, `select count(*) from ${query}`)
const shows = (posted: Posted | undefined) => displayed(posted?.body).text
const direct = () => far.messages.filter(({ channel }) => far.channels.get(channel)?.user !== undefined)
/** What was said to whom, of which nothing is to be there twice. */
const told = (words: string) =>
  direct().flatMap((one) => (shows(one).includes(words) ? [`${one.channel} ${shows(one)}`] : []))

describe('Postgres that cannot be reached', () => {
  test('is told in time, and all works when it is back', async () => {
    const program = await serve(proxy, far)
    const here = speakingTo(far, program)
    // The first command of a process takes longer than any other.
    await here.slash('secretariat', 'help')
    const wrong = await here.slash('secretariat', 'reminder add', { ...tea, at: 'someday' })
    const { modal } = await here.press(wrong.posted, 'Edit again', 'secretariat')
    proxy.cut()
    const asked = await here.slash('secretariat', 'reminder add', tea)
    const opened = await here.slash('secretariat', 'update post')
    const typed = await here.type('secretariat', 'directory entity', { entity: 'C' }, 'entity')
    const sent = await here.submit(modal, { at: start })
    const failed = shows(sent.posted)
    proxy.restore()
    const before = await count('reminders')
    const again = await here.press(sent.posted, 'Edit again', 'secretariat')
    const done = await here.submit(again.modal, { at: start })

    for (const { posted } of [asked, opened]) expect(shows(posted)).toMatch(/reference [0-9A-F]{8}/)
    for (const { delivered } of [asked, opened, typed, sent]) {
      expect(delivered?.status).toBe(200)
      expect(delivered?.ms).toBeLessThan(2_900)
    }
    expect(typed.choices).toEqual([])
    expect(failed).toMatch(/reference [0-9A-F]{8}/)
    expect(before).toBe(0)
    expect(givenIn(again.modal ?? never())).toMatchObject({ text: 'Tea' })
    expect(shows(done.posted)).toContain('I will remind you')
    expect(await count('reminders')).toBe(1)
    expect(program.process.exitCode).toBe(null)
    expect(far.problems).toEqual([])
  })
})

describe('a process that is killed', () => {
  test('while it delivers costs no duplicate: the next one delivers the others, and reminds everybody once', async () => {
    const first = await serve(database, far)
    await linkEverybody(database, far)
    await meetEverybody(database, far)
    far.fault('send', { kind: 'slow', ms: 150 }, 1_000)
    const here = speakingTo(far, first)
    for (const wg of ['ETCIP', 'PCVE', 'NARS']) {
      await here.slash('secretariat', 'meeting schedule', { title: `Plenary of ${wg}`, wg, start })
    }
    await expect.poll(() => told('You are invited').length, { interval: 5 }).toBeGreaterThan(8)
    first.process.kill('SIGKILL')
    await first.ended
    far.calm()
    await workOffLater(database, far, 20)
    const invited = told('You are invited')
    await Promise.all([20, 20].map((days) => workOffLater(database, far, days * 1440 + 30)))
    const reminded = told(': Plenary of')

    expect(new Set(invited).size).toBe(invited.length)
    expect(await count(`ledger where state = 'ambiguous'`)).toBeLessThanOrEqual(8)
    expect(reminded.length).toBeGreaterThan(3)
    expect(new Set(reminded).size).toBe(reminded.length)
    expect(await count(`ledger where state not in ('sent', 'dead', 'ambiguous')`)).toBe(0)
    expect(far.problems).toEqual([])
  })
})

describe('a process that is asked to stop', () => {
  // The first command of a process takes longer than any other, and so is another one.
  test.each([
    ['by HTTP', false],
    ['by the gateway', true],
  ])('answers the slow command in hand, heard %s, takes no other, and ends with 0', async (_, gateway) => {
    await slowInserts(database, 'reminders', 4)
    const program = await serve(database, far, { gateway })
    const here = speakingTo(far, gateway ? undefined : program)
    await here.slash('secretariat', 'help')
    const turn = here.slash('secretariat', 'reminder add', tea)
    await insertSleeps(database)
    program.process.kill('SIGTERM')
    const { posted, answeredWith } = await turn

    expect(await program.ended).toBe(0)
    expect(answeredWith).toBe(5)
    expect(shows(posted)).toContain('I will remind you')
    expect(far.messages.filter(({ loading }) => loading)).toEqual([])
    expect(far.problems).toEqual([])
  })
})

describe('two processes', () => {
  test('that hear the same by the gateway act once, and one of them answers', async () => {
    const both = await Promise.all([
      serve(database, far, { gateway: true }),
      serve(database, far, { gateway: true }),
    ])
    const options = { title: 'Once', wg: 'NARS', start }
    const interaction = slash(far, { command: 'meeting schedule', options, by: users.secretariat.id })
    const here = speakingTo(far)
    await here.slash('secretariat', 'help')
    const { posted } = await here.bring(interaction)
    far.emit(interaction)
    await here.slash('secretariat', 'profile show')

    await expect.poll(() => count('meetings')).toBe(1)
    expect(posted?.channel).toBe(places.channel)
    expect(far.messages.filter((one) => one.interaction === interaction['id'])).toHaveLength(1)
    expect(both.map((one) => one.process.exitCode)).toEqual([null, null])
    expect(far.problems).toEqual([])
  })
})

function never(): never {
  throw new Error('no form was opened')
}
