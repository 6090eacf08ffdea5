import { connect } from 'node:net'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { type Json, slashCommandFields, sslCheck, urlVerification } from '../../support/slack/payloads.ts'
import { event, type Sending, sign, slashCommand } from '../../support/slack/signed.ts'
import { type SlackWorld, signingSecret, slackWorld } from '../../support/slack/world.ts'

const second = 'the-next-signing-secret'

let here: SlackWorld
beforeEach(async () => {
  here = await slackWorld({ signingSecrets: [signingSecret, second] })
})
afterEach(() => here.end())

/** A command that leaves something behind, sent so or so. */
function add(sending: Partial<Sending> = {}) {
  const fields = slashCommandFields('/reminder', 'add Tea at:2026-12-01T10:00Z')
  return slashCommand(here.base, fields, { secret: signingSecret, at: here.clock.now(), ...sending })
}

/** The moment so many seconds from now, by the bot's clock. */
function moment(seconds: number): Date {
  return new Date(here.clock.now().getTime() + seconds * 1000)
}

async function reminders(): Promise<number> {
  const found = await here.database.store.pool.query('select 1 from reminders')
  return found.rows.length
}

/** That it still works after whatever it was sent. */
async function works(): Promise<void> {
  const answered = await here.command('/reminder', 'list')
  expect(answered.status).toBe(200)
}

describe('a request that Slack did not sign', () => {
  const cases: readonly (readonly [string, () => Partial<Sending>])[] = [
    ['without a signature', () => ({ signature: null })],
    ['with an empty one', () => ({ signature: '' })],
    ['with one of the right length that is wrong', () => ({ signature: `v0=${'0'.repeat(64)}` })],
    ['with one of another secret', () => ({ secret: 'not-ours' })],
    ['with one of an empty secret', () => ({ secret: '' })],
    ['with the signature of another body', () => ({ signature: other() })],
    ['without a time', () => ({ timestamp: '' })],
    ['with a time that is not a number', () => ({ timestamp: '1e9' })],
    ['of five minutes ago and more', () => ({ at: moment(-301) })],
    ['of a minute to come and more', () => ({ at: moment(62) })],
  ]

  function other(): string {
    const at = String(Math.floor(here.clock.now().getTime() / 1000))
    return sign(signingSecret, 'another body', at)['x-slack-signature'] ?? ''
  }

  test.each(cases)('%s is refused, and nothing is done', async (_name, sending) => {
    const answered = await add(sending())

    expect(answered.status).toBe(401)
    expect(await reminders()).toBe(0)
    // What was wrong is for the log; who asks learns nothing of it.
    expect(answered.text).toBe('The request is not signed by Slack.')
    expect(here.log.some((line) => line.includes('was refused'))).toBe(true)
    expect(here.log.join('\n')).not.toContain(signingSecret)
  })
})

