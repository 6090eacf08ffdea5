import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../../support/world.ts'
import { pressLabelled } from '../giveFile.ts'

describe('each thing that is amiss has its place and a button that mends it', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    const { pool } = here.database.store
    for (const line of [
      '/wg add LONE name:"Group without a chair"',
      '/directory add entity BARE name:"Entity of nobody" kind:member',
      '/wg add SOLO name:"Group of nobody"',
      '/wg appoint SOLO role:chair entity:BARE',
      '/directory add person "Old Hand" email:old@x.example entity:WHO',
      '/directory add person "Other Hand" email:other@x.example entity:WHO',
      '/wg appoint BMLE role:co-chair entity:WHO person:old@x.example',
      '/wg appoint BMLE role:co-chair entity:WHO person:other@x.example',
      '/directory edit person old@x.example entity:IOM',
      '/wg appoint BMLE role:vice-chair entity:CTED',
    ]) {
      const reply = await here.say(secretariat, line)
      expect([line, reply.outcome]).toEqual([line, 'done'])
    }
    await pool.query(
      `insert into people (name, email, entity_id, added_at)
       select 'Desk ' || n, 'desk' || n || case n when 4 then '@elsewhere.example' else '@unaoc.example' end, e.id, now()
       from generate_series(1, 4) n, entities e where e.acronym = 'UNAOC'`,
    )
    await pool.query(
      `insert into people (name, email, zone, added_at) values ('Adrift', 'adrift@x.example', 'Mars/Olympus', now())`,
    )
  })
  afterAll(() => here.end())

  const say = (line: string) => here.say(secretariat, line)
  const check = (kind: string) => say(`/directory check kind:${kind}`)

  /** Presses the mend; a form that it opens is sent with these fields, a question is answered with yes. */
  async function mend(kind: string, label: string, fields: Readonly<Record<string, string>> = {}) {
    const shown = await check(kind)
    const asked = await pressLabelled(here, shown, label)
    const button = shown.answer.message.blocks
      .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      .find((one) => one.label.startsWith(label))
    const values = { ...button?.values, ...fields }
    const done = await here.press(secretariat, button?.command ?? '', values, asked.outcome === 'asked')
    expect(done.outcome, done.text).toBe('done')
  }

  test.each([
    ['no-chair', 'LONE: Group without a chair', 'Appoint for LONE', { entity: 'WHO' }],
    [
      'no-focal-point',
      'BARE: Entity of nobody, chairs SOLO',
      'Add for BARE',
      { name: 'New Desk', email: 'new@x.example' },
    ],
    ['left', 'Old Hand, still co-chair of BMLE for WHO', 'Release Old Hand', {}],
    ['overlap', 'CTED: chair and vice-chair of BMLE', 'Release CTED', {}],
    ['stray-domain', 'Desk 4 (UNAOC', 'Change Desk 4', { email: 'desk4@unaoc.example' }],
    ['bad-zone', 'Adrift (Mars/Olympus)', 'Change Adrift', { timezone: 'Nairobi' }],
  ])('%s: “%s”', async (kind, line, label, fields) => {
    expect((await check(kind)).text).toContain(line)
    await mend(kind, label, fields)

    expect((await check(kind)).text).not.toContain(line)
  })

  test('the release of one who left leaves the colleague in the same role', async () => {
    const group = (await say('/wg show BMLE')).text
    expect(group).toContain('WHO (Other Hand)')
    expect(group).not.toContain('WHO (Old Hand)')
  })
})
