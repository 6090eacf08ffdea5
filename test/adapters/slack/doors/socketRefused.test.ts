import { expect, test } from 'vitest'

import { slackWorld } from '../../../support/slack/world.ts'

test('sockets that Slack refuses later are told to the secretariat, once, with what to mend', async () => {
  const here = await slackWorld({ appToken: 'xapp-1', signingSecrets: [] })
  await here.far.sockets.opened(2)
  here.far.appTokens.clear()
  here.far.sockets.drop()
  const tried = () => here.log.filter((line) => line.includes('open a socket')).length
  await expect.poll(tried).toBe(2)
  const told = async () => {
    await here.settle()
    return here.far.messages
      .map(({ args }) => JSON.stringify(args))
      .filter((text) => text.includes('I do not hear Slack any more.'))
  }

  await expect.poll(told).toEqual([expect.stringContaining('connections:write')])
  await here.end()
})
