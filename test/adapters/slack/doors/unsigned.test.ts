import { afterEach, expect, test } from 'vitest'

import { floodUnsigned } from '../../../support/doors/floodUnsigned.ts'
import { oauthWorld } from '../../../support/slack/installed.ts'
import type { SlackWorld } from '../../../support/slack/world.ts'

let here: SlackWorld
afterEach(() => here.end())

/** One of what anybody on the internet may send; its status. */
async function send(at: number): Promise<number> {
  const { base } = here
  const body = JSON.stringify({ type: 'event_callback', at, padding: 'x'.repeat(2_000) })
  const forged = { 'x-slack-signature': `v0=${'0'.repeat(64)}`, 'x-slack-request-timestamp': '1763726400' }
  const answer =
    at % 4 === 3
      ? await fetch(`${base}/slack/install`, { redirect: 'manual' })
      : await fetch(`${base}/slack/events`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(at % 2 === 0 ? forged : {}) },
          body,
        })
  await answer.text()
  return answer.status
}

test('five hundred unsigned requests leave store and memory as they were, and a signed one is answered', async () => {
  here = await oauthWorld()
  const statuses = await floodUnsigned(here, send)

  expect(
    statuses.every((status) => status === 302 || status === 200 || (status >= 400 && status < 500)),
  ).toBe(true)
  expect(
    statuses.filter((status) => status === 401 || status === 403 || status === 429).length,
  ).toBeGreaterThan(350)
  expect((await here.command('/help')).status).toBe(200)
})
