import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { prepare } from '../../support/lines/changes.ts'
import { buttonNamed, press, pressUndo } from '../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

const [interpol, unodc, who] = [focal('interpol'), focal('unodc'), focal('who')]

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await prepare(here)
})
afterEach(() => here.end())

async function done(by: string, line: string): Promise<Reply> {
  const reply = await here.say(by, line)
  expect(reply.outcome, reply.text).toBe('done')
  return reply
}

const undo = (reply: Reply, by: string) => pressUndo(here, reply, by)
const stored = async (query: string) => (await here.database.store.pool.query(query)).rows

describe('an undo of what was handed over', () => {
  const owner = 'select owner_entity, owner_person, owner_role, due_on from action_items order by id'

  test.each([
    ['renamed', '/directory edit entity UNODC acronym:UNX', '/directory edit entity OPCW acronym:OPX'],
    ['retired', '/directory retire entity UNODC', '/directory retire entity OPCW'],
  ])('gives it back to the very entity, which was %s since', async (_, ...lines) => {
    const before = await stored(owner)
    const handed = await done(interpol, '/meeting action hand-over A1 owner:OPCW due:"14 Dec"')
    for (const line of lines) await here.press(secretariat, ...typedFields(line))
    const back = await undo(handed, interpol)
    expect(back.outcome, back.text).toBe('done')
    expect(await stored(owner)).toEqual(before)
  })

  test('takes away the day that was set with it, and sets one that has passed', async () => {
    await done(interpol, '/meeting action add M1 what:"Print it" owner:UNODC')
    const before = await stored(owner)
    const handed = await done(interpol, '/meeting action hand-over A2 owner:OPCW due:"24 Nov"')
    const again = await done(interpol, '/meeting action hand-over A2 owner:IPU due:"14 Dec"')
    await here.turn('2026-11-27T09:00:00Z')
    for (const reply of [again, handed]) expect((await undo(reply, interpol)).outcome).toBe('done')
    expect(await stored(owner)).toEqual(before)
  })
})

describe('an undo after the issue was published', () => {
  async function publish() {
    await done(secretariat, '/newsletter approve')
    await here.press(secretariat, 'newsletter publish', {}, true)
  }

  test('of a change that was printed says that the print stays, with a button that corrects it', async () => {
    const moved = await done(secretariat, '/update move U2 section:publications')
    await publish()
    const back = await undo(moved, secretariat)
    expect(back.text).toContain('is published and stays as it was printed; a correction prints')
    expect(buttonNamed(back, 'Correct the issue').command).toBe('newsletter correct')
  })

  test('of a merge says so as well', async () => {
    await done(secretariat, '/update accept U1')
    const merged = await done(secretariat, '/update merge U1 into:U2')
    await publish()
    expect((await undo(merged, secretariat)).text).toContain('stays as it was printed')
  })

  test('of what kept an update out says that it went out without it, and how the next one takes it', async () => {
    const returned = await done(secretariat, '/update return U1 comment:"shorter"')
    await publish()
    const back = await undo(returned, secretariat)
    expect(back.text).toContain('The November–December 2026 issue is published without U1')
    expect((await press(here, secretariat, buttonNamed(back, 'Keep for the next issue'))).outcome).toBe(
      'done',
    )
  })

  test('tells the author who brings a withdrawn one back', async () => {
    const withdrawn = await done(unodc, '/update withdraw U1')
    await publish()
    expect((await undo(withdrawn, unodc)).text).toContain('the secretariat can keep it for the next one')
    await here.say(unodc, '/update withdraw U1')
    expect((await here.say(unodc, '/update restore U1')).text).toContain('is published without U1')
  })
})

describe('an undo by somebody whose right has gone', () => {
  const library = 'select title, entity_id from library_items'

  test('is refused, also of their own change', async () => {
    await done(secretariat, '/directory edit person focal.who@compact.example secretariat:yes')
    const changes = [
      await done(who, '/library edit LIB1 title:"Handbook"'),
      await done(who, '/project edit PRJ1 status:ongoing'),
      await done(who, '/report plan ETCIP item:WP1 status:dropped'),
    ]
    const standing = await stored(library)
    await done(secretariat, '/directory edit person focal.who@compact.example secretariat:no')
    for (const reply of changes) {
      const refused = await undo(reply, who)
      expect(refused.outcome, refused.text).toBe('refused')
      expect(refused.text).toMatch(/only|Only/)
    }
    expect(await stored(library)).toEqual(standing)
  })

  test('is done where the change itself gave it away', async () => {
    const given = await done(unodc, '/project edit PRJ1 lead:WHO')
    await here.database.store.pool.query('update projects set added_by = $1', [
      (await stored(`select id from people where email = '${who}'`))[0].id,
    ])
    expect((await here.say(unodc, '/project edit PRJ1 status:ongoing')).outcome).toBe('refused')
    expect((await undo(given, unodc)).text).toContain('PRJ1 is as it was before')
  })
})

/** A line of the directory as a confirmed press. */
function typedFields(line: string): [string, Readonly<Record<string, string>>, true] {
  const [, action = '', kind, entity = '', acronym] =
    /^\/directory (\w+) (\w+) (\w+)(?: acronym:(\w+))?$/.exec(line) ?? []
  return [`directory ${action} ${kind}`, { entity, ...(acronym === undefined ? {} : { acronym }) }, true]
}
