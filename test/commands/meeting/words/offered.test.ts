import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { suggest } from '../../../../src/suggest/suggest.ts'
import { buttonsOf } from '../../../support/messages/shownMessage.ts'
import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const [title, wg, start] of [
    ['Later', 'ETCIP', '4 Dec 15:00'],
    ['One', 'ETCIP', '23 Nov 04:40'],
    ['Two', 'PCVE', '23 Nov 04:30'],
  ])
    await here.say(secretariat, `/meeting schedule ${title} wg:${wg} start:"${start}" confirm:yes`)
})
afterEach(() => here.end())

const labels = ({ answer }: Reply) => buttonsOf(answer.message).map(({ label }) => label)

describe('where a meeting that goes on has to be named', () => {
  test.each(['next', 'queue raise', 'end', 'note we agreed'])(
    '%s says that none is running',
    async (words) => {
      const reply = await here.say(chair, `/meeting ${words}`)

      expect(reply.text).toContain('No meeting that you belong to is running')
      expect(labels(reply)).toEqual([])
    },
  )

  test('only those that are running are offered, by a button that works', async () => {
    for (const id of ['M2', 'M3']) await here.say(secretariat, `/meeting start ${id}`)
    const reply = await here.say(secretariat, '/meeting next')
    const [, second] = buttonsOf(reply.answer.message)

    expect(labels(reply)).toEqual(['M3 Two', 'M2 One'])
    expect((await here.press(secretariat, 'meeting next', second?.values ?? {})).text).toContain(
      'Nothing more is on the agenda',
    )
  })

  test('whoever types in a field is offered those alone as well', async () => {
    await here.say(secretariat, '/meeting start M2')
    const caller = { platform: 'terminal', tenant: 'local', account: secretariat }
    const asked = { caller, vouchedEmail: secretariat, kind: 'meeting', typed: '', limit: 10 } as const
    const offered = async (implied?: 'only under way') =>
      await suggest(here.database.store.kysely, new Date('2026-11-23T09:00:00Z'), {
        ...asked,
        ...(implied && { implied }),
      })

    expect((await offered('only under way')).map(({ value }) => value)).toEqual(['M2'])
    expect(await offered()).toHaveLength(3)
  })
})

test('an agenda is offered of any meeting ahead, and an outcome of none that is still to come', async () => {
  expect(labels(await here.say(chair, '/meeting agenda show'))).toContain('M1 Later')
  const hold = await here.say(chair, '/meeting hold')
  expect(labels(hold)).toEqual([])
})
