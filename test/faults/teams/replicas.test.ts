import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { slowInserts } from '../../support/faults/slowInserts.ts'
import { hurriedAnswerMs } from '../../support/runner/answerWaits.ts'
import { nextId, places } from '../../support/teams/far/defaults.ts'
import { message } from '../../support/teams/sent/activities.ts'
import { composeAction } from '../../support/teams/sent/invokes.ts'
import { saidIn, wordsOf } from '../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../support/teams/world/world.ts'

let here: TeamsWorld
beforeEach(async () => {
  here = await teamsWorld()
})
afterEach(() => here.end())

const schedule = 'meeting schedule Plenary wg:ETCIP start:"12 Dec 14:30"'
const channel = { where: 'channel', channel: { id: places.channel } } as const

async function count(query: string): Promise<number> {
  const { rows } = await here.database.store.pool.query(`select count(*)::int as n from ${query}`)
  return rows[0].n
}

const heard = (role: string) => saidIn(here.far.messages, `a:1${role}`).join('\n')

describe('one delivery three times at once to two processes', () => {
  test('acts once, and is answered where it was said once', async () => {
    const other = await here.replica()
    const activity = message(schedule, here.by('interpol', channel))
    const all = [here.base, other.base, here.base].map((base) => here.bring(activity, {}, base))
    const answered = await Promise.all(all)
    const late = await here.bring(activity, {}, other.base)

    expect([...answered, late].map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await count('meetings')).toBe(1)
    expect(saidIn(here.far.messages, places.channel)).toHaveLength(1)
  })

  test('is two commands where the same id comes from two conversations', async () => {
    const id = nextId()
    await here.say('interpol', 'reminder add Tea at:"tomorrow 9:00"', { id })
    await here.say('cted', 'reminder add Tea at:"tomorrow 9:00"', { id })

    expect(await count('reminders')).toBe(2)
  })
})

describe('a command that takes long', () => {
  beforeEach(async () => {
    await here.end()
    here = await teamsWorld({}, { timings: { answerMs: hurriedAnswerMs } })
  })

  test('is acknowledged in time, shows that the bot is at it, and is answered once when it is done', async () => {
    await slowInserts(here.database, 'reminders', (4 * hurriedAnswerMs) / 1000)
    const activity = message('reminder add Tea at:"tomorrow 9:00"', here.by('interpol'))
    const answered = await here.bring(activity)
    const early = heard('interpol')
    const again = await here.bring(activity)
    await expect.poll(() => heard('interpol')).toContain('I will remind you')
    await here.adapter.stop()

    expect([answered.status, again.status]).toEqual([200, 200])
    expect(Math.max(answered.ms, again.ms)).toBeLessThan(3_000)
    expect(early).toBe('')
    expect(here.far.callsOf('send').filter(({ body }) => body['type'] === 'typing').length).toBeGreaterThan(0)
    expect(saidIn(here.far.messages, 'a:1interpol')).toHaveLength(1)
    expect(await count('reminders')).toBe(1)
  })

  test('after an action beside the box for messages is told in its dialog to be slow', async () => {
    await here.say('interpol', 'profile show')
    const client = await here.database.store.pool.connect()
    await client.query('begin; lock table meetings in access exclusive mode')
    const answered = await here.bring(composeAction('next-meetings', here.by('interpol')))
    await client.query('rollback')
    client.release()

    expect(answered.status).toBe(200)
    expect(answered.ms).toBeLessThan(3_000)
    expect(wordsOf(answered.json)).toContain('longer than usual')
  })
})