describe('a request that Slack signed', () => {
  function json(body: Json): Partial<Sending> {
    return { contentType: 'application/json', body: JSON.stringify(body) }
  }

  const cases: readonly (readonly [string, () => Partial<Sending>])[] = [
    ['almost five minutes ago', () => ({ at: moment(-299) })],
    ['by a clock that is a little ahead', () => ({ at: moment(59) })],
    ['with the second of two secrets', () => ({ secret: second })],
    ['as a form with a charset', () => ({ contentType: 'application/x-www-form-urlencoded; charset=utf-8' })],
    ['as a form in capitals', () => ({ contentType: 'Application/X-WWW-Form-Urlencoded;charset=UTF-8' })],
  ]

  test.each(cases)('%s is taken', async (_name, sending) => {
    const answered = await add(sending())

    expect(answered.status).toBe(200)
    expect(answered.json?.['text']).toContain('I will remind you')
    expect(await reminders()).toBe(1)
  })

  test('and somebody repeats acts once', async () => {
    const fields = slashCommandFields('/reminder', 'add Tea at:2026-12-01T10:00Z')
    const sending = { secret: signingSecret, at: here.clock.now() }
    const first = await slashCommand(here.base, fields, sending)
    const again = await slashCommand(here.base, fields, sending)

    expect(again.json?.['text']).toBe(first.json?.['text'])
    expect(await reminders()).toBe(1)
  })

  const odd: readonly (readonly [string, Partial<Sending>])[] = [
    ['JSON that is cut off', { contentType: 'application/json', body: '{"type":"event_callback","event":{' }],
    ['JSON that is not an object', { contentType: 'application/json', body: '[1]' }],
    ['JSON that is null', { contentType: 'application/json', body: 'null' }],
    ['nothing', { contentType: 'application/json', body: '' }],
    ['a form whose payload is cut off', { body: 'payload=%7B%22type%22' }],
    ['bytes of no meaning', { contentType: 'application/octet-stream', body: '\u0000\uffff' }],
  ]

  test.each(odd)('but that holds %s is a bad request, and the next one works', async (_name, sending) => {
    const answered = await add(sending)

    expect(answered.status).toBe(400)
    expect(answered.text).not.toContain('    at ')
    await works()
  })

  const strange: readonly (readonly [string, Partial<Sending>])[] = [
    ['an event of no kind', { contentType: 'application/json', body: '{}' }],
    ['a payload of no kind', { body: 'payload=%7B%7D' }],
    [
      'a kind of event that is new',
      json({ type: 'event_callback', team_id: 'T1', event: { type: 'new_thing' } }),
    ],
    ['a kind of payload that is new', json({ type: 'new_thing', team: { id: 'T1' }, user: { id: 'U1' } })],
    [
      'names that every object has',
      { contentType: 'application/json', body: '{"__proto__":{"command":"/x"}}' },
    ],
  ]

  test.each(strange)('but that holds %s is taken and left alone', async (_name, sending) => {
    const answered = await add(sending)

    expect(answered.status).toBe(200)
    expect(answered.text).toBe('')
    expect(await reminders()).toBe(0)
    await works()
  })

  test.each([
    ['an event that is a number', { type: 'event_callback', event: 7 }],
    ['a shortcut of nobody', { type: 'shortcut' }],
    ['a press of nothing', { type: 'block_actions', actions: 'none', user: null, team: [] }],
  ])('but that holds %s does nothing, and the next one works', async (_name, body) => {
    const answered = await add(json(body))

    expect(answered.text).toBe('')
    expect(here.far.messages).toEqual([])
    await works()
  })

  test('but that is longer than 1 MB is too large, and the next one works', async () => {
    const answered = await add({ body: `text=${'x'.repeat(1024 * 1024)}` })
    const fits = await add({ body: `text=${'x'.repeat(1024 * 1024 - 10)}` })

    expect(answered.status).toBe(413)
    expect(fits.status).toBe(200)
    await works()
  })

  test('but that ends before its last byte harms nobody', async () => {
    const { hostname, port } = new URL(here.base)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    const head =
      'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100'
    await new Promise<void>((resolve) => socket.write(`${head}\r\n\r\n{"type":`, () => resolve()))
    socket.resetAndDestroy()

    await works()
  })
})

describe('Slack’s own questions', () => {
  test('whether the certificate is good is answered without a signature, and nothing is done', async () => {
    const answered = await slashCommand(here.base, sslCheck(), { secret: 'none', signature: null })
    const with_ = { ...slashCommandFields('/reminder', 'add Tea at:2026-12-01T10:00Z'), ...sslCheck() }
    const smuggled = await slashCommand(here.base, with_, { secret: 'none', signature: null })

    const body = `ssl_check=1&${'a=b&'.repeat(2_000)}`
    const long = await slashCommand(here.base, sslCheck(), { secret: 'none', signature: null, body })

    expect([answered.status, smuggled.status, long.status]).toEqual([200, 200, 401])
    expect([answered.text, smuggled.text]).toEqual(['', ''])
    expect(await reminders()).toBe(0)
  })

  test('whether the address is ours is answered where it is signed, and only there', async () => {
    const asked = urlVerification('a-challenge')
    const signed = await event(here.base, asked, { secret: signingSecret, at: here.clock.now() })
    const unsigned = await event(here.base, asked, { secret: signingSecret, signature: null })

    expect(signed.status).toBe(200)
    expect(signed.json).toEqual({ challenge: 'a-challenge' })
    expect(unsigned.status).toBe(401)
    expect(unsigned.text).not.toContain('a-challenge')
  })
})
