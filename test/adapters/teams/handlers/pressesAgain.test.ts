import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { object } from '../../../../src/core/json.ts'
import type { Posted } from '../../../support/teams/far/asked.ts'
import { places } from '../../../support/teams/far/defaults.ts'
import { cardAction, composeAction, submitAction } from '../../../support/teams/sent/invokes.ts'
import { cardIn, fieldsOf, findAction } from '../../../support/teams/shown/cards.ts'
import { saidIn, wordsOf } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
let card: Posted
let invitation: Posted

beforeAll(async () => {
  here = await teamsWorld()
  await here.say('interpol', 'meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"', channel)
  await here.settle()
  card = found(({ conversation }) => conversation === places.channel)
  invitation = found(({ activity }) => String(activity['summary']).startsWith('You are invited'))
})

afterAll(() => here.end())

const channel = { where: 'channel', channel: { id: places.channel } } as const

function found(which: (one: Posted) => boolean): Posted {
  const one = here.far.messages.find(which)
  if (!one) throw new Error('it was not said')
  return one
}

async function answer(): Promise<string> {
  const { rows } = await here.database.store.pool.query(
    `select response from invitations i join people p on p.id = i.person_id
     where p.email = 'focal.interpol@compact.example'`,
  )
  return rows[0]?.response
}

describe('the same button pressed twice within a minute', () => {
  test('is heard twice where the answer was changed elsewhere between the two', async () => {
    await here.press(card, 'Yes', 'interpol')
    await here.say('interpol', 'meeting rsvp M1 no')
    await here.press(card, 'Yes', 'interpol')

    expect(await answer()).toBe('yes')
  })

  test('is heard again where the first press was refused and what was amiss is put right', async () => {
    const store = here.database.store.pool
    const posted = await here.bring(composeAction('post-an-update', here.by('interpol', channel)))
    const data = object(findAction(cardIn(posted.json), 'Send')['data'])
    const said = { ...data, 'f.text': 'INTERPOL held a seminar on 3 May 2026.' }
    const done = await here.bring(submitAction('post-an-update', said, here.by('interpol', channel)))
    const undo = object(findAction(done.json, 'Undo: withdraw it')['data'])
    const press = () => here.bring(cardAction(undo, here.by('interpol', { replyTo: '1600000000009' })))
    const { rows } = await store.query('select author_id as author from updates where id = 1')
    await store.query('update updates set author_id = (select min(id) from people where id <> $1)', [
      rows[0].author,
    ])
    await press()
    await expect.poll(() => saidIn(here.far.messages, 'a:1interpol').at(-1)).toContain('by somebody else')
    await store.query('update updates set author_id = $1', [rows[0].author])
    const again = await press()
    const brought = await press()

    for (const { json } of [again, brought]) expect(wordsOf(json)).toContain('Withdrawn U1')
  })

  test('in a dialog is answered as it was the first time', async () => {
    const posted = await here.bring(composeAction('post-an-update', here.by('interpol', channel)))
    const data = object(findAction(cardIn(posted.json), 'Send')['data'])
    const said = { ...data, ...fieldsOf(posted.json), 'f.text': 'INTERPOL held a course on 4 May 2026.' }
    const done = await here.bring(submitAction('post-an-update', said, here.by('interpol', channel)))
    const undo = object(findAction(done.json, 'Undo: withdraw it')['data'])
    const press = () => here.bring(submitAction('post-an-update', undo, here.by('interpol', channel)))
    const [first, second] = [await press(), await press()]

    expect(wordsOf(second.json)).toBe(wordsOf(first.json))
    expect(wordsOf(second.json)).not.toContain('already')
  })
})

describe('a press that was answered before', () => {
  test('leaves the message as it stands by now', async () => {
    const old = object(findAction(invitation.activity, 'Maybe')['data'])
    await here.press(invitation, 'Maybe', 'interpol')
    await expect.poll(() => wordsOf(invitation.activity)).toContain('You said maybe')
    await here.press(invitation, 'Change to no', 'interpol')
    await expect.poll(() => wordsOf(invitation.activity)).toContain('You said no')
    const updates = () => here.far.callsOf('update').filter(({ path }) => path.includes(invitation.id)).length
    const before = updates()
    await here.bring(cardAction(old, here.by('interpol', { replyTo: invitation.id })))
    await here.adapter.stop()

    expect(updates()).toBe(before)
    expect(wordsOf(invitation.activity)).toContain('You said no')
    expect(await answer()).toBe('no')
  })
})
