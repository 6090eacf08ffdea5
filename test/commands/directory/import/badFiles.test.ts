import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonsOf } from '../../../support/lines/pressed.ts'
import { secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, takeOver } from '../giveFile.ts'
import { compoundFile, workbook } from '../workbooks.ts'

const heading = ['email', 'name', 'title']
const sound = workbook([heading, ['uma@who.example', 'Uma Strand', 'Adviser']])
const megabyte = 1_000_000

describe('files that cannot be taken as they are', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const give = (name: string, content: string | Uint8Array) => giveFile(here, name, content)

  test('each formula of a workbook is named by its row and column, and nothing of the file is taken', async () => {
    const reply = await give(
      'people.xlsx',
      workbook([
        [...heading, 'Remarks'],
        ['ana@who.example', 'Ana', { formula: '"Adv"&"iser"', result: 'Adviser', type: 'str' }],
        ['bea@who.example', { formula: 'A3&amp;""', result: '#REF!', type: 'e' }, 'Adviser'],
        ['eno@who.example', 'Eno', { formula: 'C2' }],
        ['ida@who.example', 'Ida', 'Adviser', { formula: 'NOW()', result: '45000.5' }],
      ]),
    )

    expect(reply.text).toContain('1 person new, 0 changed, 0 unchanged, 3 mistakes')
    for (const place of ['Row 2, title', 'Row 3, name', 'Row 4, title']) {
      expect(reply.text).toContain(`${place}: It is a formula.`)
    }
    // Nothing is taken from a column that is not understood, so what stands in it does no harm.
    expect(reply.text).not.toContain('Row 5, ')
    expect(buttonsOf(reply).filter(({ label }) => label.startsWith('Import'))).toEqual([])
    expect((await here.say(secretariat, '/directory find ida@who.example')).text).not.toContain('Ida')
  })

  test('a cell that is broken is named by its place', async () => {
    const broken = { formula: 'A2', result: 'none', type: 's' }
    const reply = await give('people.xlsx', workbook([heading, ['ana@who.example', broken, 'Adviser']]))

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(
      'Row 2, column B of the workbook cannot be read: what stands there is broken.',
    )
  })

  test('a quotation mark without its other is named by its line, in words that anybody knows', async () => {
    const reply = await give(
      'people.csv',
      'Name,E-mail,Title\nAna,ana@who.example,"Adviser\nBea,bea@who.example,x',
    )

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(
      'The file cannot be read as CSV: a cell in line 3 begins or ends with a quotation mark that has no other.',
    )
  })

  test('a text that begins like a formula is a text in a workbook', async () => {
    const reply = await give('people.xlsx', workbook([heading, ['plus@who.example', '=Equal', '+Plus']]))

    expect((await takeOver(here, reply)).text).toContain('1 person new')
    expect((await here.say(secretariat, '/directory person plus@who.example')).text).toContain('=Equal')
  })

  test('a chart on a sheet of its own does no harm, and formulas are still found where they are', async () => {
    const rows = [heading, ['chart@who.example', { formula: 'A2', result: 'x', type: 'str' }, 'Adviser']]
    const reply = await give('people.xlsx', workbook(rows, { chart: true }))

    expect(reply.text).toContain('Row 2, name: It is a formula.')
  })

  test.each([
    [
      'under a password',
      compoundFile('EncryptedPackage'),
      'The workbook is protected by a password. Save it without one',
    ],
    ['that is an old .xls', compoundFile('Workbook'), 'The workbook is an old .xls, whatever its name says.'],
    ['that was cut off', sound.slice(0, sound.length / 2), 'The workbook cannot be opened: it is broken.'],
    ['with damage inside', damaged(sound), 'The workbook cannot be opened: it is broken.'],
    [
      'that is not an archive',
      'email,name\nana@who.example,Ana',
      'The workbook cannot be opened: it is broken.',
    ],
  ])('a workbook %s is refused in words that say what to do', async (_, content, words) => {
    const reply = await give('people.xlsx', content)

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(words)
    expect(reply.text).toMatch(/Save it/)
  })

  test.each(['people.csv', 'people.xlsx', 'people.vcf', 'people.json'])(
    'more than 5 MB of %s are refused with the limit',
    async (name) => {
      const reply = await give(name, new Uint8Array(20 * megabyte).fill(97))

      expect(reply.outcome).toBe('refused')
      expect(reply.text).toContain(`“${name}” is too large: send at most 5 MB.`)
    },
  )

  test('roles without a first day are said to hold without a beginning, before anything is taken over', async () => {
    const reply = await give(
      'roles.csv',
      'WG,Role,Entity,Since\nRMME,vice-chair,UNDP,2024-03-01\nRMME,vice-chair,IOM,\nNARS,co-chair,WHO,',
    )

    expect(reply.text).toContain('3 roles new')
    expect(reply.text).toContain(
      '2 new roles have no first day (rows 3, 4): they are held without a beginning, as if always. Where you know the day, put it in the column “Since”',
    )
    await takeOver(here, reply)
    expect((await here.say(secretariat, '/wg show RMME on:1999-01-01')).text).toContain('IOM')
    const again = await give('roles.csv', 'WG,Role,Entity,Since\nRMME,vice-chair,IOM,')
    expect(again.text).not.toContain('first day')
  })
})

/** The same file with other bytes where its largest part is packed. */
function damaged(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  copy.fill(0x5a, 700, 900)
  return copy
}
