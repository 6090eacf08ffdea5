import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import {
  array,
  globalShortcut,
  type Json,
  messageShortcut,
  object,
  type PayloadFields,
  viewSubmission,
} from '../../../support/slack/payloads.ts'
import { type SlackWorld, slackWorld, users } from '../../../support/slack/world.ts'

let here: SlackWorld

beforeAll(async () => {
  here = await slackWorld()
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

const chair = { user: users.interpol }

/** The view opened last, as Slack holds it. */
function lastView(): Json {
  return object([...here.far.views.values()].at(-1))
}

function submit(values: Json, view = lastView(), given: PayloadFields = chair) {
  const { id, private_metadata, callback_id, hash } = view
  return here.act(viewSubmission({ id, private_metadata, callback_id, hash, values }, given))
}

/** What a filled-in meeting form sends. */
function filled(title: string, more: Json = {}): Json {
  return {
    title: { text: { type: 'plain_text_input', value: title } },
    wg: { 'pick:group': { type: 'external_select', selected_option: { value: 'ETCIP' } } },
    start: { day: { type: 'datepicker', selected_date: '2026-12-12' } },
    'start~time': { time: { type: 'timepicker', selected_time: '14:30' } },
    ...more,
  }
}

async function meetings(title: string): Promise<number> {
  const { rows } = await here.database.store.pool.query(
    'select count(*)::int as n from meetings where title = $1',
    [title],
  )
  return rows[0].n
}

describe('a form', () => {
  test('opens for a command with something missing, with what was typed filled in', async () => {
    const answered = await here.command('/meeting', 'schedule Planning wg:ETCIP', chair)

    const blocks = array(lastView()['blocks']).map(object)
    const title = object(blocks.find((block) => block['block_id'] === 'title')?.['element'])
    expect(answered).toMatchObject({ status: 200, text: '' })
    expect(title['initial_value']).toBe('Planning')
    expect(blocks.map((block) => block['block_id'])).toContain('start~time')
  })

  test('that is sent schedules the meeting, closes, and is answered where it was asked for', async () => {
    await here.command('/meeting', 'schedule', chair)
    const answered = await submit(filled('Sent by form'))

    expect(answered.json).toEqual({ response_action: 'clear' })
    expect(await meetings('Sent by form')).toBe(1)
    await expect
      .poll(() => here.far.responses.map(({ body }) => String(body['text'])))
      .toEqual([expect.stringContaining('Sent by form')])
    expect(here.far.responses[0]?.body['response_type']).toBe('in_channel')
  })

  test('sent twice at once creates one meeting and is answered once', async () => {
    await here.command('/meeting', 'schedule', chair)
    const view = lastView()
    const both = await Promise.all([submit(filled('Sent twice'), view), submit(filled('Sent twice'), view)])

    expect(both.map(({ json }) => json)).toEqual([{ response_action: 'clear' }, { response_action: 'clear' }])
    expect(await meetings('Sent twice')).toBe(1)
    await expect.poll(() => here.far.responses).toHaveLength(1)
  })

  test('shows an error at its field, keeps what was typed, and takes it when it is put right', async () => {
    await here.command('/meeting', 'schedule', chair)
    const view = lastView()
    const wrong = await submit(filled('Put right', { duration: { text: { value: '9 weeks' } } }), view)
    const right = await submit(filled('Put right'), view)

    expect(wrong.json).toMatchObject({
      response_action: 'errors',
      errors: { duration: expect.stringContaining('9 weeks') },
    })
    expect(right.json).toEqual({ response_action: 'clear' })
    expect(await meetings('Put right')).toBe(1)
  })

  test('tells of a time without its day at the field that lacks', async () => {
    await here.command('/meeting', 'schedule', chair)
    const answered = await submit(filled('Half', { start: { day: { selected_date: null } } }))

    expect(answered.json).toMatchObject({ response_action: 'errors', errors: { start: expect.any(String) } })
    expect(await meetings('Half')).toBe(0)
  })

  test('of somebody who may not is refused before it opens, and when it is sent', async () => {
    const member = { user: users.cted }
    await here.command('/meeting', 'schedule', chair)
    const answered = await submit(filled('Not mine'), lastView(), member)

    expect(JSON.stringify(answered.json)).toContain('Only the chairs of ETCIP')
    expect(await meetings('Not mine')).toBe(0)
  })

  test('that Slack does not open is offered by a button, which opens it', async () => {
    here.far.fault('views.open', { kind: 'error', error: 'expired_trigger_id' })
    const answered = await here.command('/meeting', 'schedule Late', chair)
    here.far.views.clear()
    await here.press(answered.json, 'Fill in the form', 'ephemeral', chair)

    expect(answered.json?.['response_type']).toBe('ephemeral')
    expect(JSON.stringify(lastView())).toContain('Late')
  })

  test('asked for in a message is offered by a button, since a message opens nothing', async () => {
    await here.tell('message_im', { text: 'meeting schedule', ...chair }, chair)

    await expect
      .poll(() => here.far.messages.map(({ args }) => JSON.stringify(args)).join())
      .toContain('Fill in the form')
  })

  test('shows a frame first where the database is slow, and then the form in it', async () => {
    const client = await here.database.store.pool.connect()
    await client.query('begin; lock table people in access exclusive mode')
    const asking = here.command('/meeting', 'schedule Slowly', chair)
    await expect.poll(() => here.far.callsOf('views.open').length).toBe(1)
    await client.query('rollback')
    client.release()
    await asking
    await expect.poll(() => JSON.stringify(lastView())).toContain('Slowly')

    expect(JSON.stringify(here.far.callsOf('views.open')[0]?.args)).toContain('Loading')
    expect(here.far.callsOf('views.update')).toHaveLength(1)
  })

  test('comes back with what was typed after a refused line, by one press', async () => {
    const refused = await here.command('/meeting', 'schedule Typed wg:NOPE start:"12 Dec 14:30"', chair)
    await here.press(refused.json, 'Edit again', 'ephemeral', chair)

    const view = JSON.stringify(lastView())
    expect(view).toContain('Typed')
    expect(view).toContain('12 Dec 14:30')
  })
})

describe('the shortcut on a message', () => {
  test('opens the update form with its text as its author saw it, and its address', async () => {
    await here.command('/profile', 'show', { user: users.cted })
    here.far.addChannel('T1', { id: 'C7', name: 'news' })
    const posted = await postInto('C7', 'a message')
    await here.act(
      messageShortcut(
        'post-as-update',
        { text: 'CTED &amp; <@U2> met &lt;partners&gt; on <https://x.example|the plan>', ts: posted },
        { user: users.cted, channel: 'C7' },
      ),
    )

    const view = JSON.stringify(lastView())
    expect(view).toContain('CTED & @CTED focal point met <partners> on the plan (https://x.example)')
    expect(view).toContain('https://compact.slack.com/archives/C7')
  })

  test('of a guest opens nothing', async () => {
    await here.act(messageShortcut('post-as-update', { text: 'x' }, { user: users.guest }))

    expect(here.far.callsOf('views.open')).toEqual([])
  })
})

describe('a shortcut of the workspace', () => {
  test('opens a form whose answer stands in its view', async () => {
    await here.act(globalShortcut('post-an-update', { user: users.cted }))
    const answered = await submit(
      { text: { text: { value: 'CTED held a workshop on 12 November 2026 in Vienna.' } } },
      lastView(),
      { user: users.cted },
    )

    expect(answered.json?.['response_action']).toBe('update')
    expect(JSON.stringify(answered.json)).toMatch(/U\d+/)
  })

  test('that asks nothing shows its answer in a view', async () => {
    await here.act(globalShortcut('next-meetings', { user: users.cted }))

    expect(JSON.stringify(lastView())).toContain('meetings')
  })
})

async function postInto(channel: string, text: string): Promise<string> {
  await here.adapter.announce(
    { platform: 'slack', tenant: 'T1', channel, private: false },
    { summary: [{ kind: 'text', text }], blocks: [] },
    `key-${channel}`,
  )
  return here.far.messages.at(-1)?.ts ?? ''
}
