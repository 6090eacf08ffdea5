import { describe, expect, test } from 'vitest'
import type { Api, ApiCall } from '../../../../adapters/discord/api/api.ts'
import { type Command, commands } from '../../../../adapters/discord/registration/commands.ts'
import {
  clearCommands,
  keepRegistered,
  register,
  whyNot,
} from '../../../../adapters/discord/registration/register.ts'
import { features } from '../../../../commands/index.ts'
import { CallError } from '../../../../src/chat/delivery/failure.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import { array, object } from '../../../../src/core/json.ts'
import { memoryKeep } from '../../../support/stubHost.ts'

const applicationId = '10000000000000001'
const guild = '20000000000000002'
const wanted = commands(features)

/** Discord’s side of registration: what was put is there, with what Discord adds. */
function farSide() {
  const there = new Map<string, readonly object[]>()
  const calls: string[] = []
  const faults: CallError[] = []
  const api: Api = {
    async call({ method, path, body }: ApiCall) {
      calls.push(`${method} ${path}`)
      const fault = faults.shift()
      if (fault) throw fault
      if (method === 'PUT') there.set(path, array(JSON.parse(JSON.stringify(body))).map(added))
      return there.get(path) ?? []
    },
  }
  return { api, there, calls, faults }
}

/** As Discord tells a command: with numbers of its own, and without what says nothing. */
function added(value: unknown, index: number): object {
  const { options, ...command } = object(value)
  const told = array(options).map((one) => {
    const { required, ...option } = object(one)
    return { ...option, ...(required === true ? { required } : {}) }
  })
  return {
    ...command,
    id: `${index}`,
    application_id: applicationId,
    version: '7',
    default_permission: true,
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    description: command['description'] ?? '',
    contexts: array(command['contexts']).toReversed(),
    integration_types: array(command['integration_types']),
    ...(told.length > 0 ? { options: told } : {}),
  }
}

const everywhere = `/applications/${applicationId}/commands`
const inGuild = `/applications/${applicationId}/guilds/${guild}/commands`

describe('registering', () => {
  test.each([undefined, guild])(
    'puts all at once, and nothing when nothing is different (%s)',
    async (scope) => {
      const { api, calls } = farSide()
      const path = scope === undefined ? everywhere : inGuild

      expect(await register(api, { applicationId, guild: scope }, wanted)).toBe('registered')
      expect(await register(api, { applicationId, guild: scope }, wanted)).toBe('unchanged')
      expect(calls).toEqual([`GET ${path}`, `PUT ${path}`, `GET ${path}`])
    },
  )

  test('does not mind in which order Discord tells the commands', async () => {
    const { api, there } = farSide()
    await register(api, { applicationId, guild: undefined }, wanted)
    there.set(everywhere, (there.get(everywhere) ?? []).toReversed())

    expect(await register(api, { applicationId, guild: undefined }, wanted)).toBe('unchanged')
  })

  test.each<[string, (command: Command) => object | readonly object[]]>([
    ['a description', (command) => ({ ...command, description: 'Another' })],
    ['permissions', (command) => ({ ...command, default_member_permissions: '0' })],
    ['where it may be used', (command) => ({ ...command, contexts: [0] })],
    ['another language', (command) => ({ ...command, name_localizations: { fr: 'x' } })],
    [
      'the order of options',
      (command) => ({ ...command, options: array(object(command)['options']).toReversed() }),
    ],
    ['one that is gone', () => []],
    ['one too many', (command) => [command, { ...command, name: 'other' }]],
  ])('puts them anew where there is a difference: %s', async (_, change) => {
    const { api, there } = farSide()
    await register(api, { applicationId, guild: undefined }, wanted)
    there.set(
      everywhere,
      wanted.flatMap((command, index) => (index === 0 ? change(command) : command)),
    )

    expect(await register(api, { applicationId, guild: undefined }, wanted)).toBe('registered')
    expect(await register(api, { applicationId, guild: undefined }, wanted)).toBe('unchanged')
  })

  test('says nothing in a server of where commands may be used', async () => {
    const { api, there } = farSide()
    await register(api, { applicationId, guild }, wanted)

    expect(there.get(inGuild)?.flatMap((one) => array(object(one)['contexts']))).toEqual([])
  })
})

function context(commandGuild: string | undefined = undefined) {
  const clock = settableClock(new Date('2026-11-21T12:00:00Z'))
  const far = farSide()
  const none = () => undefined
  const made = {
    api: far.api,
    keep: memoryKeep(clock),
    clock,
    settings: { applicationId, commandGuild },
    catalog: features,
    log: { info: none, warn: none, error: none },
  }
  return { made, far, clock }
}

