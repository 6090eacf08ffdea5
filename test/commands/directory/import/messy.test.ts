import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileBytes } from '../../../../src/core/message.ts'
import { buttonsOf } from '../../../support/lines/pressed.ts'
import { secretariat, type World } from '../../../support/world.ts'
import { giveFile, pressLabelled, takeOver, twoOffices } from '../giveFile.ts'
import { workbook } from '../workbooks.ts'

const lines = (...rows: readonly string[]) => rows.join('\r\n')

describe('a list as an office keeps it', () => {
  let here: World
  beforeAll(async () => {
    here = await twoOffices()
  })
  afterAll(() => here.end())

  const give = (name: string, content: string | Uint8Array) => giveFile(here, name, content)
  const say = async (line: string) => (await here.say(secretariat, line)).text

  const messy = lines(
    'Focal points – as of November 2026;;;;;',
    ';;;;;',
    'First name;Last name;Organisation;E-mail;Since;',
    'Zoé;Dupont;OSN;zoe@osn.example;03.02.2019;calls back',
    'Hodan;Abdi;CHS;hodan@chs.example;depuis 15.04.2021;',
    ';;;;;',
    'Total: 2;;;;;',
  )

  test('has its heading under a title, and a sum at its foot that is left out and said', async () => {
    const reply = await give('points.csv', messy)

    expect(reply.text).toContain('2 people new')
    expect(reply.text).toContain('row 7 (“Total: 2”)')
    expect(reply.text).toContain('Nothing is taken from column F.')
    await takeOver(here, reply)
    expect(await say('/directory person zoe@osn.example')).toContain(
      'OSN (Office of the North), since 3 Feb 2019',
    )
    expect(await say('/directory entity OSN on:2018-12-31')).not.toContain('Zoé')
    expect((await give('points.csv', messy)).text).toContain('0 people new, 0 changed, 2 unchanged')
  })

  test('names entities that are missing, and a list of them is given that lets the file in', async () => {
    const people = lines(
      'Name;Organisation;E-mail',
      'Ana Nandu;Bureau of Ports (BPX);ana@ports.example',
      'Bao Nguyen;LAWINST – Institute of Law;bao@law.example',
      'Lea Brandt;Blue Helmets Fund;lea@fund.example',
    )
    const refused = await give('people.csv', people)
    expect(refused.text).toContain('3 entities that people.csv names are not in the directory yet')
    const [file] = refused.answer.message.blocks.flatMap((one) => (one.kind === 'file' ? [one] : []))
    if (!file) throw new Error('no list of entities was given')
    const entities = await give(file.name, fileBytes(file))
    expect(entities.text).toContain('3 entities new')
    await takeOver(here, entities)

    expect((await give('people.csv', people)).text).toContain('3 people new')
    expect(await say('/directory entity BPX')).toContain('Bureau of Ports')
    expect(await say('/directory entity BHF')).toContain('Blue Helmets Fund')
  })

  test('has the same in a workbook, with the rows numbered as the spreadsheet numbers them', async () => {
    const reply = await give(
      'points.xlsx',
      workbook([
        ['Focal points'],
        [''],
        ['Name', 'Organisation', 'E-mail', 'Phone'],
        ['Min Lee', 'CHS', 'min@chs.example', { formula: '1+1' }],
        ['Bao Nguyen', 'CHX', 'bao@chs.example', ''],
      ]),
    )

    expect(reply.text).toContain('Row 4, Phone: It is a formula')
    expect(reply.text).toContain('Row 5, Organisation: “CHX” is not an entity of the directory')
  })

  test('a formula in half of a name is a mistake', async () => {
    const reply = await give('f.csv', 'First name,Last name,E-mail\nAna,=1+1,ana@osn.example')

    expect(reply.text).toContain('Row 2, Last name: It looks like a formula')
  })

  test('a list of groups says who chairs them, and who takes part', async () => {
    const reply = await give(
      'groups.csv',
      lines(
        'Working group;Title;Chair;Vice-chair;Members;list;dates',
        'WATER;Working group on water;OSN;;OSN, CHS;x;1',
        'AIR;Working group on aviation;CHS;OSN;;y;2',
        'SOIL;Working group on soil;NOBODY;;;;',
      ),
    )
    expect(reply.text).toContain('Row 4, Chair: “NOBODY” is not an entity of the directory')

    const mended = await give(
      'groups.csv',
      lines(
        'Working group;Title;Chair;Vice-chair;Members;list;dates',
        'WATER;Working group on water;OSN;;OSN, CHS;x;1',
        'AIR;Working group on aviation;CHS;OSN;;y;2',
      ),
    )
    expect(mended.text).toContain('2 working groups new, 0 changed, 0 unchanged; 5 roles new')
    await takeOver(here, mended)
    expect(await say('/wg show WATER')).toContain('chaired by OSN')
    expect(await say('/wg show WATER')).toContain('CHS')
    expect(await say('/wg list')).toContain('AIR Working group on aviation: chair CHS; vice-chair OSN')
  })

  test('columns called “list” and “dates” keep no question from being answered', async () => {
    const reply = await give('odd.csv', lines('list;dates;Kennung', 'A;01/02/2019;X', 'B;03/04/2019;Y'))
    expect(reply.text).toContain('I cannot tell what this file lists')
    const kind = await pressLabelled(here, reply, 'It lists entities')
    const dates = await pressLabelled(here, await pressLabelled(here, kind, 'What is “dates”?'), 'joined')
    expect(dates.text).toContain('Which number of dates such as 01/02/2019 is the day?')
    const day = await pressLabelled(here, dates, 'The day comes first')
    expect(day.text).not.toContain('Which number of dates')
    const named = await pressLabelled(here, await pressLabelled(here, day, 'What is “list”?'), 'acronym')
    const whole = await pressLabelled(here, await pressLabelled(here, named, 'What is “Kennung”?'), 'name')
    expect(whole.text).toContain('2 entities new')
    await takeOver(here, whole)
    expect(await say('/directory entity A')).toContain('Feb 2019')
  })

  test('what a column was said to mean by mistake is said anew by a press', async () => {
    const reply = await give('s.csv', 'name,email,Büro\nUma Strand,uma@osn.example,Bureau 4')
    const asked = await pressLabelled(here, reply, 'What is “Büro”?')
    const wrong = await pressLabelled(here, asked, 'timezone')
    expect(wrong.text).toContain('Row 2, Büro: I know no time zone called “Bureau 4”')
    const again = await pressLabelled(here, wrong, '“Büro” is something else')
    const right = await pressLabelled(here, again, 'station')
    expect(right.text).toContain('1 person new')
    expect(buttonsOf(right).some(({ label }) => label.startsWith('Import'))).toBe(true)
  })

  test('names a mistake of a whole column once', async () => {
    const rows = Array.from({ length: 12 }, (_, nth) => `P${nth},p${nth}@osn.example,no zone ${nth}`)
    const reply = await give('z.csv', ['name,email,timezone', ...rows].join('\n'))

    expect(reply.text).toContain('12 mistakes')
    expect(reply.text.match(/I know no time zone/g)?.length).toBe(1)
    expect(reply.text).toContain('The others are of the same kind')
    const asked = await pressLabelled(here, reply, '“timezone” is something else')
    expect(asked.text).toContain('What does the column “timezone” mean?')
  })

  test('the time zone of a duty station is taken where no column tells one, and said', async () => {
    const reply = await give(
      'stations.csv',
      'name,email,entity,duty station\nIda Berg,ida@osn.example,OSN,"Vienne, Autriche"\nOle Berg,ole@osn.example,OSN,Annex 4',
    )
    expect(reply.text).toContain('time zone of 1 new person whose duty station does')
    expect(reply.text).toContain('1 other has UTC')
    await takeOver(here, reply)
    expect(await say('/directory person ida@osn.example')).toContain('(Europe/Vienna)')
    expect(await say('/directory person ole@osn.example')).toContain('(UTC)')
  })

  test('somebody who begins later can be taken back with the whole import', async () => {
    const taken = await takeOver(
      here,
      await give('later.csv', 'name,email,entity,since\nLea Later,lea@osn.example,OSN,2027-03-01'),
    )
    const undone = await pressLabelled(here, taken, 'Undo')
    expect(undone.outcome, undone.text).toBe('done')
    expect(await say('/directory entity OSN on:2027-03-02')).not.toContain('Lea Later')
  })
})
