import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { createSlack } from '../../../../adapters/slack/index.ts'
import { StartError } from '../../../../src/core/errors.ts'
import { createLog } from '../../../../src/process/log.ts'
import { insertSleeps, slowInserts } from '../../../support/faults/slowInserts.ts'
import {
  array,
  blockSuggestion,
  eventCallback,
  object,
  slashCommandFields,
  viewSubmission,
} from '../../../support/slack/payloads.ts'
import { type SlackWorld, settings, slackWorld } from '../../../support/slack/world.ts'

const socketMode = { appToken: 'xapp-1', signingSecrets: [] }

let here: SlackWorld
beforeEach(async () => {
  here = await slackWorld(socketMode)
  await here.far.sockets.opened(2)
})
afterEach(() => here.end())

function typed(command: string, text: string) {
  return slashCommandFields(command, text, { responseUrl: here.far.responseUrl() })
}

async function count(table: 'reminders' | 'meetings', where = 'true'): Promise<number> {
  const found = await here.database.store.pool.query<{ n: number }>(
    `select count(*)::int as n from ${table} where ${where}`,
  )
  return found.rows[0]?.n ?? 0
}

describe('Socket Mode', () => {
  test('answers a slash command in its acknowledgement, on either socket', async () => {
    const payload = typed('/reminder', 'add "Bring the agenda" at:2026-12-01T10:00Z')
    const first = await here.far.sockets.send('slash_commands', payload, { on: 0 })
    const second = await here.far.sockets.send('slash_commands', typed('/reminder', 'list'), { on: 1 })

    expect(first.payload).toMatchObject({ response_type: 'ephemeral' })
    expect(String(first.payload?.['text'])).toContain('I will remind you')
    expect(array(first.payload?.['blocks']).length).toBeGreaterThan(0)
    expect(JSON.stringify(second.payload)).toContain('Bring the agenda')
    expect(here.far.responses).toEqual([])
    expect(here.far.messages).toEqual([])
  })

  test('takes nothing by HTTP, where it has no secret to check it with', async () => {
    const answered = await here.command('/reminder', 'add "By the back door" at:2026-12-01T10:00Z')

    expect(answered.status).toBe(404)
    expect(await count('reminders')).toBe(0)
  })

  test('acknowledges an event when it is done, and not before', async () => {
    here.far.fault('chat.postMessage', { kind: 'slow', ms: 400 })
    const mention = eventCallback('app_mention', { text: '<@UBOT1> reminder add Tea at:2026-12-01T10:00Z' })
    const ack = await here.far.sockets.send('events_api', mention)
    const [said] = [...here.far.callsOf('chat.postMessage'), ...here.far.callsOf('chat.postEphemeral')]
    const outcome = said?.outcome

    expect(ack.payload).toEqual({})
    expect(outcome).toBe('ok')
    expect(await count('reminders')).toBe(1)
  })

  test('does not acknowledge what it could not record, and does it when it comes again', async () => {
    const mention = eventCallback('app_mention', { text: '<@UBOT1> reminder add Tea at:2026-12-01T10:00Z' })
    // Once before, so that the account is known.
    await here.far.sockets.send('slash_commands', typed('/help', ''))
    await here.database.store.pool.query('alter table audit rename to audit_away')
    const refused = here.far.sockets.send('events_api', mention, { timeoutMs: 1_000 })
    await expect(refused).rejects.toThrow('no acknowledgement')
    await here.database.store.pool.query('alter table audit_away rename to audit')
    const before = await count('reminders')
    await here.far.sockets.send('events_api', mention, { retry_attempt: 1, retry_reason: 'timeout' })

    expect(before).toBe(0)
    expect(await count('reminders')).toBe(1)
    expect(here.far.messages).toHaveLength(1)
  })

  test('completes what is typed in a select, and takes a form that was sent', async () => {
    const looked = await here.far.sockets.send('interactive', blockSuggestion('pick:group', 'narc'))
    const view = {
      id: 'V77',
      private_metadata: 'reminder add|',
      values: {
        text: { value: { value: 'Water the plants' } },
        at: { value: { value: '2026-12-01T10:00Z' } },
      },
    }
    const sent = await here.far.sockets.send('interactive', viewSubmission(view))
    const again = await here.far.sockets.send('interactive', viewSubmission(view))

    expect(array(looked.payload?.['options']).map((one) => object(one)['value'])).not.toEqual([])
    expect(sent.payload).toMatchObject({ response_action: 'update' })
    expect(JSON.stringify(sent.payload)).toContain('Water the plants')
    expect(again.payload).toEqual(sent.payload)
    expect(await count('reminders')).toBe(1)
  })
})

describe('stopping', () => {
  test('waits for the command in hand, closes both sockets, and opens none again', async () => {
    await slowInserts(here.database, 'reminders', 0.8)
    const late = typed('/reminder', 'add "In hand" at:2026-12-01T10:00Z')
    const id = here.far.sockets.sendWithoutWaiting('slash_commands', late)
    await insertSleeps(here.database)
    const opened = here.far.callsOf('apps.connections.open').length
    await here.adapter.stop()
    const acknowledged = here.far.sockets.acks.find((ack) => ack.envelope_id === id)

    expect(String(acknowledged?.payload?.['text'])).toContain('I will remind you')
    expect(here.far.sockets.open).toBe(0)
    expect(here.adapter.connected()).toBe(false)
    expect(here.far.callsOf('apps.connections.open')).toHaveLength(opened)
  })

  test('in the middle of coming back leaves no socket behind', async () => {
    here.far.fault('apps.connections.open', { kind: 'slow', ms: 500 }, 2)
    const before = here.far.callsOf('apps.connections.open').length
    here.far.sockets.drop()
    const calls = () => here.far.callsOf('apps.connections.open').slice(before)
    await expect.poll(() => calls().length).toBe(2)
    await here.adapter.stop()
    await expect.poll(() => calls().every(({ outcome }) => outcome === 'ok')).toBe(true)
    // An address that is known is a socket a few milliseconds later, if anybody still wants one.
    const seen: number[] = []
    for (const until = performance.now() + 300; performance.now() < until; ) {
      seen.push(here.far.sockets.open)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }

    expect(Math.max(...seen)).toBe(0)
    expect(here.adapter.connected()).toBe(false)
  })
})

describe('a start', () => {
  const log = createLog('silent')
  const start = (appToken: string) =>
    createSlack({
      host: here.bot,
      settings: { ...settings, ...socketMode, appToken, apiUrl: here.far.url },
      log,
    })

  test('with an app token that Slack refuses is refused, and says what to do', async () => {
    const adapter = await start('xapp-none')
    const failed = await adapter.start().catch((error: unknown) => error)
    await adapter.stop()

    expect(failed).toBeInstanceOf(StartError)
    expect(String(failed)).toContain('SLACK_APP_TOKEN (')
    expect(String(failed)).toContain('invalid_auth')
    expect(String(failed)).toContain('make an app-level token with the scope connections:write')
    expect(String(failed)).not.toContain('xapp-none')
  })

  test('while Slack has a bad moment is not a refusal: it comes when it can', async () => {
    here.far.sockets.refuse(1, 503)
    const adapter = await start('xapp-1')
    await adapter.start()
    await expect.poll(() => adapter.connected()).toBe(true)
    await adapter.stop()
  })
})
