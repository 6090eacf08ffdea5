import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

const author = focal('cted')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z', askAbove: 5 })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(author, '/update post "CTED visited Jordan (6-9 Dec)"')
})
afterEach(() => here.end())

async function press(reply: Reply, label: string, who: string): Promise<Reply> {
  const buttons = reply.answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
  const found = buttons.find((one) => one.label.startsWith(label))
  if (!found) throw new Error(`no button ${label}: ${reply.text}`)
  return here.press(who, found.command, found.values, found.confirmed)
}

async function row(): Promise<Record<string, unknown>> {
  const { rows } = await here.database.store.pool.query(
    'select status, version, comment, newsletter_id, accepted_by from updates where id = 1',
  )
  return rows[0]
}

function toldTo(who: string): string {
  return here.delivered
    .filter(({ to }) => to === who)
    .map(({ text }) => text)
    .join('\n')
}

describe('an accepted update', () => {
  beforeEach(async () => {
    await here.say(secretariat, '/update accept U1')
    here.delivered.length = 0
  })

  test('that its author edits is proposed again, and both hear of it; the undo restores the acceptance', async () => {
    const before = await row()
    const edited = await here.say(author, '/update edit U1 text:"CTED visited Iraq (6-9 Dec)"')
    expect(edited.text).toContain('It was accepted and is proposed again: the secretariat is told')
    expect(toldTo(secretariat)).toContain('changed U1, which you had accepted')
    expect(await row()).toMatchObject({ status: 'proposed', version: 2 })

    const back = await press(edited, 'Undo', author)
    expect(back.text).toContain('Taken back: U1 is accepted again, with the words of version 1.')
    expect(await row()).toEqual(before)
    expect(toldTo(secretariat)).toContain('it is accepted again, just as you accepted it')
    const again = await press(edited, 'Undo', author)
    expect(again.outcome).toBe('refused')
  })

  test('that the secretariat edits stays accepted, and its author reads the new words', async () => {
    const edited = await here.say(secretariat, '/update edit U1 section:publications')

    expect(edited.text).toContain('It stays accepted.')
    expect(toldTo(author)).toContain('The secretariat changed your update U1, which stays accepted.')
    expect(toldTo(author)).toContain('Changed: section publications (was member-states).')
    expect(await row()).toMatchObject({ status: 'accepted', version: 2 })
  })

  test('of which its author changes the place alone is told to the secretariat with what changed', async () => {
    await here.say(author, '/update edit U1 place:Aqaba')

    expect(toldTo(secretariat)).toContain(
      'Changed: place Aqaba (was Jordan). It says now: CTED visited Jordan (6-9 Dec)',
    )
  })

  test.each([
    ['withdrawn by its author', author, '/update withdraw U1'],
    ['withdrawn by the secretariat', secretariat, '/update withdraw U1'],
    ['returned', secretariat, '/update return U1 comment:"Which days?"'],
    ['edited by the secretariat', secretariat, '/update edit U1 text:"CTED saw Iraq (7 Dec)"'],
  ])('%s is by the undo just what it was', async (_, who, line) => {
    const before = await row()
    const changed = await here.say(who, line)
    expect(await row()).not.toEqual(before)
    await press(changed, 'Undo', who)

    expect(await row()).toEqual(before)
  })

  test('that the secretariat withdrew is only proposed when its author brings it back', async () => {
    await here.say(secretariat, '/update withdraw U1')
    const restored = await here.say(author, '/update restore U1')

    expect(restored.text).toContain('Restored U1, proposed')
  })

  test('that its author withdrew is told to its author when the secretariat brings it back', async () => {
    await here.say(author, '/update withdraw U1')
    await here.say(secretariat, '/update restore U1')

    expect(toldTo(author)).toContain('The secretariat restored your update U1, which is accepted again')
  })

  test('cannot be made unaccepted by its author’s undo', async () => {
    const refused = await here.say(author, '/update undo U1')

    expect(refused.text).toContain('only they and the secretariat can take it back')
    expect(await row()).toMatchObject({ status: 'accepted' })
  })
})

