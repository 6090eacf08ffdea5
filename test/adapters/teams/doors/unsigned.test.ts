import { afterEach, expect, test } from 'vitest'

import { floodUnsigned } from '../../../support/doors/floodUnsigned.ts'
import { message } from '../../../support/teams/sent/activities.ts'
import type { Sending } from '../../../support/teams/sent/signed.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
afterEach(() => here.end())

const ways: readonly Sending[] = [
  { none: true },
  { token: 'x'.repeat(2_000) },
  { claims: { aud: 'another-app' } },
  { claims: { exp: undefined } },
]

test('five hundred requests that Microsoft did not sign for this app leave store and memory as they were, and one that it signed is answered', async () => {
  here = await teamsWorld()
  const activity = (at: number) => message(`reminder add Tea ${at} at:2026-12-01`, here.by('secretariat'))
  const statuses = await floodUnsigned(here, async (at) => {
    const { status } = await here.bring(
      { ...activity(at), padding: 'x'.repeat(2_000) },
      ways[at % ways.length],
    )
    return status
  })
  const { status } = await here.say('secretariat', 'help')

  expect(statuses.filter((one) => one !== 401 && one !== 403)).toEqual([])
  expect(status).toBe(200)
  expect(here.far.messages.length).toBeGreaterThan(0)
})
