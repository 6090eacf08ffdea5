import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonLike, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const colleague = focal('who')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const line of [
    '/directory edit person focal.who@compact.example secretariat:yes',
    '/newsletter open 2026-11..2026-12 closes:2027-01-08',
    '/meeting schedule "Quarterly" wg:ETCIP start:"10 Dec 14:30"',
    '/meeting action add M1 what:"Draft the paper" owner:UNODC due:"12 Dec"',
  ])
    expect((await here.say(secretariat, line)).outcome, line).toBe('done')
})
afterAll(() => here.end())

const closing = 'select closes_at from newsletters'
const owner = 'select owner_entity, owner_person, owner_role, due_on from action_items'
const stored = async (query: string) => (await here.database.store.pool.query(query)).rows

test.each([
  ['a closing day', closing, '/newsletter extend "15 Jan 2027"', '/newsletter extend "20 Jan 2027"'],
  [
    'an owner',
    owner,
    '/meeting action hand-over A1 owner:OPCW due:"14 Dec"',
    '/meeting action hand-over A1 owner:IPU',
  ],
])(
  'an undo of %s does not overrule what a colleague set since; taken back in turn, both go back',
  async (_, query, own, theirs) => {
    const before = await stored(query)
    const mine = buttonLike(await here.say(secretariat, own), /^Undo/)
    const later = buttonLike(await here.say(colleague, theirs), /^Undo/)
    if (!mine || !later) throw new Error('nothing is taken back')
    const standing = await stored(query)
    const refused = await press(here, secretariat, mine)
    expect(refused.text).toContain('since')
    expect(refused.outcome).toBe('refused')
    expect(await stored(query)).toEqual(standing)
    expect((await press(here, colleague, later)).outcome).toBe('done')
    expect((await press(here, secretariat, mine)).outcome).toBe('done')
    expect(await stored(query)).toEqual(before)
  },
)
