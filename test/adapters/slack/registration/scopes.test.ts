import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { readInbound } from '../../../../adapters/slack/inbound/payload.ts'
import { manifest } from '../../../../adapters/slack/registration/manifest.ts'
import { features } from '../../../../commands/index.ts'

const folder = new URL('../../../../adapters/slack/', import.meta.url)

/** Which scopes a method of the Web API needs, by Slack's reference. */
const methodScopes: Readonly<Record<string, readonly string[]>> = {
  'auth.teams.list': [],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write', 'chat:write.public'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.open': ['im:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'oauth.v2.access': [],
  'usergroups.create': ['usergroups:write'],
  'usergroups.disable': ['usergroups:write'],
  'usergroups.enable': ['usergroups:write'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.update': ['usergroups:write'],
  // The address is what accounts are linked by.
  'users.info': ['users:read', 'users:read.email'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}

/** Which scopes an event needs to be subscribed to. */
const eventScopes: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  tokens_revoked: [],
  user_change: ['users:read'],
}

/** What a file is read with from where Slack keeps it, which is not a method. */
const fileScopes = ['files:read']

/** The adapter’s own code. */
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')

/** The methods that it calls; `files.uploadV2` of the SDK is two of them. */
function calledMethods(): readonly string[] {
  const called = source.matchAll(
    /\.((?:auth|chat|conversations|oauth|team|usergroups|users|views)\.[a-zA-Z0-9.]+)\(/g,
  )
  const uploads = source.includes('.files.uploadV2(')
    ? ['files.getUploadURLExternal', 'files.completeUploadExternal']
    : []
  return [...new Set([...[...called].map(([, method = '']) => method), ...uploads])].sort()
}

describe('what the bot asks for', () => {
  const { oauth_config, settings } = manifest(features, { url: undefined, prefix: '', many: false })
  const { bot_events } = settings.event_subscriptions

  test('every method that the code calls is known here with its scopes, and none that it does not', () => {
    expect(Object.keys(methodScopes).sort()).toEqual(calledMethods())
  })

  test('the scopes are those that methods, events and commands need, and no more', () => {
    const needed = [
      ...Object.values(methodScopes),
      ...Object.values(eventScopes),
      fileScopes,
      ['commands'],
    ].flat()
    expect([...oauth_config.scopes.bot].sort()).toEqual([...new Set(needed)].sort())
  })

  test('the events are those whose scopes are known', () => {
    expect([...bot_events].sort()).toEqual(Object.keys(eventScopes).sort())
  })

  test('every event that is subscribed to is understood', () => {
    const inner: Readonly<Record<string, object>> = {
      'message.im': { type: 'message', channel_type: 'im', channel: 'D1', text: 'help' },
      tokens_revoked: { type: 'tokens_revoked', tokens: { bot: ['U0'] } },
      user_change: { type: 'user_change', user: { id: 'U1' } },
    }
    const kindsOf = bot_events.map((type) => {
      const event = { type, user: 'U1', channel: 'C1', ...inner[type] }
      return readInbound({ type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event_time: 1, event })
        .kind
    })
    expect(kindsOf).not.toContain('ignored')
  })

  test('every event that would be understood is subscribed to', () => {
    const body = /function readEvent[\s\S]*?\n}\n/.exec(source)?.[0] ?? ''
    const known = [...body.matchAll(/case '([a-z_]+)':/g)].map(([, type = '']) =>
      type === 'message' ? 'message.im' : type,
    )
    expect(known.sort()).toEqual([...bot_events].sort())
  })
})