describe('several updates', () => {
  beforeEach(async () => {
    for (const who of ['who', 'imo', 'icao', 'unodc', 'undp', 'wco'])
      await here.say(focal(who), `/update post "${who.toUpperCase()} trained judges in Dakar (7 Dec)"`)
    here.delivered.length = 0
  })

  test.each(['U1,U2', 'u1 U2', 'U1 and U2'])('are accepted at once: %s', async (typed) => {
    const reply = await here.say(secretariat, `/update accept ${typed}`)

    expect(reply.text).toContain('Accepted 2 updates')
    expect(here.delivered).toHaveLength(2)
    await press(reply, 'Undo', secretariat)
    expect(await row()).toMatchObject({ status: 'proposed', accepted_by: null })
  })

  test('are shown first where many authors would be told, and one press accepts them all', async () => {
    const asked = await here.say(secretariat, '/update accept all')
    expect(asked.text).toContain('Accept 7 updates and tell 7 authors?')
    expect(here.delivered).toEqual([])
    await press(asked, 'Accept them', secretariat)

    expect(here.delivered).toHaveLength(7)
    expect((await here.say(secretariat, '/update accept all')).text).toContain('No update waits')
  })

  test('with one that is settled are accepted but for that one, and it is said', async () => {
    await here.say(secretariat, '/update accept U1')
    const reply = await here.say(secretariat, '/update accept U1,U2')

    expect(reply.text).toContain('Accepted 1 update')
    expect(reply.text).toContain('U1 is accepted already')
  })

  test.each(['U1, U2', 'U1 U2', 'U1-U2'])(
    'are withdrawn at once: %s; each or all are restored',
    async (typed) => {
      const reply = await here.say(secretariat, `/update withdraw ${typed}`)
      expect(reply.text).toContain('Withdrawn 2 updates')
      expect(here.delivered).toHaveLength(2)
      expect(reply.text).toContain('[Undo U1] [Undo U2]')
      await press(reply, 'Undo all', secretariat)
      expect(await row()).toMatchObject({ status: 'proposed' })
    },
  )

  test.each(['U1,U2 comment:"shorter"', 'U1, U2 "shorter"', 'U1 U2 shorter'])(
    'are returned at once: %s; one of them is taken back',
    async (typed) => {
      const reply = await here.say(secretariat, `/update return ${typed}`)
      expect(reply.text).toContain('Returned 2 updates; their authors are told: shorter')
      expect(toldTo(author)).toContain('returned your update U1: shorter')
      await press(reply, 'Undo U1', secretariat)
      expect(await row()).toMatchObject({ status: 'proposed', comment: null })
    },
  )

  test('are shown before many authors hear that theirs are withdrawn', async () => {
    const asked = await here.say(secretariat, '/update withdraw U1-U7')
    expect(asked.text).toContain('Withdraw 7 updates and tell 7 people?')
    expect(here.delivered).toEqual([])
    await press(asked, 'Withdraw them', secretariat)
    expect(here.delivered).toHaveLength(7)
  })

  test('of which one is another’s are left alone, all of them', async () => {
    const refused = await here.say(author, '/update withdraw U1, U2')
    expect(refused.text).toContain('U2 was posted by somebody else')
    expect(await row()).toMatchObject({ status: 'proposed' })
  })
})

test('what an issue printed and its author edits, then withdraws and brings back, is told to whoever accepted it each time', async () => {
  await here.say(secretariat, '/update accept U1')
  await here.say(secretariat, '/newsletter approve')
  await here.press(secretariat, 'newsletter publish', {}, true)
  await here.say(author, '/update edit U1 text:"CTED visited Iraq (6-9 Dec)"')
  here.delivered.length = 0

  const gone = await here.say(author, '/update withdraw U1')
  expect(gone.text).toContain('It is printed; the secretariat is told.')
  expect(toldTo(secretariat)).toContain('withdrew U1, which you had accepted')
  expect(toldTo(secretariat)).toContain('a correction would take U1 out of it')

  await press(gone, 'Undo', author)
  expect(toldTo(secretariat)).toContain('took the withdrawal of U1 back: it is proposed again')
  await here.say(author, '/update withdraw U1')
  await here.say(author, '/update restore U1')
  expect(toldTo(secretariat)).toContain('restored U1, which you had accepted')
})
