import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Letter } from '../../../../src/core/feature/notice.ts'
import { buttonNamed, press, pressUndo } from '../../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, takeOver } from '../giveFile.ts'

const by = 'Compact Secretariat (secretariat)'
const cted = focal('cted')

describe('who is told what somebody else changed in the directory', () => {
  let here: World
  const letters: Pick<Letter, 'to' | 'text'>[] = []
  beforeAll(async () => {
    here = await world({ now: '2026-11-23T09:00:00Z', mailer: async (letter) => void letters.push(letter) })
  })
  afterAll(() => here.end())

  /** Who was told what by an action: the account, and the first line. */
  async function toldBy(act: () => Promise<Reply>) {
    const start = here.delivered.length
    const reply = await act()
    expect(reply.outcome, reply.text).toBe('done')
    return {
      reply,
      told: here.delivered.slice(start).map(({ to, text }) => [to, text.split('\n')[0]]),
      whole: here.delivered.slice(start).map(({ text }) => text),
    }
  }
  const said = (line: string, who = secretariat) => toldBy(() => here.say(who, line))
  const undone = (reply: Reply, who = secretariat) => toldBy(() => pressUndo(here, reply, who))

  test('whose title and zone it is, from what to what, with what they can do about it, and again by the undo', async () => {
    const made = await said(`/directory edit person ${cted} title:"Desk officer" timezone:Nairobi`)
    expect(made.reply.text).toContain('CTED focal point is told.')
    expect(made.told).toEqual([
      [
        cted,
        `${by} changed your record in the directory: title now Desk officer (was Focal point); time zone now Africa/Nairobi (was America/New_York).`,
      ],
    ])
    expect(made.whole[0]).toContain('[Show my record] [That is wrong]')
    expect((await undone(made.reply)).told).toEqual([
      [
        cted,
        `${by} changed your record in the directory: title now Focal point (was Desk officer); time zone now America/New_York (was Africa/Nairobi).`,
      ],
    ])
  })

  test('nobody of what they changed themselves', async () => {
    const made = await said('/profile edit title:"Head of office"', cted)
    expect(made.told).toEqual([])
    expect((await undone(made.reply, cted)).told).toEqual([])
  })

  test('whose e-mail address it is, at the old one and the new one', async () => {
    const fresh = 'new.cted@compact.example'
    const made = await said(`/directory edit person ${cted} email:${fresh} title:Adviser`)
    // It may be a stranger’s by a slip of the hand, who learns nothing else of the record.
    expect(made.told).toEqual([
      [fresh, `${by} changed your record in the directory: e-mail now ${fresh}; title too.`],
    ])
    expect(made.whole[0]).not.toMatch(/Adviser|Focal point/)
    expect(letters.map(({ to }) => to)).toEqual([cted])
    expect(letters[0]?.text).toContain(
      `it was ${cted}, and is another one now.\n\nWhy you: this is the old address.`,
    )
    expect(letters[0]?.text).not.toContain(fresh)
    expect(made.reply.text).toContain('A letter says so at the old address too.')

    await here.database.store.pool.query(
      `insert into identities (platform, tenant, account, person_id, linked_at, via)
       select 'terminal', 'local', 'desk', id, now(), 'secretariat' from people where email = $1`,
      [fresh],
    )
    letters.length = 0
    const back = await undone(made.reply)
    expect(here.told.at(-1)?.account).toBe('desk')
    expect(letters.map(({ to }) => to).sort()).toEqual([cted, fresh].sort())
    expect(back.reply.text).toContain('A letter says so at the old and the new address too.')
    expect(back.told).toHaveLength(1)
  })

  test('who stands for another entity from now on, with the entity by its acronym, and the secretariat of a right', async () => {
    const moved = await said(`/directory edit person ${focal('iom')} entity:ILO`)
    expect(moved.told.filter(([to]) => to === focal('iom'))).toHaveLength(1)
    expect(moved.whole.find((text) => text.includes('your record'))).toMatch(
      /Entity: ILO \(was IOM\)|entity now ILO \(was IOM\)/,
    )
    expect((await undone(moved.reply)).told.filter(([to]) => to === focal('iom'))).toHaveLength(1)
  })

  test('who leads a group that is renamed, once, whatever else of it was changed', async () => {
    const made = await said('/wg edit ETCIP name:"Working Group on Threats" rhythm:yearly')
    expect(made.told).toEqual([
      [
        focal('interpol'),
        expect.stringMatching(
          /^Compact Secretariat \(secretariat\) changed the record of ETCIP: name now Working Group on Threats \(was .*\); meets now yearly \(was quarterly\)\.$/,
        ),
      ],
    ])
    expect(made.reply.text).toContain('INTERPOL focal point is told.')
    expect((await undone(made.reply)).told.map(([to]) => to)).toEqual([focal('interpol')])
    const renamed = await said('/wg edit ETCIP acronym:TCI')
    expect((await undone(renamed.reply)).told).toHaveLength(1)
  })

  test('who stands for an entity that is renamed, and when it is retired and in use again', async () => {
    const made = await said('/directory edit entity WHO name:"World Health"')
    expect(made.told).toEqual([
      [
        focal('who'),
        expect.stringContaining('changed the record of WHO in the directory: name now World Health (was '),
      ],
    ])
    expect((await undone(made.reply)).told.map(([to]) => to)).toEqual([focal('who')])
    const retired = await said('/directory retire entity WHO confirm:yes')
    expect(retired.told.map(([to]) => to)).toEqual([focal('who')])
    expect((await undone(retired.reply)).told).toEqual([
      [focal('who'), expect.stringContaining('WHO is in use again')],
    ])
  })

  // By a press of the import’s own button, `directory apply`.
  test('whose record a file changes, once for several sheets, and again when the import is taken back', async () => {
    const file = `name,email,entity,title\nCTED focal point,${cted},ILO,Head\nNew Person,new@ilo.example,ILO,Desk\n`
    const preview = await giveFile(here, 'people.csv', file)
    const made = await toldBy(() => takeOver(here, preview))
    expect(made.told.map(([to]) => to)).toEqual([cted])
    expect(made.whole[0]).toMatch(/entity now ILO \(was CTED\)/)
    expect(made.reply.text).toContain('CTED focal point is told.')
    await here.say('new@ilo.example', '/profile timezone Geneva')

    const back = await undone(made.reply)
    expect(back.told).toContainEqual([cted, expect.stringContaining('entity now CTED (was ILO)')])
  })
})

