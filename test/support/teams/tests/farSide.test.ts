import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { array, type Json, object } from '../../../../src/core/json.ts'
import { app, botId, guid } from '../far/defaults.ts'
import { type FarSide, startFarSide } from '../far/farSide.ts'
import { type Asking, asking, pathOf as at } from './asking.ts'

let far: FarSide
let bot: Asking

const team = '19:general@thread.tacv2'
const channel = '19:working-group@thread.tacv2'
const hello = { type: 'message', text: 'Hello' }

const call: Asking['call'] = (...asked) => bot.call(...asked)
const refusal = (status: number, code: string) => ({ status, body: { error: { code } } })

beforeAll(async () => {
  far = await startFarSide()
  far.addUser({ id: '29:1', name: 'Secretariat', email: 'secretariat@compact.example', aadObjectId: guid(1) })
  far.addUser({ id: '29:2', name: 'Guest', userRole: 'guest', aadObjectId: null })
  for (let number = 3; number <= 7; number++) far.addUser({ id: `29:${number}`, name: `Member ${number}` })
  far.addTeam({ id: team, name: 'Compact', members: ['29:1', '29:2', '29:3', '29:4', '29:5', '29:6'] })
  far.addChannel(team, { id: channel, name: 'Working group' })
  far.addChannel(team, { id: '19:closed@thread.tacv2', name: 'Closed', members: ['29:1'] })
  far.addGroupChat({ id: '19:chat@thread.v2', members: ['29:1', '29:7'] })
  far.personal('29:1')
  bot = await asking(far)
})
afterEach(() => {
  far.clear()
  far.targeting = 'supported'
})
afterAll(() => far.stop())

