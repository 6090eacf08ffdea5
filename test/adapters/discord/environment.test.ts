import { readFileSync } from 'node:fs'

import { PermissionFlagsBits, PermissionsBitField } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { readDiscord } from '../../../adapters/discord/environment.ts'
import { configOf, servedBy, settingsRefused } from '../../support/config.ts'

const id = '123456789012345678'
const other = '223456789012345678'
const home = '323456789012345678'
const key = 'ab'.repeat(32)
const token = tokenOf(id)

type Settings = Readonly<Record<string, string>>
const right: Settings = { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: id }

/** A token in the form of Discord’s: whose it is, when, and the secret. */
function tokenOf(user: string): string {
  return `${Buffer.from(user).toString('base64').replaceAll('=', '')}.GaBcDe.not-a-real-secret-0123456789`
}

function discordOf(env: Settings) {
  return readDiscord(env).settings
}

describe('settings of Discord that are right', () => {
  test('none at all serve no Discord', () => {
    expect(configOf({})).toMatchObject({ platforms: [], serves: false, trial: true, hints: [] })
    expect(servedBy({ DISCORD_GUILDS: home })).toEqual([])
    expect(servedBy(right)).toEqual(['discord'])
  })

  test('a token and an application id serve by the gateway, in every server', () => {
    expect(configOf(right)).toMatchObject({ serves: true, trial: false, hints: [] })
    expect(discordOf(right)).toEqual({
      token,
      applicationId: id,
      publicKey: undefined,
      apiUrl: 'https://discord.com/api',
      guilds: [],
      commandGuild: undefined,
    })
  })

  test('with a public key interactions come by HTTP', () => {
    expect(discordOf({ ...right, DISCORD_PUBLIC_KEY: key.toUpperCase() })?.publicKey).toBe(key)
  })

  test('servers in which the bot may be used, and the one with the commands', () => {
    const some = { ...right, DISCORD_GUILDS: `${home}, ${other}`, DISCORD_COMMAND_GUILD: home }
    expect(discordOf(some)).toMatchObject({ guilds: [home, other], commandGuild: home })
    expect(discordOf({ ...right, DISCORD_COMMAND_GUILD: home })).toMatchObject({
      guilds: [],
      commandGuild: home,
    })
  })

  test.each([
    ['https://discord.example.org/api/', 'https://discord.example.org/api'],
    ['https://discord.example.org/api/v10/', 'https://discord.example.org/api'],
    ['http://127.0.0.1:4010/api', 'http://127.0.0.1:4010/api'],
    ['http://[::1]:4010/api/v10', 'http://[::1]:4010/api'],
  ])('another address than Discord’s own, %s', (url, read) => {
    expect(discordOf({ ...right, DISCORD_API_URL: url })?.apiUrl).toBe(read)
  })

  test('a token that looks like another app’s is hinted at, and tried', () => {
    const odd = configOf({ ...right, DISCORD_TOKEN: tokenOf(other) })
    expect(discordOf({ ...right, DISCORD_TOKEN: tokenOf(other) })?.token).toBe(tokenOf(other))
    expect(odd.hints).toEqual([expect.stringContaining('seem to belong to two apps')])
    expect(configOf({ ...right, DISCORD_TOKEN: 'no-form-at-all' }).hints).toEqual([])
  })

  test('a trial of Teams, which lets everybody in, does not stand beside Discord', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }
    expect(() => configOf({ TEAMS_LOCAL: '1', ...right })).toThrow(
      /TEAMS_LOCAL .* stands alone: .* of Discord\./,
    )
    expect(() => configOf({ TEAMS_LOCAL: '1', ...right, ...slack })).toThrow(/of Slack and Discord\./)
  })
})

