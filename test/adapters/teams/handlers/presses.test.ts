import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Json, object } from '../../../../src/core/json.ts'
import type { Posted } from '../../../support/teams/far/asked.ts'
import { places } from '../../../support/teams/far/defaults.ts'
import { submitted } from '../../../support/teams/sent/activities.ts'
import { cardAction } from '../../../support/teams/sent/invokes.ts'
import { cardIn, findAction } from '../../../support/teams/shown/cards.ts'
import { saidIn, wordsOf } from '../../../support/teams/shown/words.ts'
import type { Role } from '../../../support/teams/world/people.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
let shared: Posted
let other: Posted
let scheduled: Json

beforeAll(async () => {
  here = await teamsWorld()
  for (const title of ['Quarterly', 'Budget']) {
    const line = `meeting schedule ${title} wg:ETCIP start:"12 Dec 14:30"`
    await here.say('interpol', line, { where: 'channel' })
    // Before the card is refreshed.
    if (title === 'Quarterly') scheduled = at(inChannel(), 0).activity
  }
  await here.settle()
  ;[shared, other] = [at(inChannel(), 0), at(inChannel(), 1)]
})

beforeEach(async () => {
  // What is said beside an answer may come after it.
  await here.settle()
  here.far.calls.length = 0
})

afterAll(() => here.end())

const channel = { where: 'channel', channel: { id: places.channel } } as const

function inChannel(): readonly Posted[] {
  return here.far.messages.filter(({ conversation }) => conversation === places.channel)
}

function at(all: readonly Posted[], index: number): Posted {
  const found = all[index]
  if (!found) throw new Error(`only ${all.length} were said`)
  return found
}

/** The refresh that Teams asks for when somebody looks at a card. */
function look(role: Role, posted: Posted, change: Json = {}) {
  const refresh = object(cardIn(posted.activity)['refresh'])
  const data = { ...object(object(refresh['action'])['data']), ...change }
  return here.bring(cardAction(data, { ...here.by(role, { ...channel, replyTo: posted.id }) }))
}

/** The button of a card, pressed with what it holds changed. */
function forged(role: Role, posted: Posted, label: string, change: Json) {
  const data = { ...object(findAction(posted.activity, label)['data']), ...change }
  return here.bring(cardAction(data, here.by(role, { ...channel, replyTo: posted.id })))
}

async function answerOf(person: string, meeting = 1): Promise<string | undefined> {
  const { rows } = await here.database.store.pool.query(
    `select response from invitations i join people p on p.id = i.person_id
     where i.meeting_id = $1 and p.email = $2`,
    [meeting, person],
  )
  return rows[0]?.response
}

async function audited(command: string): Promise<number> {
  const { rows } = await here.database.store.pool.query(
    `select count(*)::int as n from audit where command = $1 and outcome = 'done'`,
    [command],
  )
  return rows[0].n
}

const updates = () => here.far.callsOf('update').filter(({ path }) => path.includes(shared.id))

