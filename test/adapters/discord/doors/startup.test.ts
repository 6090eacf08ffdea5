import { afterEach, describe, expect, test } from 'vitest'

import { slash } from '../../../support/discord/sent/interactions.ts'
import { users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
afterEach(() => here.end())

describe('a start while Discord is not quite there', () => {
  test('registers the commands as soon as it can', async () => {
    here = await discordWorld({
      before: (far) => far.fault('readCommands', { kind: 'status', status: 503 }),
    })

    await expect.poll(() => here.far.commands.size).toBe(1)
    expect(here.far.callsOf('readCommands')).toHaveLength(2)
  })

  test('holds nothing up for more than some seconds, and hears everybody later', async () => {
    const began = performance.now()
    here = await discordWorld({
      gateway: true,
      connects: false,
      before: (far) => far.fault('me', { kind: 'hang' }),
    })
    const started = performance.now() - began
    await expect.poll(() => here.adapter.connected()).toBe(true)
    const { posted } = await here.bring(slash(here.far, { command: 'meeting list', by: users.cted.id }))

    expect(started).toBeLessThan(12_000)
    expect(posted?.ephemeral).toBe(true)
  })
})

describe('what comes to the address for interactions without a signature', () => {
  test('is told in the log once a minute, with how often', async () => {
    here = await discordWorld()
    const knock = async (times: number) => {
      for (let n = 0; n < times; n += 1) {
        await fetch(`${here.base}/discord/interactions`, { method: 'POST', body: '{}' })
      }
    }
    const lines = () => here.log.filter((line) => line.includes('was refused'))
    await knock(5)
    expect(lines()).toHaveLength(1)
    here.clock.set(new Date('2026-11-21T12:01:01Z'))
    await knock(2)

    expect(lines()).toHaveLength(2)
    expect(lines()[1]).toContain('"count":5')
  })
})
