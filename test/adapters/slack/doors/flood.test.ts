import { expect, test } from 'vitest'

import { slackWorld, users } from '../../../support/slack/world.ts'

/** So many commands of one account are under way when the other asks. */
const flood = 60

test('while one account floods a started bot over HTTP, another is answered before most of the flood is', async () => {
  const here = await slackWorld()
  const ask = (user: string, command: string, text: string) =>
    here.command(command, text, { user, channel: 'C1', responseUrl: here.far.responseUrl() })

  /** How much of the flood is left when the other is answered. */
  async function leftOfIt(): Promise<number> {
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
    const { json } = await ask(users.cted, '/wg', 'list')
    const seen = left
    expect(JSON.stringify(json)).toContain('working groups')
    expect(new Set(await Promise.all(flooding))).toEqual(new Set([200]))
    return seen
  }

  try {
    expect(await leftOfIt()).toBeGreaterThan(flood / 3)
  } finally {
    await here.end()
  }
}, 120_000)
