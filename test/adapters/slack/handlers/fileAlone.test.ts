import { afterAll, beforeAll, expect, test } from 'vitest'

import { type SlackWorld, slackWorld, users } from '../../../support/slack/world.ts'

let here: SlackWorld
beforeAll(async () => {
  here = await slackWorld()
})
afterAll(() => here.end())

test('a file that somebody sends to the bot without a word is answered once with what to do instead', async () => {
  const files = [{ id: 'F1', name: 'people.csv', mimetype: 'text/csv', size: 5, url_private: here.far.url }]
  const event = { subtype: 'file_share', text: '', files, user: users.cted, channel: `D${users.cted}` }
  const given = { user: users.cted, change: { event_id: 'Ev00009001' } }
  await here.tell('message_im', event, given)
  await here.tell('message_im', event, given, 1)

  const texts = here.far.messages.map(({ args }) => String(args['text']))
  expect(texts).toEqual([expect.stringContaining('A file alone tells me nothing')])
})
