import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { app, places } from '../../../support/teams/far/defaults.ts'
import { message } from '../../../support/teams/sent/activities.ts'
import { saidIn } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld

beforeAll(async () => {
  here = await teamsWorld()
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

const channel = { where: 'channel', channel: { id: places.channel } } as const

/** A message in a channel, in which the bot is named where it says `@`. */
async function write(text: string): Promise<readonly string[]> {
  const named = text.replace('@', `<at>${app.name}</at>`)
  const change = { text: named }
  await here.bring(message('', { ...here.by('interpol', channel), mentioned: true, change }))
  await here.adapter.stop()
  return saidIn(here.far.messages, places.channel, '29:interpol')
}

describe('a message that names the bot after other words', () => {
  test('and a command that there is not is answered with the nearest one, to its writer alone', async () => {
    const texts = await write('Dear @ meetngs list')

    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain('/meeting')
    expect(here.far.messages).toHaveLength(1)
  })

  test.each(['I like @', 'Did you ever try @?', 'Yesterday I asked @ …'])(
    'and nothing more, as in “%s”, only speaks of it',
    async (text) => {
      await write(text)
      expect(here.far.messages).toEqual([])
    },
  )
})