describe('the connector', () => {
  test('keeps what is said, changed and deleted, in a channel, a thread and a conversation of two', async () => {
    const top = await call('POST', at(channel), hello)
    const thread = `${channel};messageid=${top.body['id']}`
    const reply = await call('POST', at(thread, 'activities/00000000'), { ...hello, text: 'There' })
    await call('POST', at('a:11'), { ...hello, text: 'Here' })
    await call('POST', at('a:11'), { type: 'typing' })
    await call('PUT', at(thread, `activities/${reply.body['id']}`), { ...hello, text: 'Changed' })
    await call('DELETE', at('a:11', `activities/${far.messages[2]?.id}`))

    expect(far.messages).toMatchObject([
      { conversation: channel, id: top.body['id'], activity: hello },
      {
        conversation: channel,
        thread: top.body['id'],
        activity: { text: 'Changed' },
        updatedAt: expect.any(Date),
      },
      { conversation: 'a:11', deleted: true },
    ])
    expect(far.messages[0]).not.toHaveProperty('thread')
    expect(Number(reply.body['id'])).toBeGreaterThan(Number(top.body['id']))
    expect(far.callsOf('send')).toHaveLength(4)
    expect(far.callsOf('send')[3]).toMatchObject({
      method: 'POST',
      body: { type: 'typing' },
      status: 201,
      token: bot.token,
    })
    expect(await call('PUT', at('a:11', 'activities/9'), hello)).toMatchObject(
      refusal(404, 'ActivityNotFoundInConversation'),
    )
  })

  test.each([
    [404, 'ConversationNotFound', '19:none@thread.tacv2', hello],
    [400, 'BadSyntax', channel, { text: 'Hello' }],
    [413, 'MessageSizeTooBig', channel, { ...hello, text: 'x'.repeat(51_200) }],
  ])('refuses with %i %s', async (status, code, conversation, activity) => {
    expect(await call('POST', at(conversation), activity)).toMatchObject(refusal(status, code))
    expect(far.messages).toEqual([])
  })

  test('takes what is just not too big', async () => {
    expect(await call('POST', at(channel), { ...hello, text: 'x'.repeat(51_000) })).toMatchObject({
      status: 201,
    })
  })

  test('opens the conversation of two where the bot is installed, and threads of channels', async () => {
    const wanted = (member: string, change: Json = {}) => ({
      ...{ isGroup: false, bot: { id: botId() }, members: [{ id: member }], tenantId: app.tenant },
      ...{ channelData: { tenant: { id: app.tenant } }, ...change },
    })
    const opened = (body: Json) => call('POST', 'v3/conversations', body)

    expect(await opened(wanted('29:1'))).toMatchObject({ status: 201, body: { id: 'a:11' } })
    expect(await opened(wanted(guid(1)))).toMatchObject({ status: 201, body: { id: 'a:11' } })
    expect(await opened(wanted('29:3'))).toMatchObject(refusal(403, 'ForbiddenOperationException'))
    expect(await opened(wanted('29:9'))).toMatchObject({ status: 403 })
    expect(await opened(wanted('29:1', { tenantId: guid(9) }))).toMatchObject({ status: 403 })
    expect(await opened(wanted('29:1', { tenantId: undefined, channelData: {} }))).toMatchObject({
      status: 400,
    })
    const thread = await opened({ isGroup: true, channelData: { channel: { id: channel } }, activity: hello })
    const { id } = far.messages[0] ?? {}
    expect(thread).toMatchObject({ status: 201, body: { id: `${channel};messageid=${id}`, activityId: id } })
  })

  test('says something to one person alone, where the tenant has that', async () => {
    const only = `${at(channel)}?isTargetedActivity=true`
    const aimed = { ...hello, recipient: { id: '29:3' } }
    const response = await call('POST', only, aimed)
    const same = at(channel, `activities/${response.body['id']}`)

    expect(far.messages).toMatchObject([{ targetedTo: '29:3', activity: hello }])
    expect(await call('POST', only, hello)).toMatchObject(refusal(400, 'BadSyntax'))
    expect(await call('POST', only, { ...aimed, recipient: { id: '29:7' } })).toMatchObject({ status: 404 })
    expect(await call('PUT', same, aimed)).toMatchObject({ status: 404 })
    expect(await call('PUT', `${same}?isTargetedActivity=true`, aimed)).toMatchObject({ status: 200 })
    far.targeting = 403
    expect(await call('POST', only, aimed)).toMatchObject({ status: 403 })
    expect(await call('DELETE', `${same}?isTargetedActivity=true`)).toMatchObject({ status: 200 })
  })

  test('tells of members, page by page, and of teams', async () => {
    const pages: unknown[][] = []
    let next: unknown
    do {
      const query = new URLSearchParams({
        pageSize: '4',
        ...(next ? { continuationToken: String(next) } : {}),
      })
      const { body } = await call('GET', `${at(channel, 'pagedmembers')}?${query}`)
      pages.push(array(body['members']).map((one) => object(one)['id']))
      next = body['continuationToken']
    } while (next)

    expect(pages).toEqual([
      ['29:1', '29:2', '29:3', '29:4'],
      ['29:5', '29:6'],
    ])
    const one = await call('GET', at(team, `members/${encodeURIComponent('29:1')}`))
    expect(one.body).toEqual({
      ...{ id: '29:1', name: 'Secretariat', tenantId: app.tenant, userRole: 'user' },
      ...{ aadObjectId: guid(1), objectId: guid(1) },
      ...{ email: 'secretariat@compact.example', userPrincipalName: 'secretariat@compact.example' },
    })
    const guest = await call('GET', at(team, 'members/29:2'))
    expect(guest.body).toMatchObject({ userRole: 'guest' })
    expect(guest.body).not.toHaveProperty('aadObjectId')
    expect(await call('GET', at('19:closed@thread.tacv2', 'members/29:3'))).toMatchObject(
      refusal(404, 'MemberNotFoundInConversation'),
    )
    expect(await call('GET', at('19:chat@thread.v2', `members/${guid(1)}`))).toMatchObject({ status: 200 })
    expect((await call('GET', `v3/teams/${team}`)).body).toMatchObject({ name: 'Compact', channelCount: 3 })
    expect((await call('GET', `v3/teams/${team}/conversations`)).body['conversations']).toMatchObject([
      { id: team, name: null },
      { id: channel, name: 'Working group' },
      { type: 'private' },
    ])
    expect(await call('GET', 'v3/something')).toMatchObject({ status: 404 })
  })

  test('forgets who leaves, and where the bot was taken away or blocked', async () => {
    far.addTeam({ id: '19:other@thread.tacv2', name: 'Other', members: ['29:1', '29:3'] })
    const other = far.addChannel('19:other@thread.tacv2', { id: '19:o@thread.tacv2', name: 'O' })
    far.removeUser('29:3', '19:other@thread.tacv2')
    expect(await call('GET', at(other.id, 'members/29:3'))).toMatchObject({ status: 404 })
    far.removeBot('19:other@thread.tacv2')
    expect(await call('POST', at(other.id), hello)).toMatchObject(refusal(403, 'BotNotInConversationRoster'))
    far.remove('19:other@thread.tacv2')
    expect(await call('POST', at(other.id), hello)).toMatchObject(refusal(404, 'ConversationNotFound'))
    far.block('a:11')
    expect(await call('POST', at('a:11'), hello)).toMatchObject(refusal(403, 'MessageWritesBlocked'))
    far.block('a:11', false)
    expect(await call('POST', at('a:11'), hello)).toMatchObject({ status: 201 })
  })

  test('takes files', async () => {
    const headers = { 'content-range': 'bytes 0-4/5' }
    const put = await fetch(far.uploadUrl('a b.ics'), { method: 'PUT', headers, body: 'BEGIN' })

    expect(put.status).toBe(201)
    expect(far.uploads.get('a b.ics')).toEqual({ content: 'BEGIN', range: 'bytes 0-4/5' })
  })
})
