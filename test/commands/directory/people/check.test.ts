import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { findingKinds } from '../../../../db/directory/lint/findings.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('what is amiss with the directory', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, '/wg add LONE name:"Group without a chair"')
    await here.say(secretariat, '/directory add entity BARE name:"Nobody’s entity" kind:member')
    await here.say(secretariat, '/directory add person "Jane Doe" email:jane@one.example entity:IOM')
    await here.say(secretariat, '/directory add person "DOE, Jane" email:jane@two.example')
    await here.say(secretariat, '/wg appoint LONE role:vice-chair entity:WHO from:2026-10-01 to:2026-11-01')
    await here.database.store.pool.query(
      `insert into people (name, zone, added_at) values ('Adrift', 'Mars/Olympus', '2026-01-01')`,
    )
  })
  afterAll(() => here.end())

  test('is listed by kind, the worst first, each with a button that mends it', async () => {
    const reply = await here.say(secretariat, '/directory check')
    const at = (text: string) => reply.text.indexOf(text)

    expect(reply.text).toContain('[All 4]')
    expect((await here.say(secretariat, '/directory check kind:no-chair')).text).toContain(
      'LONE: Group without a chair',
    )
    expect(reply.text).toContain('[Appoint vice-chair of LONE]')
    expect(reply.text).toContain('BARE: Nobody’s entity')
    expect(reply.text).toContain('[Add for BARE]')
    expect(reply.text).toMatch(/Jane Doe and DOE, Jane, P\d+/)
    expect(reply.text).toContain('[Merge Jane Doe]')
    expect(reply.text).toContain('vice-chair of LONE, last held by WHO')
    expect(reply.text).toContain('Adrift (Mars/Olympus)')
    expect(at('Groups without a chair')).toBeLessThan(at('Entities that nobody represents'))
    expect(at('Records that may be one person')).toBeLessThan(at('People whom nobody has confirmed'))
  })

  test.each(findingKinds)('one kind alone is shown in full: %s', async (kind) => {
    const { outcome, text } = await here.say(secretariat, `/directory check kind:${kind}`)
    expect(outcome).toBe('done')
    const head = /^[^:\n]+: \d+/.exec(text)?.[0]
    if (head !== undefined) expect(text.split(head)).toHaveLength(2)
  })

  test('a twin’s button leads to the preview of the merge', async () => {
    const reply = await here.say(secretariat, '/directory check kind:twin')
    const merge = reply.answer.message.blocks
      .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      .find(({ label }) => label === 'Merge Jane Doe')
    const asked = await here.press(secretariat, merge?.command ?? '', merge?.values ?? {})

    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('would become part of DOE, Jane')
  })

  test('is for the secretariat, and comes to it once a week by itself', async () => {
    expect((await here.say(focal('who'), '/directory check')).outcome).toBe('refused')
    here.delivered.length = 0
    await here.turn('2026-11-30T15:00:00Z')
    await here.turn('2026-12-01T15:00:00Z')
    const notes = here.delivered.filter(({ text }) => text.includes('Problems in the directory'))

    expect(notes.map(({ to }) => to)).toEqual([secretariat])
    expect(notes[0]?.text).toContain('Groups without a chair in office: ')
  })
})

test('the weekly check comes on the Monday of each reader’s own zone', async () => {
  const here = await world({ now: '2026-11-27T21:00:00Z' })
  const checks = () => here.delivered.filter(({ text }) => text.includes('the directory this week'))
  // There it is Saturday already.
  await here.say(secretariat, '/profile timezone Pacific/Auckland')
  await here.turn('2026-11-29T19:59:00Z')
  expect(checks()).toEqual([])

  // Nine o’clock of Monday there, while UTC has Sunday.
  await here.turn('2026-11-29T20:01:00Z')
  expect(checks()).toHaveLength(1)
  await here.turn('2026-11-30T02:00:00Z')
  expect(checks()).toHaveLength(1)
  await here.end()
})
