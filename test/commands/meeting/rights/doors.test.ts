import { expect, test } from 'vitest'

import { calendarPage } from '../../../../src/bot/pages/calendarPages.ts'
import type { Suggest } from '../../../../src/core/adapter.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const [chair, member] = [focal('interpol'), focal('who')]
const place = { platform: 'terminal', tenant: 'local' } as const

function offered(here: World, who: string, kind: Suggest['kind'], prefix?: string) {
  return here.bot.suggest({
    ...{ kind, typed: '', limit: 10, vouchedEmail: who },
    caller: { ...place, account: who },
    ...(prefix === undefined ? {} : { prefix }),
  })
}

function feed(here: World, token: string) {
  return calendarPage(here.database.store.kysely, token, here.clock.now(), 'example.org')
}

test('who is unknown or has left is offered no meeting while typing, and their address shows nothing any more', async () => {
  const here = await world({ now: '2026-12-01T09:00:00Z' })
  try {
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30"')
    const reply = await here.say(member, '/meeting calendar')
    const token = /\/calendar\/([\w-]+)\.ics/.exec(reply.text)?.[1] ?? ''
    const before = await Promise.all([offered(here, member, 'meeting'), feed(here, token)])
    await here.say(secretariat, `/directory retire person ${member} confirm:yes`)

    expect(before[0]).toHaveLength(1)
    expect(before[1]?.ics).toContain('SUMMARY:Quarterly')
    expect(await feed(here, token)).toBeUndefined()
    for (const who of [member, 'somebody@elsewhere.example']) {
      for (const kind of ['meeting', 'group', 'entity', 'person'] as const)
        expect(await offered(here, who, kind)).toEqual([])
    }
    for (const prefix of ['P', 'R', 'N', 'A', 'S'])
      expect(await offered(here, focal('ipu'), 'record', prefix)).toEqual([])
  } finally {
    await here.end()
  }
})

test('whoever may not use a command is told so, and not asked what they meant by a value', async () => {
  const here = await world({ now: '2026-12-01T09:00:00Z' })
  try {
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30"')
    const line = '/meeting move M1 start:"next blursday"'
    expect((await here.say(chair, line)).text).toContain('I cannot read “next blursday”')
    for (const typed of [line, '/meeting hold M1 summary:"Drones" attended:INTERPOLL'])
      expect((await here.say(member, typed)).text).toContain('Only the chairs of its working group')
  } finally {
    await here.end()
  }
})
