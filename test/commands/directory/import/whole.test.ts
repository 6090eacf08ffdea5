import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonsOf } from '../../../support/lines/pressed.ts'
import { secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, takeOver } from '../giveFile.ts'

describe('whole workbooks, roles and cards become the directory', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, '/directory add person "Ana Nandu" email:ana@who.example entity:WHO')
  })
  afterAll(() => here.end())

  const give = (name: string, content: string) => giveFile(here, name, content)

  test('reads who holds what, since when, and names what would overlap', async () => {
    const reply = await give(
      'roles.csv',
      'WG,Function,Organisation,Since,Until\nRMME,vice-chair,UNDP,2024-03-01,\nRMME,vice-chair,UNDP,2025-01-01,\nNARS,chair,WHO,44562,31 Dec 2022\nBMLE,member,WHO,,\nNOPE,member,WHO,,',
    )

    expect(reply.text).toContain('2 roles new, 0 changed, 1 unchanged')
    expect(reply.text).toContain(
      'Row 3, Since: UNDP is vice-chair on some of these days: from 1 Mar 2024 without a last day.',
    )
    expect(reply.text).toContain('Row 6, WG: “NOPE” is not a working group')

    const mended = await give(
      'roles.csv',
      'WG,Function,Organisation,Since,Until\nRMME,vice-chair,UNDP,2024-03-01,\nNARS,chair,WHO,44562,31 Dec 2022',
    )
    expect((await takeOver(here, mended)).text).toContain('2 roles new')
    expect((await here.say(secretariat, '/wg show NARS on:2022-06-01')).text).toContain('chaired by WHO')
    expect((await here.say(secretariat, '/wg show NARS on:2023-01-01')).text).toContain('Chair: none')
    const again = 'WG,Function,Organisation,Since,Until\nRMME,vice-chair,UNDP,2024-03-01,2026-12-31'
    expect((await give('roles.csv', again)).text).toContain('0 roles new, 1 changed')
  })

  test('reads the sheets of one file together, entities before the people who stand for them', async () => {
    const file = JSON.stringify({
      people: [{ name: 'Eno Vale', email: 'eno@newbody.example', entity: 'NEWBODY' }],
      entities: [{ acronym: 'NEWBODY', name: 'A new body', parts: 'NBX = Its branch' }],
      roles: [{ group: 'NEWGROUP', role: 'chair', entity: 'NEWBODY', person: 'eno@newbody.example' }],
      'working groups': [{ acronym: 'NEWGROUP', name: 'Working Group on the New', subjects: 'novelty' }],
      notes: [{ whatever: 'x' }],
    })
    const reply = await give('all.json', file)

    expect(reply.text).toContain('1 entity new')
    expect(reply.text).toContain('1 role new')
    expect(reply.text).toContain('what the sheet notes lists')
    expect((await here.say(secretariat, '/directory entity NEWBODY')).outcome).toBe('refused')

    await takeOver(here, reply)
    expect((await here.say(secretariat, '/wg show NEWGROUP')).text).toContain('chaired by NEWBODY (Eno Vale)')
    expect((await here.say(secretariat, '/directory find NBX')).text).toContain('its part NBX')
    expect((await give('all.json', file)).text).not.toMatch(/1 \S+ new/)
  })

  test('asks once what a column means, and remembers it for every file', async () => {
    const content = 'email,name,Bureau d’attache,Remarks\numa@who.example,Uma Strand,Dakar,likes tea'
    const reply = await give('people.csv', content)
    const ask = buttonsOf(reply).find(({ label }) => label.includes('Bureau'))
    const asked = await here.press(secretariat, ask?.command ?? '', ask?.values ?? {})
    expect(asked.text).toContain('It holds, for example: Dakar')

    const station = buttonsOf(asked).find(({ label }) => label === 'station')
    const told = await here.press(secretariat, station?.command ?? '', station?.values ?? {})
    expect(told.text).toContain('Nothing is taken from “Remarks”')
    await here.say(secretariat, `/directory column ${ask?.values['import']} column:Remarks means:nothing`)
    await takeOver(here, told)
    expect((await here.say(secretariat, '/directory person uma@who.example')).text).toContain('Dakar')

    const later = await give('later.csv', content.replace('Dakar', 'Tunis'))
    expect(later.text).toContain('1 changed')
    expect(later.text).toContain('Left out: Remarks')
  })

  test('a file cannot make anybody secretariat; whoever it makes coordinator is told to the others', async () => {
    const reply = await give('rights.csv', 'email,name,secretariat\numa@who.example,Uma Strand,yes')
    expect(reply.text).toContain(
      'Row 2, secretariat: Who is of the secretariat is set by /directory edit person',
    )

    await here.say(secretariat, '/directory edit person uma@who.example secretariat:yes')
    await takeOver(here, await give('rights.csv', 'email,name,coordinator\nana@who.example,Ana Nandu,yes'))
    expect(here.delivered.filter(({ to }) => to === 'uma@who.example').at(-1)?.text).toContain(
      '1 person became coordinator',
    )
  })

  test('a namesake with another address is a doubt, a formula a mistake, and who is not in the file is said', async () => {
    const reply = await give(
      'twin.csv',
      'email,name,title\nana2@who.example,ana nandu,\nx@who.example,Xeno,"=1+1"',
    )

    expect(reply.text).toContain('is in the directory already, as ana@who.example')
    expect(reply.text).toContain('Row 3, title: “=1+1” looks like a formula')
    expect(reply.text).toMatch(/Not in the file: \d+ people of the directory/)
  })

  test('reads vCards, and dates that Excel counts', async () => {
    const card =
      'BEGIN:VCARD\nVERSION:3.0\nN:Ruiz;Pilar;;;\nFN:Pilar Ruiz\nORG:WHO\nEMAIL;TYPE=WORK:pilar@who.example\nEND:VCARD\n'
    await takeOver(here, await give('cards.vcf', card))
    expect((await here.say(secretariat, '/directory person pilar@who.example')).text).toContain(
      'Pilar Ruiz (WHO)',
    )

    await takeOver(here, await give('e.csv', 'acronym,name,joined\nXLD,Excel day,44562'))
    expect((await here.say(secretariat, '/directory entity XLD')).text).toContain('Jan 2022')
  })
})
