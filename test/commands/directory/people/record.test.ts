import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileOf } from '../../../support/lines/fileOf.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

describe('the record of the directory', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const say = (line: string, who = secretariat) => here.say(who, line)

  test('who stood for whom is answered for any day, with its ground and who recorded it', async () => {
    await say(
      '/directory add person "Mover" email:mover@x.example entity:IOM from:2024-03-01 source:"letter of 1 March"',
    )
    await say('/directory edit person mover@x.example entity:UNDP from:2025-06-01 source:"letter of 20 May"')

    const before = await say('/directory person mover@x.example on:2024-12-31')
    expect(before.text).toContain(
      'Mover for IOM; 1 Mar 2024 to 31 May 2025; source: letter of 20 May; recorded by Compact Secretariat',
    )
    const after = await say('/directory person mover@x.example on:2025-06-01')
    expect(after.text).toContain('Mover for UNDP; since 1 Jun 2025')
    expect((await say('/directory entity IOM on:2024-12-31')).text).toContain('Mover')
    expect((await say('/directory entity IOM')).text).not.toContain('Mover')
    expect((await say('/directory entity UNDP')).text).toContain('Mover')
  })

  test('taking a change of entity back leaves no trace in the days, and one in the record', async () => {
    await say('/directory add person "Stayer" email:stayer@x.example entity:WHO from:2024-01-01')
    const changed = await say('/directory edit person stayer@x.example entity:UNDP from:2025-01-01')
    expect((await say('/directory audit about:"Stayer"')).text).toContain('Entity: WHO → UNDP')
    const number = /D\d+/.exec(JSON.stringify(changed.answer.message))?.[0] ?? ''
    await say(`/directory revert ${number}`)

    expect((await say('/directory person stayer@x.example on:2025-02-01')).text).toContain(
      'Stayer for WHO; since 1 Jan 2024',
    )
    expect((await say('/directory entity UNDP on:2025-02-01')).text).not.toContain('Stayer')
    expect((await say('/directory audit about:"Stayer"')).text).toContain(`taking ${number} back`)
  })

  test('what was believed on a day stays answerable after it was corrected', async () => {
    await say('/wg appoint BMLE role:vice-chair entity:IOM from:2026-11-01 source:"minutes"')
    await here.turn('2026-12-05T12:00:00Z')
    await here.press(
      secretariat,
      'wg release',
      { wg: 'BMLE', role: 'vice-chair', entity: 'IOM', on: '2026-12-20' },
      true,
    )
    await here.turn('2026-12-25T12:00:00Z')

    expect((await say('/wg show BMLE on:2026-12-24')).text).not.toContain('INTERPOL, IOM')
    expect((await say('/wg show BMLE on:2026-12-24 known:2026-12-01')).text).toContain(
      'as the record had it on 1 Dec 2026',
    )
    expect((await say('/wg show BMLE on:2026-12-24 known:2026-12-01')).text).toContain('INTERPOL, IOM')
    expect((await say('/wg show BMLE on:2026-12-24 known:2026-11-20')).text).not.toContain('INTERPOL, IOM')
    const history = await say('/wg history BMLE')
    expect(history.text).toContain('1 Nov 2026 to 19 Dec 2026: IOM, vice-chair; source: minutes; recorded by')
    expect((await say('/wg history BMLE known:2026-12-01')).text).toContain(
      'since 1 Nov 2026: IOM, vice-chair',
    )
  })

  test('a term that was taken out before it began is believed no more, and was', async () => {
    await here.turn('2027-01-10T12:00:00Z')
    await say('/wg join ETCIP entity:UNITAR from:2027-05-01')
    await here.turn('2027-01-12T12:00:00Z')
    await here.press(secretariat, 'wg leave', { wg: 'ETCIP', entity: 'UNITAR', on: '2027-05-01' }, true)

    expect((await say('/directory entity UNITAR on:2027-06-01')).text).not.toContain('member of ETCIP')
    expect((await say('/directory entity UNITAR on:2027-06-01 known:2027-01-11')).text).toContain(
      'member of ETCIP',
    )
  })

  test('the record says who changed what, when, from where and on what ground, to the secretariat alone', async () => {
    await say('/directory edit entity IOM name:"IOM, the UN migration agency" source:"note verbale"')
    const audit = await say('/directory audit about:IOM')

    expect(audit.text).toContain('Compact Secretariat on terminal')
    expect(audit.text).toContain('IOM, the UN migration agency; source: note verbale')
    expect(audit.text).toMatch(/\[Take D\d+ back\]/)
    expect((await say('/directory audit', focal('who'))).outcome).toBe('refused')
  })

  test('the database itself refuses that somebody stands for one entity twice on a day', async () => {
    const insert = `insert into posts (person_id, entity_id, during, recorded_at)
      select p.person_id, p.entity_id, '[2030-01-01,2030-02-01)', now() from posts p limit 1`

    await expect(here.database.store.pool.query(insert)).rejects.toThrow('posts_once')
  })

  test('nobody is retired before they came', async () => {
    await say('/directory add person "Late" email:late@x.example entity:IOM from:2027-01-05')
    const refused = await here.press(
      secretariat,
      'directory retire person',
      { person: 'late@x.example', on: '2027-01-05' },
      true,
    )

    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('on record since 5 Jan 2027')
  })

  test('is found by the acronym of a group before an entity that only has the word in its name', async () => {
    await say('/directory add entity FIP name:"Flood Insurance Pool"')
    await say('/wg add FLOOD name:"Floods and early warning"')

    expect((await say('/directory audit FLOOD')).text).toContain('The record of FLOOD, the latest first')
    expect((await say('/directory audit flood insurance')).text).toContain(
      'The record of FIP, the latest first',
    )
    expect((await say('/directory wrong FLOOD what:"The chair left"')).text).toContain(
      'FLOOD is a working group',
    )
    expect((await say('/directory wrong FIP what:"The name is old"')).text).toContain(
      'W1, about FIP, is with',
    )
  })

  test('is given as a file for a spreadsheet, whole or of some days or of one record', async () => {
    await say('/directory add entity OSN name:"=Office; of the North"')
    for (const line of [
      '/directory audit csv',
      '/directory audit OSN as a file',
      '/directory audit November 2026 csv',
    ]) {
      const reply = await say(line)
      const { name, text } = fileOf(reply)
      expect(name, line).toMatch(/^directory-record-202\d-\d\d-\d\d\.csv$/)
      expect(text.split('\r\n')[0], line).toBe('number,at,by,on,what,takes back,source')
    }
    const { text } = fileOf(await say('/directory audit OSN csv'))
    expect(text).toMatch(/D\d+,202\d-\d\d-\d\dT[\d:.]+Z,Compact Secretariat,terminal,entity OSN added,,/)
    expect(text.trim().split('\r\n')).toHaveLength(2)
  })
})

test('the record is shown of some days alone, after a name or not', async () => {
  const here = await world({ now: '2026-11-22T15:00:00Z' })
  try {
    await here.say(secretariat, '/directory edit entity WHO name:"World Health"')
    await here.turn('2026-11-23T15:00:00Z')
    await here.say(secretariat, '/directory edit entity UNDP name:"Development"')
    const shown = async (line: string) =>
      (await here.say(secretariat, line)).text.match(/Name: [\w ]+→ (\w+)/g)?.map((one) => one.split('→ ')[1])

    expect(await shown('/directory audit yesterday')).toEqual(['World'])
    expect(await shown('/directory audit UNDP today')).toEqual(['Development'])
    expect(await shown('/directory audit in:"November 2026"')).toEqual(['Development', 'World'])
    expect(await shown('what changed today?')).toEqual(['Development'])
    expect((await here.say(secretariat, '/directory audit UNDP yesterday')).text).toContain(
      'Nothing of UNDP was changed on 22 Nov 2026.',
    )
  } finally {
    await here.end()
  }
})
