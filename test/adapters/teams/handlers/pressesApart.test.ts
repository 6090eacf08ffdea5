import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Posted } from '../../../support/teams/far/asked.ts'
import { cardAction } from '../../../support/teams/sent/invokes.ts'
import { saidIn, wordsOf } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
let invitation: Posted

beforeAll(async () => {
  here = await teamsWorld()
  await here.say('interpol', 'meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  await here.settle()
  const invited = ({ activity }: Posted) => String(activity['summary']).startsWith('You are invited')
  const found = here.far.messages.find(invited)
  if (!found) throw new Error('nobody was invited')
  invitation = found
})

beforeEach(() => {
  here.far.calls.length = 0
})

afterAll(() => here.end())

describe('a press in the personal chat', () => {
  test('puts what came of it in the place of what was pressed, now and for good', async () => {
    const pressed = await here.press(invitation, 'Maybe', 'interpol')
    await expect.poll(() => wordsOf(invitation.activity)).toContain('You said maybe to M1 Quarterly')

    expect(wordsOf(pressed.json)).toContain('You said maybe to M1 Quarterly')
    expect(here.far.callsOf('send')).toEqual([])
  })

  test('whose message cannot be changed any more is answered by another', async () => {
    here.far.fault('update', { kind: 'status', status: 403 }, 1, 'a:1interpol')
    await here.press(invitation, 'Change to no', 'interpol')

    await expect.poll(() => saidIn(here.far.messages, 'a:1interpol').at(-1)).toContain('You said no')
  })

  test('of a button from another time is answered with what to do', async () => {
    const data = { verb: 'press', b: '0|what', o: 'old' }
    const pressed = await here.bring(cardAction(data, here.by('interpol', { replyTo: invitation.id })))

    expect(wordsOf(pressed.json)).toContain('too old')
  })
})
