import { describe, expect, test } from 'vitest'

import { array, object } from '../../../../src/core/json.ts'
import { app, botId, nowhere, otherTenant, places } from '../../../support/teams/far/defaults.ts'
import { message, messageReaction, slash, submitted, typing } from '../../../support/teams/sent/activities.ts'
import {
  channelChanged,
  installationUpdate,
  membersAdded,
  membersRemoved,
  teamChanged,
} from '../../../support/teams/sent/conversationEvents.ts'
import {
  cardAction,
  composeAction,
  fileConsent,
  messageAction,
  search,
  submitAction,
  taskFetch,
  taskSubmit,
} from '../../../support/teams/sent/invokes.ts'

const cted = { id: '29:cted', name: 'CTED focal point', timezone: 'America/New_York', locale: 'fr-FR' }
const winter = new Date('2026-11-21T12:00:00Z')

describe('a message', () => {
  test('of two says who, where and when', () => {
    const body = message('help', { user: cted, at: winter })

    expect(body).toMatchObject({
      ...{ type: 'message', channelId: 'msteams', serviceUrl: nowhere, text: 'help', locale: 'fr-FR' },
      ...{ timestamp: '2026-11-21T12:00:00.000Z', localTimestamp: '2026-11-21T07:00:00.000-05:00' },
      ...{ localTimezone: 'America/New_York', recipient: { id: `28:${app.id}`, name: 'Rapporteur' } },
      from: { id: '29:cted', name: 'CTED focal point' },
      conversation: { conversationType: 'personal', id: 'a:1cted', tenantId: app.tenant },
      channelData: { tenant: { id: app.tenant } },
    })
    expect(body['from']).not.toHaveProperty('aadObjectId')
    expect(array(body['entities'])).toMatchObject([{ type: 'clientInfo', timezone: 'America/New_York' }])
  })

  test('of a channel mentions the bot and others, and stands in a thread', () => {
    const body = message('rooms <at>CTED focal point</at>', {
      where: 'channel',
      mentions: [cted],
      thread: '17',
    })

    expect(body['text']).toBe('<at>Rapporteur</at>&nbsp;rooms <at>CTED focal point</at>')
    expect(body['entities']).toMatchObject([
      { type: 'mention', mentioned: { id: botId() }, text: '<at>Rapporteur</at>' },
      { type: 'mention', mentioned: { id: '29:cted' }, text: '<at>CTED focal point</at>' },
      { type: 'clientInfo' },
    ])
    expect(body['conversation']).toMatchObject({ id: `${places.channel};messageid=17`, isGroup: true })
    expect(body['channelData']).toMatchObject({ teamsTeamId: places.team, channel: { id: places.channel } })
    const top = message('help', { where: 'channel', id: '18' })
    expect(object(top['conversation'])['id']).toBe(`${places.channel};messageid=18`)
  })

  test('of a group chat, after a slash, or of a button', () => {
    const chat = message('help', { where: 'groupChat', tenant: otherTenant })
    const behind = slash('help', { where: 'groupChat' })
    const pressed = submitted({ verb: 'press' }, { replyTo: '12' })

    expect(chat['conversation']).toMatchObject({ id: places.groupChat, tenantId: otherTenant })
    expect(behind).toMatchObject({ text: 'help', recipient: { id: botId(), isTargeted: true } })
    expect(pressed).toMatchObject({ type: 'message', value: { verb: 'press' }, replyToId: '12' })
    expect(pressed).not.toHaveProperty('text')
  })

  test('is changed as wanted, and each has an id of its own', () => {
    const change = { from: { aadObjectId: undefined }, channelData: { tenant: { id: 'x' } }, text: undefined }
    const body = message('help', { change })

    expect(body['from']).not.toHaveProperty('aadObjectId')
    expect(body).not.toHaveProperty('text')
    expect(body['channelData']).toEqual({ tenant: { id: 'x' } })
    expect(message('help')['id']).not.toBe(body['id'])
  })
})

test.each([
  [
    'adaptiveCard/action',
    cardAction({ verb: 'press', b: '1' }),
    { action: { type: 'Action.Execute', verb: 'press' } },
  ],
  [
    'adaptiveCard/action',
    cardAction({}, { verb: 'refresh', trigger: 'automatic' }),
    { trigger: 'automatic' },
  ],
  ['task/fetch', taskFetch({ b: '1' }), { data: { b: '1' }, context: { theme: 'default' } }],
  ['task/submit', taskSubmit({ 'f.title': 'A' }), { data: { 'f.title': 'A' } }],
  ['application/search', search('pick:group', 'wo'), { dataset: 'pick:group', queryText: 'wo' }],
  [
    'composeExtension/fetchTask',
    messageAction('update', { html: '<p>A</p>', link: 'https://teams.example/1' }),
    {
      ...{ commandId: 'update', commandContext: 'message' },
      messagePayload: {
        body: { contentType: 'html', content: '<p>A</p>' },
        linkToMessage: 'https://teams.example/1',
      },
    },
  ],
  ['composeExtension/fetchTask', composeAction('update'), { commandContext: 'compose' }],
  [
    'composeExtension/submitAction',
    submitAction('update', { a: '1' }),
    { commandId: 'update', data: { a: '1' } },
  ],
  [
    'fileConsent/invoke',
    fileConsent('accept', { n: 1 }),
    { action: 'accept', uploadInfo: { fileType: 'ics' } },
  ],
  ['fileConsent/invoke', fileConsent('decline', { n: 1 }), { action: 'decline', context: { n: 1 } }],
])('%s asks with what Teams sends', (name, built, value) => {
  expect(built).toMatchObject({ type: 'invoke', name, value, channelId: 'msteams' })
})

test.each([
  [installationUpdate('add'), { type: 'installationUpdate', action: 'add' }],
  [membersAdded(), { type: 'conversationUpdate', membersAdded: [{ id: botId() }] }],
  [membersAdded([cted], { where: 'channel' }), { channelData: { eventType: 'teamMemberAdded' } }],
  [membersRemoved([], { where: 'channel' }), { membersRemoved: [{ id: botId() }] }],
  [
    channelChanged('channelDeleted'),
    { channelData: { channel: { id: places.channel, name: 'Working group' } } },
  ],
  [
    teamChanged('teamDeleted'),
    {
      conversation: { id: places.team },
      channelData: { eventType: 'teamDeleted', team: { id: places.team } },
    },
  ],
  [messageReaction(['like'], { replyTo: '12' }), { reactionsAdded: [{ type: 'like' }], replyToId: '12' }],
  [typing(), { type: 'typing' }],
])('what happens is told as Teams tells it: %#', (built, expected) => {
  expect(built).toMatchObject(expected)
  expect(JSON.stringify(built)).not.toContain('undefined')
})
