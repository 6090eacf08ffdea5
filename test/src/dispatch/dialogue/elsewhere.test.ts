import { afterAll, beforeAll, expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { type Bot, createBot } from '../../../../src/bot/bot.ts'
import { createLog } from '../../../../src/process/log.ts'
import { plainMessage } from '../../../support/plain.ts'
import { focal, type World, world } from '../../../support/world.ts'

const who = focal('cted')
let here: World
beforeAll(async () => {
  here = await world()
  await here.say(focal('interpol'), '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 14:30"')
})
afterAll(() => here.end())

test('a value that was wanted and a button that was offered may be typed on whichever replica', async () => {
  const [one, two] = [replica(), replica()]
  expect(await asked(one, '/reminder add Call Bob')).toContain('still needs')
  later(1000)
  expect(await asked(two, 'tomorrow at 9')).toMatch(/I will remind you .*: Call Bob/)
  later(1000)
  expect(await asked(one, 'remind me at half past three to call')).toContain('15:30')
  later(1000)
  expect(await asked(two, 'option 2')).toMatch(/remind you .* 03:30/)
  // What another process has answered since is not gone on with.
  later(1000)
  expect(await asked(one, '/reminder add Call Ann')).toContain('still needs')
  later(1000)
  await asked(two, '/profile show')
  later(1000)
  expect(await asked(one, 'tomorrow at 9')).not.toContain('I will remind you')
  expect(await asked(replica(), 'tomorrow at 9')).not.toContain('I will remind you')
})

test('“yes” is the answer that a question of another replica wants, and no answer to another invitation', async () => {
  const [one, two] = [replica(), replica()]
  expect(await asked(one, '/meeting rsvp M1')).toContain('still needs')
  later(1000)
  expect(await asked(two, 'yes')).toContain('You said yes to M1')
})

function replica(): Bot {
  const { clock, database } = here
  const log = createLog('info', { write: () => undefined })
  return createBot({ features, store: database.store, clock, log })
}

async function asked(bot: Bot, text: string): Promise<string> {
  const { message } = await bot.dispatch({
    caller: { platform: 'terminal', tenant: 'local', account: who },
    vouchedEmail: who,
    place: { platform: 'terminal', tenant: 'local', channel: who, private: true },
    input: { kind: 'line', text },
  })
  await bot.settle({ ticks: false })
  return plainMessage(message)
}

function later(ms: number): void {
  here.clock.set(new Date(here.clock.now().getTime() + ms))
}
