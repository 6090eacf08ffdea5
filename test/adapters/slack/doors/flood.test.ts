import { expect, test } from 'vitest'

import { slackWorld, users } from '../../../support/slack/world.ts'

/** So many commands of one account are under way when the other asks. */
const flood = 60

test('while one account floods a started bot over HTTP, another is answered within a second', async () => {
  const here = await slackWorld()
  const ask = (user: string, command: string, text: string) =>
    here.command(command, text, { user, channel: 'C1', responseUrl: here.far.responseUrl() })

  /** How long the other waits, in milliseconds, and how much of the flood is left then. */
  async function wait(): Promise<{ readonly waited: number; readonly left: number }> {
    let left = flood
    const flooding = Array.from({ length: flood }, async (_, nth) => {
      const { status } = await ask(
        users.unodc,
        '/update',
        `post "We trained ${nth} judges in Dakar" confirm:yes`,
      )
      left -= 1
      return status
    })
    const began = performance.now()
    const { json } = await ask(users.cted, '/wg', 'list')
    const seen = { waited: performance.now() - began, left }
    expect(JSON.stringify(json)).toContain('working groups')
    expect(new Set(await Promise.all(flooding))).toEqual(new Set([200]))
    return seen
  }

  try {
    let seen = await wait()
    // Again where it was slow, since the machine is shared with other tests.
    for (let more = 2; more > 0 && (seen.waited >= 1_000 || seen.left <= flood / 3); more -= 1)
      seen = await wait()
    expect(seen.waited).toBeLessThan(1_000)
    expect(seen.left).toBeGreaterThan(flood / 3)
  } finally {
    await here.end()
  }
}, 120_000)
