import { afterEach, expect, test } from 'vitest'

import { slash } from '../../../support/discord/sent/interactions.ts'
import { bring, type Sending } from '../../../support/discord/sent/signed.ts'
import { users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'
import { floodUnsigned } from '../../../support/doors/floodUnsigned.ts'

let here: DiscordWorld
afterEach(() => here.end())

const ways: readonly Sending[] = [
  { signature: null },
  { signature: '0'.repeat(128) },
  { timestamp: null },
  { tampered: JSON.stringify({ type: 1, padding: 'x'.repeat(2_000) }) },
]

test('five hundred requests that Discord did not sign leave store and memory as they were, and one that it signed is answered', async () => {
  here = await discordWorld()
  const options = { text: 'Tea', at: '2026-12-01T10:00Z' }
  const interaction = slash(here.far, { command: 'reminder add', options, by: users.secretariat.id })
  const statuses = await floodUnsigned(here, async (at) => {
    const { status } = await bring(here.base, interaction, ways[at % ways.length])
    return status
  })
  const { posted } = await here.slash('secretariat', 'help')

  expect(statuses.filter((one) => one !== 401)).toEqual([])
  expect(posted).toBeDefined()
})
