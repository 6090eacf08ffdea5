import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { botScopes } from '../../../../adapters/slack/registration/manifest.ts'
import { beginInstall, comeBack } from '../../../support/slack/browser.ts'
import { type Emulated, startEmulator } from '../../../support/slack/emulated.ts'
import { type EmulatedBot, startEmulatedBot } from '../../../support/slack/emulatedBot.ts'
import { oauth } from '../../../support/slack/installed.ts'
import { array, type Json, object } from '../../../support/slack/payloads.ts'
import { signingSecret } from '../../../support/slack/world.ts'

// Version 0.12.2 of the emulator has no way to subscribe to events, and sends neither slash commands nor
// interactions: what Slack would tell of the emulator's world is signed and sent from here.
const member = 'xoxp-cted'
let emulated: Emulated
let bot: EmulatedBot

const passed = (method: string) => emulated.passed.filter((one) => one.method === method)

/** What stands in the direct conversation, as the member reads it: the newest first. */
async function history(): Promise<readonly Json[]> {
  return array(
    (await emulated.call(member, 'conversations.history', { channel: bot.direct }))['messages'],
  ).map(object)
}

beforeAll(async () => {
  emulated = await startEmulator({
    team: { name: 'Compact', domain: 'compact' },
    signing_secret: signingSecret,
    strict_scopes: true,
    users: [
      { name: 'cted', real_name: 'CTED', email: 'focal.cted@compact.example' },
      { name: 'secretariat', real_name: 'Secretariat', email: 'secretariat@compact.example' },
    ],
    oauth_apps: [
      {
        client_id: oauth.clientId,
        client_secret: oauth.clientSecret,
        app_id: 'A1',
        name: 'Rapporteur',
        redirect_uris: [`${oauth.publicUrl}/slack/oauth_redirect`],
        scopes: [...botScopes],
        bot_id: 'B1',
        bot_user_id: 'UBOT1',
        bot_name: 'rapporteur',
      },
    ],
    tokens: [{ token: member, type: 'user', user: 'cted', app_id: 'A1' }],
  })
  bot = await startEmulatedBot(emulated, member)
})
afterAll(async () => {
  await bot?.stop()
  await emulated?.stop()
})

describe('against the Slack of the npm package emulate', () => {
  test('before it is installed, it says so', async () => {
    expect((await bot.command('/help', '')).text).toContain('I am not installed in this workspace')
  })

  test('is installed through the pages of both sides', async () => {
    const begun = await beginInstall(bot.base)
    const chooser = await (await fetch(begun.link)).text()
    const form =
      chooser.split('<form').find((one) => one.includes(`name="user_id" value="${bot.user}"`)) ?? ''
    const fields = new URLSearchParams()
    for (const [, name = '', value = ''] of form.matchAll(/name="([^"]*)" value="([^"]*)"/g)) {
      fields.set(name, value)
    }
    const chosen = await fetch(new URL('/oauth/v2/authorize/callback', begun.link), {
      method: 'POST',
      body: fields,
      redirect: 'manual',
    })
    const back = new URL(chosen.headers.get('location') ?? '')
    expect(`${back.origin}${back.pathname}`).toBe(`${oauth.publicUrl}/slack/oauth_redirect`)
    const page = await comeBack(bot.base, Object.fromEntries(back.searchParams), begun.cookie)
    expect(page.html).toContain('Rapporteur is installed')
    const [given] = passed('oauth.v2.access')
    expect(given?.answer).toMatchObject({ ok: true, bot_user_id: 'UBOT1', scope: botScopes.join(',') })
    // A code is good once.
    expect((await comeBack(bot.base, Object.fromEntries(back.searchParams), begun.cookie)).status).toBe(400)
  })

  test('a slash command is answered for the person whose address Slack knows', async () => {
    const { status, text } = await bot.command('/profile', 'show')
    expect(status).toBe(200)
    expect(text).toContain('You are CTED focal point')
    const [asked] = passed('users.info')
    expect(asked?.answer).toMatchObject({ ok: true, user: { id: bot.user } })
    expect(asked?.token).toBe(passed('oauth.v2.access')[0]?.answer['access_token'])
  })

  test('a form is opened, and what is sent with it is done', async () => {
    expect((await bot.command('/reminder', 'add "Send the agenda"')).status).toBe(200)
    await expect.poll(() => passed('views.open').length).toBe(1)
    const [opened] = passed('views.open')
    expect(opened?.answer).toMatchObject({ ok: true, view: { type: 'modal', app_id: 'A1' } })
    const last = passed('views.update').at(-1) ?? opened
    const { id, private_metadata, callback_id } = object(last?.answer['view'])
    const values = {
      text: { text: { type: 'plain_text_input', value: 'Send the agenda' } },
      at: { day: { type: 'datepicker', selected_date: '2026-11-21' } },
      'at~time': { time: { type: 'timepicker', selected_time: '09:30' } },
    }
    const sent = await bot.submit({ id, private_metadata, callback_id, values })
    expect(sent.json).toEqual({ response_action: 'clear' })
    await expect.poll(async () => (await bot.command('/reminder', 'list')).text).toContain('Send the agenda')
  })

  test('a button does what it says', async () => {
    const added = await bot.command('/reminder', 'add "To be cancelled" at:2026-11-22T14:00Z')
    expect((await bot.press(added.json, 'Undo: cancel it')).status).toBe(200)
    await expect
      .poll(async () => (await bot.command('/reminder', 'list')).text)
      .not.toContain('To be cancelled')
  })

  test('a direct message that stands in the conversation is answered there', async () => {
    const body = await emulated.call(member, 'chat.postMessage', {
      channel: bot.direct,
      text: 'reminder list',
    })
    const { text, ts } = object(body['message'])
    expect((await bot.tell('message_im', { channel: bot.direct, user: bot.user, text, ts })).status).toBe(200)
    const [answer, question] = await history()
    expect(question).toMatchObject({ user: bot.user, text: 'reminder list' })
    expect(answer).toMatchObject({ user: 'UBOT1', text: expect.stringContaining('Send the agenda') })
    expect(array(answer?.['blocks']).length).toBeGreaterThan(0)
  })

  test('a reminder comes as a direct message when its moment has come', async () => {
    await bot.turn('2026-11-21T14:29:00Z')
    const before = (await history()).length
    await bot.turn('2026-11-21T14:30:30Z')
    const there = await history()
    expect(there).toHaveLength(before + 1)
    expect(there[0]).toMatchObject({ user: 'UBOT1', text: expect.stringContaining('Send the agenda') })
  })

  test('the home tab is published for who opens it', async () => {
    expect(
      (await bot.tell('app_home_opened', { user: bot.user, channel: bot.direct, tab: 'home' })).status,
    ).toBe(200)
    await expect.poll(() => passed('views.publish').length).toBeGreaterThan(0)
    const [published] = passed('views.publish')
    expect(published?.args['user_id']).toBe(bot.user)
    expect(published?.answer).toMatchObject({ ok: true, view: { type: 'home', app_id: 'A1' } })
  })

  test('no call was refused for want of a scope', () => {
    const refused = emulated.passed.filter(({ answer }) => answer['ok'] !== true)
    expect(refused.map(({ method, answer }) => [method, answer['error']])).toEqual([])
  })
})
