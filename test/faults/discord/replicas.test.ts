import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Posted } from '../../support/discord/far/asked.ts'
import { places } from '../../support/discord/far/defaults.ts'
import { displayed } from '../../support/discord/rules/limits.ts'
import { slash } from '../../support/discord/sent/interactions.ts'
import { users } from '../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../support/discord/world/world.ts'
import { slowInserts } from '../../support/faults/slowInserts.ts'
import { hurriedAnswerMs } from '../../support/runner/answerWaits.ts'

let here: DiscordWorld
beforeEach(async () => {
  here = await discordWorld()
})
afterEach(() => here.end())

const shows = (posted: Posted | undefined) => displayed(posted?.body).text
const tea = { text: 'Tea', at: 'tomorrow 9:00' }

async function count(query: string): Promise<number> {
  const { rows } = await here.database.store.pool.query(`select count(*)::int as n from ${query}`)
  return rows[0].n
}

describe('one interaction three times at once to two processes', () => {
  test('acts once, and is said once', async () => {
    const other = await here.replica()
    const options = { title: 'Plenary', wg: 'ETCIP', start: '12 Dec 14:30' }
    const interaction = slash(here.far, { command: 'meeting schedule', options, by: users.interpol.id })
    const all = [here.base, other.base, here.base].map((base) => here.bring(interaction, base))
    const turns = await Promise.all(all)
    const late = await here.bring(interaction, other.base)
    await here.settle()

    expect([...turns, late].map(({ delivered }) => delivered?.status)).toEqual([200, 200, 200, 200])
    expect(await count('meetings')).toBe(1)
    expect(here.far.messages.filter(({ channel }) => channel === places.channel)).toHaveLength(1)
    expect(here.far.problems).toEqual([])
  })
})

describe('a command that takes long in the database', () => {
  beforeEach(async () => {
    await here.end()
    here = await discordWorld({ timings: { answerMs: hurriedAnswerMs } })
  })

  test('is put off in time, and is answered once when it is done', async () => {
    await slowInserts(here.database, 'reminders', (4 * hurriedAnswerMs) / 1000)
    const interaction = slash(here.far, { command: 'reminder add', options: tea, by: users.interpol.id })
    const turn = here.bring(interaction)
    await new Promise((resolve) => setTimeout(resolve, hurriedAnswerMs / 2))
    const again = here.far.deliver(here.base, interaction)
    const { answeredWith, delivered, posted } = await turn
    await here.adapter.stop()

    expect(answeredWith).toBe(5)
    expect(delivered?.ms).toBeLessThan(2_900)
    expect((await again).status).toBe(200)
    expect(shows(posted)).toContain('I will remind you')
    expect(here.far.messages.filter((one) => one.interaction === interaction['id'])).toHaveLength(1)
    expect(await count('reminders')).toBe(1)
    expect(here.far.messages.filter(({ loading }) => loading)).toEqual([])
    expect(here.far.problems).toEqual([])
  })

  test('and much longer for the room is put off where all see it, and its card is there in the end', async () => {
    await slowInserts(here.database, 'meetings', (10 * hurriedAnswerMs) / 1000)
    const options = { title: 'Plenary', wg: 'ETCIP', start: '12 Dec 14:30' }
    const { posted, delivered } = await here.slash('interpol', 'meeting schedule', options)

    expect(delivered?.ms).toBeLessThan(2_900)
    expect(posted?.ephemeral).toBe(false)
    expect(shows(posted)).toContain('Scheduled M1: Plenary')
    expect(here.far.problems).toEqual([])
  })
})