describe('settings of Discord that are missing, wrong or contradict each other', () => {
  const cases: readonly (readonly [string, Settings, readonly string[]])[] = [
    [
      'no token',
      { DISCORD_APPLICATION_ID: id },
      ['DISCORD_TOKEN is missing', '“Bot”', 'Developer Portal', 'Reset Token'],
    ],
    [
      'no application id',
      { DISCORD_TOKEN: token },
      ['DISCORD_APPLICATION_ID is missing', 'General Information', 'Developer Portal'],
    ],
    [
      'an application id that is none',
      { ...right, DISCORD_APPLICATION_ID: 'rapporteur' },
      ['DISCORD_APPLICATION_ID: give the Application ID from “General Information”'],
    ],
    [
      'a public key for the token',
      { ...right, DISCORD_TOKEN: key },
      ['DISCORD_TOKEN is a public key', 'DISCORD_PUBLIC_KEY', 'Reset Token'],
    ],
    ['an id for the token', { ...right, DISCORD_TOKEN: other }, ['DISCORD_TOKEN is an id', 'Reset Token']],
    [
      'a client secret for the token',
      { ...right, DISCORD_TOKEN: 'a1B2'.repeat(8) },
      ['DISCORD_TOKEN is a client secret', 'Reset Token'],
    ],
    [
      'a token with the word before it',
      { ...right, DISCORD_TOKEN: `Bot ${token}` },
      ['DISCORD_TOKEN begins with “Bot ”', 'remove that word'],
    ],
    [
      'a token in two pieces',
      { ...right, DISCORD_TOKEN: `${token.slice(0, 20)}\n${token.slice(20)}` },
      ['DISCORD_TOKEN contains a space', 'in one piece'],
    ],
    [
      'a public key that is none',
      { ...right, DISCORD_PUBLIC_KEY: token },
      ['DISCORD_PUBLIC_KEY: give the Public Key from “General Information”', '64'],
    ],
    [
      'an address that anybody can listen at',
      { ...right, DISCORD_API_URL: 'http://discord.example.org/api' },
      ['DISCORD_API_URL: give an https address such as https://discord.com/api'],
    ],
    [
      'an address that is none',
      { ...right, DISCORD_API_URL: 'discord.example.org' },
      ['DISCORD_API_URL: give a web address such as https://discord.com/api'],
    ],
    [
      'servers that are none',
      { ...right, DISCORD_GUILDS: `${home},The Compact` },
      ['DISCORD_GUILDS: give', 'Copy Server ID'],
    ],
    [
      'two servers for the commands',
      { ...right, DISCORD_COMMAND_GUILD: `${home},${other}` },
      ['DISCORD_COMMAND_GUILD: give the id of one server', 'Copy Server ID'],
    ],
    [
      'commands in a server in which the bot may not be used',
      { ...right, DISCORD_GUILDS: other, DISCORD_COMMAND_GUILD: home },
      ['DISCORD_COMMAND_GUILD names a server', 'DISCORD_GUILDS'],
    ],
  ]

  test.each(cases)('%s is one sentence that says what to do, and repeats no value', (_name, env, words) => {
    const text = settingsRefused(env)

    expect(text.split('\n').slice(1)).toHaveLength(1)
    for (const word of words) expect(text).toContain(word)
    for (const value of [id, other, home, key, token, 'a1B2', 'example.org', 'The Compact', 'rapporteur']) {
      expect(text).not.toContain(value)
    }
  })

  test('all are told at once, beside those of the other platforms', () => {
    const text = settingsRefused({ DISCORD_PUBLIC_KEY: key, SLACK_BOT_TOKEN: 'xoxb-1' })

    expect(text.split('\n').slice(1)).toHaveLength(3)
    for (const name of ['SLACK_SIGNING_SECRET', 'DISCORD_TOKEN', 'DISCORD_APPLICATION_ID']) {
      expect(text).toContain(name)
    }
  })
})

test('the link of Discord’s README asks for what it says, and for nothing else', () => {
  const readme = readFileSync(new URL('../../../adapters/discord/README.md', import.meta.url), 'utf8')
  const link = new URL(/https:\/\/discord\.com\/oauth2\/authorize\S+/.exec(readme)?.[0] ?? '')
  const asked = new PermissionsBitField(BigInt(link.searchParams.get('permissions') ?? 0))

  expect(link.searchParams.get('scope')).toBe('bot applications.commands')
  expect(new Set(asked.toArray())).toEqual(
    new Set([
      'ViewChannel',
      'SendMessages',
      'SendMessagesInThreads',
      'EmbedLinks',
      'AttachFiles',
      'CreateEvents',
      'ManageEvents',
      'ManageRoles',
    ]),
  )
  expect(asked.has(PermissionFlagsBits.MentionEveryone)).toBe(false)
})