describe('a press on a shared card', () => {
  test('gives its presser a copy of their own, with the counts and their answer, and shows all the counts', async () => {
    const pressed = await here.press(shared, 'Yes', 'interpol')
    await expect.poll(() => wordsOf(shared.activity)).toContain('Answers: 1 yes')

    expect(pressed.json).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
    })
    expect(wordsOf(pressed.json)).toContain('You said yes to M1 Quarterly')
    expect(wordsOf(pressed.json)).toContain('Answers: 1 yes')
    expect(wordsOf(pressed.json)).toContain('Your answer: yes.')
    expect(wordsOf(shared.activity)).not.toContain('Your answer')
    expect(cardIn(shared.activity)['refresh']).toMatchObject({ userIds: ['29:interpol'] })
    expect(saidIn(here.far.messages, places.channel)).toHaveLength(2)
  })

  test('by many at once refreshes it for all once a second at the most, the last time with all of them', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    here.far.calls.length = 0
    const people = ['interpol', 'cted', 'interpol', 'cted', 'unodc'] as const
    await Promise.all(people.map((role) => here.press(shared, 'Maybe', role)))
    await expect.poll(() => wordsOf(shared.activity)).toContain('3 maybe')
    const times = updates().map((call) => call.at.getTime())

    expect(times.length).toBeGreaterThan(0)
    for (const [index, time] of times.slice(1).entries()) {
      expect(time - (times[index] ?? 0)).toBeGreaterThan(500)
    }
  })

  test('and a look at it later give each viewer their own answer, and none to who gave none', async () => {
    await here.press(shared, 'No', 'cted')
    const [cted, secretariat] = [await look('cted', shared), await look('secretariat', shared)]

    expect(wordsOf(cted.json)).toContain('Your answer: no.')
    expect(wordsOf(secretariat.json)).toContain('M1 Quarterly')
    expect(wordsOf(secretariat.json)).not.toContain('Your answer')
  })

  test.each([
    ['a meeting that stands in another message', { c: 'meeting:2' }],
    ['a meeting that there is not', { c: 'meeting:999' }],
    ['no meeting', { c: 'what ever' }],
  ])('that names %s shows nothing of it', async (_, change) => {
    const seen = await look('interpol', shared, change)
    const pressed = await forged('interpol', shared, 'No', change)

    for (const { text } of [seen, pressed]) expect(text).not.toMatch(/M2 |Budget|AdaptiveCard/)
    expect(await answerOf('focal.interpol@compact.example', 2)).not.toBe('no')
  })

  test('in a message that holds no card of ours is answered in words', async () => {
    const elsewhere = { ...shared, id: '1600000000000' }
    const seen = await look('interpol', elsewhere)

    expect(seen.json).toMatchObject({ statusCode: 404, type: 'application/vnd.microsoft.error' })
  })

  test('by somebody who is not linked, not invited or of another tenant is refused to them alone', async () => {
    const user = here.far.addUser({ id: '29:iom', name: 'IOM', email: 'focal.iom@compact.example' })
    const team = here.far.teams.get(places.team)
    if (team) team.members = [...team.members, user.id]
    const [guest, stranger, iom] = [
      await here.press(shared, 'Yes', 'guest'),
      await here.press(shared, 'Yes', 'stranger'),
      await here.press(shared, 'Yes', 'unodc', { user }),
    ]

    expect(wordsOf(guest.json)).toContain('I do not know you yet')
    expect(wordsOf(stranger.json)).toContain('not among those that may use me')
    expect(wordsOf(iom.json)).toContain('not invited')
    expect(here.far.callsOf('send')).toEqual([])
    expect(saidIn(here.far.messages, places.channel)).toHaveLength(2)
  })

  test('by a client that only submits is answered to the presser alone', async () => {
    const data = object(object(findAction(shared.activity, 'Yes')['fallback'])['data'])
    const answered = await here.bring(submitted(data, here.by('unodc', { ...channel, replyTo: shared.id })))
    const own = () => here.far.messages.filter(({ targetedTo }) => targetedTo === '29:unodc')
    await expect.poll(own).toHaveLength(1)

    expect([answered.status, answered.text]).toEqual([200, ''])
    expect(own().map(({ activity }) => activity['summary'])).toEqual([
      expect.stringContaining('You said yes to M1 Quarterly'),
    ])
    expect(saidIn(here.far.messages, places.channel)).toHaveLength(2)
  })
})

describe('a press that Teams brings again under a new id', () => {
  test('sets what it sets once more, and each change of mind is heard', async () => {
    const before = await audited('meeting rsvp')
    for (const label of ['Yes', 'No', 'Yes', 'Yes']) await here.press(other, label, 'interpol')

    expect((await audited('meeting rsvp')) - before).toBe(4)
    expect(await answerOf('focal.interpol@compact.example', 2)).toBe('yes')
  })

  test('and that asks to confirm asks again, and does it once', async () => {
    const shown = { ...other, activity: scheduled }
    const change = { b: '1|meeting cancel|meeting=M2', c: 'meeting:2' }
    const asked = await forged('interpol', shown, 'Undo: cancel it', change)
    const again = await forged('interpol', shown, 'Undo: cancel it', change)
    const sure = { ...other, activity: asked.json }
    const pressed = [sure, sure].map((said) => here.press(said, 'Yes, go ahead', 'interpol'))
    const done = await Promise.all(pressed)
    await here.settle()

    for (const { json } of [asked, again]) expect(wordsOf(json)).toContain('Nothing has been changed yet')
    for (const { json } of done) expect(wordsOf(json)).toContain('M2')
    expect(await audited('meeting cancel')).toBe(1)
  })
})
