import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { hurriedAnswerMs } from '../../../support/runner/answerWaits.ts'
import { linkedAccounts } from '../../../support/slack/accounts.ts'
import { type Json, messageShortcut, object, viewSubmission } from '../../../support/slack/payloads.ts'
import { type SlackWorld, slackWorld, users } from '../../../support/slack/world.ts'

let here: SlackWorld

beforeEach(async () => {
  here = await slackWorld()
})

afterEach(() => here.end())

const chair = { user: users.interpol }
const schedule = 'schedule Quarterly wg:ETCIP start:"12 Dec 14:30"'

async function linked(): Promise<readonly string[]> {
  return (await linkedAccounts(here)).map(({ account }) => account)
}

describe('people who never spoke to the bot', () => {
  test('are found by the e-mail that their own workspace vouches for, told, and linked', async () => {
    await here.command('/meeting', schedule, chair)
    await here.settle()

    const posted = here.far.messages.filter(({ args }) => String(args['text']).startsWith('You are invited'))
    expect(posted.map(({ channel }) => channel).sort()).toEqual(['DU1', 'DU2', 'DU3', 'DU4'])
    expect([...(await linked())].sort()).toEqual(['U1', 'U2', 'U3', 'U4'])
  })

  test('and are guests, or unknown there, are not told, and the secretariat hears of it once a day', async () => {
    await here.command('/meeting', schedule, chair)
    await here.command('/meeting', schedule.replace('12 Dec', '13 Dec'), chair)
    await here.settle()
    await here.settle()

    const alerts = () =>
      here.far.messages.filter(({ args }) => String(args['text']).startsWith('Not everybody hears'))
    // Whoever works in the background may have it in hand still.
    await expect.poll(() => alerts().map(({ channel }) => channel)).toEqual(['DU1'])
    expect(here.far.messages.map(({ channel }) => channel)).not.toContain('DU8')
    const asked = here.far.callsOf('users.lookupByEmail').map(({ args }) => args['email'])
    expect(new Set(asked).size).toBe(asked.length)
  })

  test('are linked when they open the home tab', async () => {
    await here.tell('app_home_opened', { user: users.unodc }, { user: users.unodc })

    expect(await linked()).toEqual([users.unodc])
  })
})

describe('somebody who is turned away', () => {
  test('by a press or a shortcut is told why by the address that came with it, where the app is not installed', async () => {
    const json = (await here.command('/directory', 'find CTED', chair)).json
    await here.press(json, 'CTED', 'channel', { ...chair, team: 'T9' })
    const responseUrl = here.far.responseUrl()
    await here.act(messageShortcut('post-as-update', { text: 'x' }, { ...chair, team: 'T9', responseUrl }))

    expect(here.far.responses.map(({ body }) => String(body['text']))).toEqual([
      expect.stringContaining('not installed'),
      expect.stringContaining('not installed'),
    ])
  })

  test('after a frame was opened finds the reason in it', async () => {
    here.far.fault('users.info', { kind: 'slow', ms: 1_200 })
    await here.command('/meeting', 'schedule', { user: users.guest })
    await expect.poll(() => JSON.stringify([...here.far.views.values()].at(-1))).toContain('You are a guest')
  })
})

describe('a form that is sent', () => {
  const values = {
    title: { text: { value: 'Twice' } },
    wg: { 'pick:group': { selected_option: { value: 'ETCIP' } } },
    start: { day: { selected_date: '2026-12-12' } },
    'start~time': { time: { selected_time: '14:30' } },
  }

  async function sent(): Promise<Json> {
    const view = object([...here.far.views.values()].at(-1))
    const { id, private_metadata, callback_id } = view
    return viewSubmission({ id, private_metadata, callback_id, values }, chair)
  }

  test('twice while the store is slow says twice that it was done, and makes one meeting', async () => {
    await here.end()
    here = await slackWorld({}, { timings: { answerMs: hurriedAnswerMs } })
    await here.command('/meeting', 'schedule', chair)
    const payload = await sent()
    const client = await here.database.store.pool.connect()
    await client.query('begin; lock table meetings in access exclusive mode')
    const both = Promise.all([here.act(payload), here.act(payload)])
    await both
    await client.query('rollback')
    client.release()
    await expect.poll(() => here.far.callsOf('views.update').length).toBe(2)

    expect(JSON.stringify(here.far.callsOf('views.update').map(({ args }) => args))).not.toContain(
      'open the form',
    )
    const { rows } = await here.database.store.pool.query('select count(*)::int as n from meetings')
    expect(rows[0].n).toBe(1)
  })

  test('by somebody of whom Slack says nothing just now keeps what was typed', async () => {
    await here.command('/meeting', 'schedule', chair)
    const payload = await sent()
    here.clock.set(new Date('2026-11-23T12:00:00Z'))
    here.far.addUser('T1', { id: 'U66', email: 'focal.opcw@compact.example', realName: 'opcw' })
    here.far.fault('users.info', { kind: 'status', status: 500 })
    const answered = await here.act({ ...payload, user: { id: 'U66', team_id: 'T1' } })

    expect(JSON.stringify(answered.json)).toContain('try again in a minute')
    expect(JSON.stringify(answered.json)).toContain('"initial_value":"Twice"')
  })
})

describe('a prefix', () => {
  test('stands in everything that the bot says of its commands, and may be typed everywhere', async () => {
    const other = await here.replica({ prefix: 'wg-' })
    const help = await here.command('/wg-help', 'meeting schedule', chair, other.base)
    await here.command('/wg-meeting', 'schedule', chair, other.base)

    expect(help.text).toContain('/wg-meeting schedule')
    expect(help.text).not.toMatch(/[^-]\/meeting/)
    const form = JSON.stringify([...here.far.views.values()].at(-1))
    expect(form).toContain('Schedule a meeting')
    expect(form).not.toMatch(/[^-]\/meeting/)
  })
})
