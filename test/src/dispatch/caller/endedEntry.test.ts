import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

const plain = (summary: unknown) => JSON.stringify(summary)

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

test('the linked account of somebody who was retired is told so, and any other is asked to link itself', async () => {
  const who = focal('who')
  // Their first command links the account.
  const discord = { platform: 'discord', tenant: '-', account: '4711' }
  const place = { ...discord, channel: '1', private: true }
  const speak = (line: string, vouchedEmail?: string, caller = discord) =>
    here.bot.dispatch({
      caller,
      place,
      ...(vouchedEmail && { vouchedEmail, profile: { zone: 'Europe/Paris' } }),
      input: { kind: 'line', text: line },
    })
  expect((await speak('/profile show', who)).outcome).toBe('done')
  await here.say(secretariat, `/directory edit person ${focal('who')} coordinator:no`)
  await here.say(secretariat, `/directory retire person ${who} confirm:yes`)

  for (const line of ['/meeting list', '/update post "Something"', 'hello there']) {
    const { outcome, message } = await speak(line)
    expect(outcome, line).toBe(line.startsWith('/') ? 'refused' : 'done')
    expect(plain(message.summary)).toMatch(
      /Your entry in the directory ended on 21 Nov 2026, so this account can use \/help alone\. The secretariat can put it back/,
    )
  }
  expect((await speak('/help')).outcome).toBe('done')
  const home = await here.bot.home({ caller: discord, place })
  expect(plain(home.summary)).toContain('Your entry in the directory ended on 21 Nov 2026')
  const other = await speak('/meeting list', undefined, { ...discord, account: '4712' })
  expect(plain(other.message.summary)).toContain('I do not know you yet')
})
