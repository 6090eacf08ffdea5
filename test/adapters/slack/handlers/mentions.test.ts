import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { interaction } from '../../../support/slack/signed.ts'
import { type SlackWorld, signingSecret, slackWorld, users } from '../../../support/slack/world.ts'

let here: SlackWorld

beforeAll(async () => {
  here = await slackWorld()
})

beforeEach(() => {
  here.far.clear()
  here.far.messages.length = 0
})

afterAll(() => here.end())

async function said(text: string): Promise<string | undefined> {
  await here.tell('app_mention', { text, user: users.cted }, { user: users.cted })
  return here.far.messages.map(({ args }) => String(args['text'])).at(-1)
}

describe('a mention', () => {
  test.each([
    '<@UBOT1> meeting list',
    '<@UBOT1>: meeting list',
    '<@UBOT1>, meeting list',
    '<@UBOT1|rapporteur> /meeting list',
    'Hi <@UBOT1> meeting list',
  ])('is understood as people write it: %s', async (text) => {
    expect(await said(text)).toContain('No meetings')
  })

  test('that only speaks of the bot is left in peace', async () => {
    expect(await said('thanks <@UBOT1>, that was quick')).toBeUndefined()
  })

  test('with nothing after it is answered with what can be said', async () => {
    expect(await said('<@UBOT1>')).toContain('/help')
  })

  test('with a word that is none is answered with the nearest', async () => {
    expect(await said('<@UBOT1> meetng list')).toContain('/meeting')
  })
})

test('sixty mentions at once in one channel are each acknowledged before their answers are told, and all answered once', async () => {
  const here = await slackWorld({}, { timings: { answerMs: 500, eventMs: 120_000 } })
  here.far.addChannel('T1', { id: 'C1', name: 'working-group', members: ['UBOT1', users.cted] })
  const threads = Array.from({ length: 60 }, (_, index) => `17300000${10 + index}.000100`)
  const asked = threads.map(async (thread_ts) => {
    const said = { text: '<@UBOT1> meeting list', user: users.cted, thread_ts }
    const { status } = await here.tell('app_mention', said, { user: users.cted })
    return status
  })
  const acknowledged = await Promise.all(asked)
  const answeredIn = () => here.far.messages.map(({ args }) => String(args['thread_ts'])).sort()
  const answeredByThen = answeredIn().length

  expect(acknowledged).toEqual(Array.from(threads, () => 200))
  // Had an acknowledgement waited for its answer, all of them were there.
  expect(answeredByThen).toBeLessThan(60)
  await expect.poll(answeredIn, { interval: 500 }).toHaveLength(60)
  await here.adapter.stop()
  expect(answeredIn()).toEqual(threads)
  await here.end()
}, 150_000)

describe('a text that names the bot', () => {
  const text = 'CTED asked <@UBOT1>, the bot, about drones on 3 November 2026.'
  const whole = 'CTED asked Rapporteur, the bot, about drones on 3 November 2026.'

  test('is kept whole in a slash command', async () => {
    const posted = await here.command('/update', `post ${text}`, { user: users.cted })

    expect(posted.text).toContain(whole)
  })

  test('is kept whole in a direct message', async () => {
    await here.tell(
      'message_im',
      { text: `<@UBOT1> update post ${text}`, user: users.cted },
      { user: users.cted },
    )

    expect(here.far.messages.map(({ args }) => String(args['text'])).join()).toContain(whole)
  })
})

describe('a sentence in place of an action', () => {
  test('is not lost: it is posted by one press, and not before', async () => {
    const sentence = 'We held a workshop in Vienna on 3 November 2026 with UNODC.'
    const asked = await here.command('/update', sentence, { user: users.cted })
    const before = await here.database.store.pool.query('select 1 from update_versions where text = $1', [
      sentence,
    ])
    await here.press(asked.json, 'Yes: /update post', 'ephemeral', { user: users.cted })
    const after = await here.database.store.pool.query(
      'select 1 from update_versions where original_text = $1',
      [sentence],
    )

    expect(before.rowCount).toBe(0)
    expect(after.rowCount).toBe(1)
  })

  test('is none where it is a slip of the hand', async () => {
    const asked = await here.command('/update', 'lsit', { user: users.cted })

    expect(asked.text).toContain('Did you mean /update list?')
  })
})

describe('a direct conversation of two people', () => {
  test('is not a private one with the bot: what both read stays, and the answer is for the one who pressed', async () => {
    const chair = { user: users.interpol, channel: 'D999' }
    const card = await here.command('/meeting', 'schedule Quarterly wg:ETCIP start:"12 Dec 14:30"', chair)
    const other = { user: users.cted, change: { channel: { id: 'D999' }, container: { channel_id: 'D999' } } }
    await here.press(card.json, 'Yes', 'direct', other)

    // The card that both read may be drawn anew before or after the answer.
    await expect
      .poll(() => here.far.responses.map(({ body }) => body))
      .toContainEqual(expect.objectContaining({ response_type: 'ephemeral', replace_original: false }))
  })

  test('with the bot itself cannot be made a group’s room', async () => {
    const own = await here.command('/wg', 'bind ETCIP', { user: users.interpol, channel: 'DU3' })

    expect(own.text).toContain('private conversation')
  })
})

describe('a room that is gone', () => {
  test('is told of with its group and how to mend it, and one that was nobody’s is not', async () => {
    await here.command('/help', '', { user: users.secretariat })
    await here.command('/wg', 'bind ETCIP', { user: users.interpol, channel: 'C1' })
    await here.tell('channel_archive', { channel: 'C900' })
    await here.tell('channel_archive', { channel: 'C1' })
    await here.settle()

    const alerts = () => here.far.messages.map(({ args }) => String(args['text'])).join('\n')
    await expect.poll(alerts).toMatch(/The room of ETCIP .*archived.*\/wg bind ETCIP/)
    expect(alerts()).not.toContain('C900')
  })
})

describe('a request to link an account', () => {
  test('says what the account is called, where, and with which address', async () => {
    here.far.addUser('T1', { id: 'U60', email: 'ana@elsewhere.example', realName: 'Ana' })
    await here.command('/help', '', { user: users.secretariat })
    await here.command('/profile', 'link focal.opcw@compact.example', { user: 'U60' })
    await here.settle()

    expect(here.far.messages.map(({ args }) => String(args['text'])).join()).toContain(
      '“Ana” (ana@elsewhere.example) in the workspace T1',
    )
  })
})

describe('a body that lacks what belongs to it', () => {
  test.each([
    { type: 'view_submission', view: null },
    { type: 'view_closed' },
    { type: 'block_actions' },
    {},
  ])('is acknowledged and left alone: %j', async (payload) => {
    const answered = await interaction(here.base, payload, { secret: signingSecret, at: here.clock.now() })

    expect(answered.status).toBe(200)
  })
})
