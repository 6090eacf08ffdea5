import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, takeOver } from '../giveFile.ts'

describe('a spreadsheet becomes the directory', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const give = (name: string, content: string | Uint8Array, who = secretariat) =>
    giveFile(here, name, content, who)

  const people = [
    'E-mail;Full name;Organisation;Function;Time zone;Remarks',
    'ana@who.example;Ana Ñandú;WHO;Adviser;Europe/Zurich;x',
    'li@undp.example;王小明;undp;Adviser;America/New_York;',
  ].join('\r\n')

  test('shows first what it would change, and which columns nothing is taken from', async () => {
    const reply = await give('people.csv', `\uFEFF${people}`)

    expect(reply.text).toContain('2 people new, 0 changed, 0 unchanged')
    expect(reply.text).toContain('Nothing is taken from “Remarks”')
    expect((await here.say('ana@who.example', '/profile show')).outcome).toBe('refused')
  })

  test('takes all of it over at one press, and the same file again changes nothing', async () => {
    const reply = await give('people.csv', people)
    expect((await takeOver(here, reply)).text).toContain('2 people new')
    expect((await takeOver(here, reply)).text).toContain('already been imported')

    expect((await here.say('ana@who.example', '/profile show')).text).toContain('WHO')
    expect((await give('people.csv', people)).text).toContain('0 people new, 0 changed, 2 unchanged')
  })

  test('reads “Family, Given” and doubled spaces as the name that is meant, and applies the latest file where none is named', async () => {
    const reply = await give(
      'names.csv',
      'Agency;Focal point name;E-mail\nWHO;"Dupont, Marie";marie@who.example\nWHO;Ann  Berg;ann@who.example',
    )
    expect(reply.text).toContain('Marie Dupont (WHO)')
    expect(reply.text).toContain('Ann Berg (WHO)')
    const applied = await here.say(secretariat, '/directory apply')
    expect(applied.text).toContain('Imported names.csv: 2 people new')
    expect((await here.say(secretariat, '/directory apply')).text).toContain('already been imported')
  })

  test('changes what differs and keeps what the file does not say', async () => {
    const reply = await give('people.csv', 'email,name\nana@who.example,Ana Nandu')
    expect(reply.text).toContain('0 people new, 1 changed')
    await takeOver(here, reply)

    expect((await here.say(secretariat, '/directory person ana@who.example')).text).toContain('Adviser')
  })

  test('names each mistake with its row and column and takes nothing over', async () => {
    const reply = await give(
      'bad.csv',
      'email,name,entity,timezone\nno-address,A,WHO,\nb@x.example,B,NOBODY,\nc@x.example,C,WHO,Mars/Base\nd@x.example,D,WHO,\nd@x.example,D2,WHO,\n,E,WHO,',
    )

    for (const wanted of [
      'Row 2, email',
      'Row 3, entity',
      'Row 4, timezone',
      'Row 6, email',
      'Row 7, email',
    ]) {
      expect(reply.text).toContain(wanted)
    }
    expect(reply.answer.message.blocks.some((block) => block.kind === 'buttons')).toBe(false)
  })

  test('reads Windows-1252, entities and groups', async () => {
    const entities = Uint8Array.from(
      Buffer.from(
        'Acronym,Name,Status,Also called\nAU,Commission de l\xe9gislation,Observer,UA; African Union',
        'latin1',
      ),
    )
    await takeOver(here, await give('entities.csv', entities))
    expect((await here.say(secretariat, '/directory entity UA')).text).toContain('Commission de législation')

    await takeOver(
      here,
      await give('groups.json', '[{"acronym":"YOUTH","name":"Working Group on Youth","pillar":"2"}]'),
    )
    expect((await here.say(secretariat, '/wg show YOUTH')).text).toContain('II')
  })

  test.each([
    ['empty.csv', ''],
    ['old.xls.xlsx', '\xd0\xcf\x11\xe0'],
    ['broken.vcf', 'BEGIN:VCARD\nnonsense'],
    ['many.csv', `email,name\n${'a@b.example,x\n'.repeat(20_001)}`],
    ['heading.csv', 'email,name'],
    ['twice.csv', 'email,email\na@b.example,c@d.example'],
    ['broken.xlsx', 'not a workbook'],
    ['broken.json', '{"a":'],
    ['object.json', '{"a":1}'],
  ])('refuses %s with a sentence', async (name, content) => {
    const reply = await give(name, content)

    expect(reply.outcome).toBe('refused')
    expect(reply.text.length).toBeGreaterThan(20)
  })

  test('takes a column “Type” of members and observers for the kind, and a quote inside a cell as it is', async () => {
    const reply = await give(
      'types.csv',
      'Acronym;Name;Type\nQQA;The "Quiet" Agency;Member\nQQB;Board;Observer',
    )
    expect(reply.text).toContain('2 entities new')
    await takeOver(here, reply)
    expect((await here.say(secretariat, '/directory entity QQB')).text).toContain('observer')
    expect((await here.say(secretariat, '/directory entity QQA')).text).toContain('The "Quiet" Agency')
  })

  test('names a mistake that many rows make once, with the rows', async () => {
    const rows = [1, 2, 3, 4].map((nth) => `Person ${nth},p${nth}@who.example,WHO,GMT+1`)
    const reply = await give('zones.csv', ['Name,E-mail,Organisation,Time zone', ...rows].join('\n'))

    expect(reply.text).toContain('4 mistakes')
    expect(reply.text).toContain('Rows 2, 3, 4, 5, Time zone: “GMT+1”')
  })

  test('is for the secretariat alone', async () => {
    expect((await give('people.csv', people, 'focal.who@compact.example')).outcome).toBe('refused')
  })
})