describe('at every start', () => {
  test('what is registered already is not even asked for', async () => {
    const { made, far } = context()

    expect(await keepRegistered(made)).toBe('registered')
    expect(await keepRegistered(made)).toBe('unchanged')
    expect(far.calls).toEqual([`GET ${everywhere}`, `PUT ${everywhere}`])
  })

  test('a catalogue that has changed is registered anew, and so is another application', async () => {
    const { made, far } = context()
    await keepRegistered(made)

    expect(await keepRegistered({ ...made, catalog: features.slice(1) })).toBe('registered')
    expect(await keepRegistered({ ...made, settings: { ...made.settings, applicationId: '3' } })).toBe(
      'registered',
    )
    expect(far.calls.at(-1)).toBe('PUT /applications/3/commands')
  })

  test('one of many replicas does it', async () => {
    const { made, far } = context()
    const done = await Promise.all(Array.from({ length: 4 }, () => keepRegistered(made)))

    expect(done.toSorted()).toEqual(['elsewhere', 'elsewhere', 'elsewhere', 'registered'])
    expect(far.calls.filter((call) => call.startsWith('PUT'))).toHaveLength(1)
  })

  test('a replica that ended in the middle holds nobody up for more than a minute', async () => {
    const { made, clock } = context()
    const expiresAt = new Date(clock.now().getTime() + 60_000)
    await made.keep.claim(
      { platform: 'discord', kind: 'registering', tenant: '-', key: 'commands' },
      {},
      { expiresAt },
    )

    expect(await keepRegistered(made)).toBe('elsewhere')
    clock.set(new Date('2026-11-21T12:01:01Z'))
    expect(await keepRegistered(made)).toBe('registered')
  })

  test('a failure is told, and the next start tries again', async () => {
    const { made, far } = context()
    far.faults.push(new CallError('Discord said 503.', { status: 503 }))

    await expect(keepRegistered(made)).rejects.toThrow(CallError)
    expect(await keepRegistered(made)).toBe('registered')
  })

  test('commands are taken away where they were before, so that nothing is shown twice', async () => {
    const { made, far } = context(guild)
    await keepRegistered(made)
    const moved = { ...made, settings: { applicationId, commandGuild: undefined } }

    expect(await keepRegistered(moved)).toBe('registered')
    expect(far.there.get(inGuild)).toEqual([])
    expect(far.there.get(everywhere)).toHaveLength(wanted.length)
    expect(await keepRegistered(moved)).toBe('unchanged')
    expect(await keepRegistered(made)).toBe('registered')
    expect(far.there.get(everywhere)).toEqual([])
  })

  test('a server that the bot has left needs nothing taken away', async () => {
    const { made, far } = context(guild)
    await keepRegistered(made)
    const moved = { ...made, settings: { applicationId, commandGuild: undefined } }
    const call = far.api.call
    const api: Api = {
      call: (request) =>
        request.path === inGuild
          ? Promise.reject(new CallError('Missing Access', { status: 403, code: 50_001 }))
          : call(request),
    }

    expect(await keepRegistered({ ...moved, api })).toBe('registered')
    expect(await keepRegistered({ ...moved, api })).toBe('unchanged')
    await expect(clearCommands(api, { applicationId, guild })).rejects.toThrow(CallError)
  })
})

describe('why it cannot be done', () => {
  test.each<[CallError, string | undefined, RegExp]>([
    [new CallError('', { status: 401 }), undefined, /DISCORD_TOKEN/],
    [new CallError('', { status: 403, code: 50_001 }), guild, /not in the server 2.*applications\.commands/],
    [new CallError('', { status: 403, code: 20_012 }), undefined, /one and the same application/],
    [new CallError('', { status: 404, code: 10_002 }), undefined, /DISCORD_APPLICATION_ID/],
    [new CallError('', { status: 400, code: 30_034 }), undefined, /200 new commands a day/],
    [new CallError('', { status: 429, retryAfter: 0.4 }), undefined, /in 1 second\./],
    [new CallError('', { status: 0 }), undefined, /could not be reached/],
    [new CallError('', { status: 502 }), undefined, /502/],
    [new CallError('Discord said 400 (50035): x'), undefined, /could not be reached/],
  ])('is said with what to do: %#', (error, scope, pattern) => {
    expect(whyNot(error, scope)).toMatch(pattern)
  })

  test('other faults say what they say', () => {
    expect(
      whyNot(new CallError('Discord said 400 (50035): x', { status: 400, code: 50_035 }), guild),
    ).toMatch(/50035/)
    expect(whyNot(new Error('Too many options'), guild)).toBe('Too many options')
  })
})