test('whoever was added, whom an account speaks for by now, is told that the addition is taken back and made again, and a group likewise', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z' })
  const fresh = 'fresh@who.example'
  const line = `/directory add person "Fresh One" email:${fresh} entity:WHO`
  const added = await here.say(secretariat, line)
  await here.database.store.pool.query(
    `insert into identities (platform, tenant, account, person_id, linked_at, via)
     select 'terminal', 'local', $1, id, now(), 'secretariat' from people where email = $1`,
    [fresh],
  )
  const back = await pressUndo(here, added, secretariat)
  expect(back.text).toContain('Fresh One is told.')
  const again = await here.say(secretariat, line)
  expect(again.text).toContain('Fresh One is told.')
  expect(here.delivered.filter(({ to }) => to === fresh).map(({ text }) => text.split('\n')[0])).toEqual([
    expect.stringContaining('retired your record in the directory'),
    expect.stringContaining('Your record in the directory is in use again'),
  ])

  const group = await here.say(secretariat, '/wg add YOUTH name:"Youth"')
  await here.say(secretariat, '/wg appoint YOUTH role:chair entity:IOM')
  const heard = () => here.delivered.filter(({ to, text }) => to === focal('iom') && /closed/.test(text))
  await pressUndo(here, group, secretariat)
  expect(heard()).toHaveLength(1)
  expect((await here.say(secretariat, '/wg add YOUTH name:"Youth"')).text).toContain(
    'IOM focal point is told.',
  )
  expect(heard()).toHaveLength(2)
  await here.end()
})

test('somebody retired who is added again is offered to be brought back, and whoever may not look after them is not told of it', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z' })
  const who = focal('who')
  await here.say(secretariat, `/directory retire person ${who} confirm:yes`)
  const other = await here.say(cted, `/directory add person "Anna New" email:${who}`)
  expect(other.text).toContain('is somebody else’s in the directory already')

  const refused = await here.say(secretariat, `/directory add person "Anna New" email:${who} entity:WHO`)
  expect(refused.outcome).toBe('refused')
  expect(refused.text).toContain(
    `${who} is the address of WHO focal point, who has been retired since 23 Nov 2026`,
  )
  const back = await press(here, secretariat, buttonNamed(refused, 'Bring WHO focal point back'))
  expect(back.text).toContain('WHO focal point is told.')
  expect((await here.say(who, '/profile show')).outcome).toBe('done')

  await here.say(secretariat, '/wg retire NARS confirm:yes')
  const closed = await here.say(secretariat, '/wg add NARS name:"Narcotics"')
  const opened = await press(here, secretariat, buttonNamed(closed, 'Bring NARS back'))
  expect(opened.outcome).toBe('done')
  await here.end()
})
