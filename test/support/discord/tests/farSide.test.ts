import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { settableClock } from '../../../../src/core/clock.ts'
import { app, places } from '../far/defaults.ts'
import { type FarSide, startFarSide } from '../far/farSide.ts'
import { bornAt } from '../far/snowflake.ts'
import { openApi } from '../rules/openapi.ts'
import { populate, users } from '../world/people.ts'
import { type Asking, asking, saying } from './asking.ts'

const now = new Date('2026-11-21T12:00:00Z')
const clock = settableClock(now)
const channel = `/channels/${places.channel}/messages`
const person = users.cted.id
const refusal = (status: number, code: number) => ({ status, body: { code } })

let far: FarSide
let call: Asking

beforeAll(async () => {
  far = await startFarSide({ clock })
  populate(far)
  call = asking(far)
})
afterEach(() => {
  far.clear()
  far.messages.length = 0
  far.allow(places.channel, 'write')
  far.returnBot(places.guild)
  far.closeDirect(person, false)
  clock.set(now)
})
afterAll(() => far.stop())

describe('messages', () => {
  test('are said, read, changed and taken away; all of it is written down', async () => {
    const response = await call('POST', channel, saying('Hello'))
    const id = String(response.body['id'])

    expect(response).toMatchObject({
      status: 200,
      body: { content: 'Hello', author: { id: app.id }, flags: 0 },
    })
    expect(bornAt(id)).toEqual(now)
    expect(await call('PATCH', `${channel}/${id}`, saying('Good-bye'))).toMatchObject({ status: 200 })
    expect(await call('GET', `${channel}/${id}`)).toMatchObject({ body: { content: 'Good-bye' } })
    expect(far.messages).toMatchObject([{ id, channel: places.channel, body: { content: 'Good-bye' } }])
    expect(await call('DELETE', `${channel}/${id}`)).toMatchObject({ status: 204 })
    expect(far.messages).toEqual([])
    expect(await call('PATCH', `${channel}/${id}`, saying('Late'))).toMatchObject(refusal(404, 10_008))
    expect(far.calls.map(({ kind, status }) => [kind, status])).toEqual([
      ...[
        ['send', 200],
        ['edit', 200],
        ['read', 200],
        ['delete', 204],
        ['edit', 404],
      ],
    ])
    expect(far.problems).toEqual([])
  })

  test('with the same nonce are one, in one channel and for some minutes', async () => {
    const nonced = saying('Once', { nonce: 'abc', enforce_nonce: true })
    const first = await call('POST', channel, nonced)
    const again = await call('POST', channel, nonced)
    await call('POST', `/channels/${places.thread}/messages`, nonced)
    await call('POST', channel, saying('Not enforced', { nonce: 'abc' }))

    expect(again.body['id']).toBe(first.body['id'])
    expect(far.messages).toHaveLength(3)
    clock.set(new Date('2026-11-21T12:06:00Z'))
    await call('POST', channel, nonced)
    expect(far.messages).toHaveLength(4)
  })

  test('bring files in a form', async () => {
    const files = { 'meeting.ics': 'BEGIN:VCALENDAR' }
    const response = await call('POST', channel, saying('Here', { attachments: [{ id: '0' }] }), { files })

    expect(response).toMatchObject({ status: 200, body: { attachments: [{ filename: 'meeting.ics' }] } })
    expect(far.messages[0]?.files).toEqual([
      { name: 'meeting.ics', mediaType: 'text/calendar', content: 'BEGIN:VCALENDAR' },
    ])
    expect(far.problems).toEqual([])
  })

  test('of others are read and not changed', async () => {
    const { id } = far.write(person, places.channel, `Hello <@${users.interpol.id}>`)

    expect(await call('GET', `${channel}/${id}`)).toMatchObject({
      body: { author: { id: person }, mentions: [{ id: users.interpol.id }] },
    })
    expect(await call('PATCH', `${channel}/${id}`, saying('Mine'))).toMatchObject(refusal(403, 50_005))
  })

  test.skipIf(openApi === undefined)('that Discord would not take are refused and noted', async () => {
    expect(await call('POST', channel, saying('x'.repeat(2_001)))).toMatchObject(refusal(400, 50_035))
    expect(await call('POST', channel, saying(''))).toMatchObject(refusal(400, 50_006))
    expect(await call('POST', channel, saying('x', { nonce: 'x'.repeat(26) }))).toMatchObject(
      refusal(400, 50_035),
    )
    expect(far.messages).toEqual([])
    expect(far.problems.length).toBeGreaterThanOrEqual(3)
  })

  test('that may ring somebody are taken and noted', async () => {
    expect(await call('POST', channel, { content: 'Hello' })).toMatchObject({ status: 200 })
    expect(far.problems).toEqual([`POST ${channel}: mentions that ring`])
  })

  test('are wanted of a bot that names itself', async () => {
    expect(await call('POST', channel, saying('Hello'), { agent: 'node' })).toMatchObject(
      refusal(403, 40_333),
    )
    expect(far.problems).toHaveLength(1)
  })
})

describe('channels', () => {
  test.each([
    ['which the bot does not see', 'none', 403, 50_001],
    ['where it may not write', 'read', 403, 50_013],
  ] as const)('%s take nothing', async (_name, access, status, code) => {
    far.allow(places.channel, access)

    expect(await call('POST', channel, saying('Hello'))).toMatchObject(refusal(status, code))
  })

  test('of a server without the bot take nothing, and those that are gone neither', async () => {
    far.removeBot(places.guild)
    expect(await call('POST', channel, saying('Hello'))).toMatchObject(refusal(403, 50_001))
    far.returnBot(places.guild)
    far.addChannel(places.guild, { id: '1310000000000000109', name: 'gone' })
    far.removeChannel('1310000000000000109')

    expect(await call('POST', '/channels/1310000000000000109/messages', saying('Hello'))).toMatchObject(
      refusal(404, 10_003),
    )
  })

  test('of two are one for each user, and take nothing where they are closed', async () => {
    const open = () => call('POST', '/users/@me/channels', { recipient_id: person })
    const { body } = await open()
    const direct = `/channels/${String(body['id'])}/messages`

    expect((await open()).body['id']).toBe(body['id'])
    expect(await call('POST', direct, saying('Hello'))).toMatchObject({ status: 200 })
    far.closeDirect(person)
    expect(await call('POST', direct, saying('Hello'))).toMatchObject(refusal(403, 50_007))
    far.closeDirect(person, false)
    far.removeBot(places.guild)
    expect(await call('POST', direct, saying('Hello'))).toMatchObject(refusal(403, 50_278))
    expect(await call('POST', '/users/@me/channels', { recipient_id: '1310000000000000999' })).toMatchObject(
      refusal(400, 50_033),
    )
  })
})
