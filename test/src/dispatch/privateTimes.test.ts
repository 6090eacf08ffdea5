import { expect, test } from 'vitest'

import { inFreshWorld } from '../../support/lines/inFreshWorld.ts'
import { focal } from '../../support/world.ts'

test('where nobody but the caller reads, what a press did names an hour once, as its question did; in a room it names both', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    const chair = focal('interpol')
    const inRoom = { place: { platform: 'terminal', tenant: 'local', channel: 'one', private: false } }
    const isOnce = async (line: string, where = {}) => {
      const { message } = (await here.say(chair, line, where)).answer
      const moments = JSON.stringify(message).match(/"kind":"moment"[^}]*/g) ?? []
      expect(moments).not.toEqual([])
      return moments.map((moment) => moment.includes('"once":true'))
    }
    await here.say(chair, '/profile timezone Europe/Paris')

    expect(await isOnce('/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00"')).not.toContain(false)
    expect(await isOnce('yes')).not.toContain(false)
    expect(
      await isOnce('/meeting schedule Other wg:ETCIP start:"11 Dec 15:00" confirm:yes', inRoom),
    ).not.toContain(true)
  })
})
