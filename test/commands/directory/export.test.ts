import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Block, fileBytes } from '../../../src/core/message.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'
import { giveFile } from './giveFile.ts'

type FileBlock = Extract<Block, { kind: 'file' }>

describe('the directory as files', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    for (const line of [
      '/directory add person "=cmd|calc, the \\"Adviser\\"" email:odd@who.example entity:WHO title:"+plus; semicolon" phone:"+41 22 791"',
      '/directory edit person odd@who.example station:Genève country:Switzerland languages:"French, Swahili" coordinator:yes',
      '/directory add person 王小明 email:xm@icao.example entity:ICAO timezone:Asia/Bangkok',
      '/directory nominate xm@icao.example wg:ETCIP as:alternate from:2026-11-01',
      '/directory edit entity WHO aliases:"World Health; OMS, l’"',
    ]) {
      expect((await here.say(secretariat, line)).outcome).toBe('done')
    }
  })
  afterAll(() => here.end())

  async function exported(options: string): Promise<readonly FileBlock[]> {
    const reply = await here.say(secretariat, `/directory export ${options}`)
    expect(reply.outcome, reply.text).toBe('done')
    return reply.answer.message.blocks.filter((block): block is FileBlock => block.kind === 'file')
  }

  function textOf(file: FileBlock | undefined): string {
    return file === undefined ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(file))
  }

  function bytesOf(file: FileBlock): Uint8Array {
    return new Uint8Array(fileBytes(file))
  }

  const giveBack = (file: FileBlock) => giveFile(here, file.name, bytesOf(file))

  test.each([
    'csv of:people',
    'csv of:entities',
    'csv of:groups',
    'csv of:roles',
    'csv',
    'xlsx',
    'json',
    'vcard',
  ])('what was exported as %s imports unchanged', async (options) => {
    const files = await exported(options)
    expect(files.length).toBe(options === 'csv' ? 4 : 1)
    for (const file of files) {
      const reply = await giveBack(file)
      expect(reply.text).not.toMatch(/mistake|What is/)
      expect(reply.text, file.name).not.toMatch(
        /(?<!\d)[1-9]\d* (?:people|person|entit|working group|role)\S* new/,
      )
      expect(reply.text, file.name).not.toMatch(/(?<!\d)[1-9]\d* changed/)
    }
  })

  test('no cell of a CSV begins a formula, and it is UTF-8 to every spreadsheet', async () => {
    const [file] = await exported('csv of:people')
    const text = textOf(file)
    const rows: string[][] = parse(text, { bom: true })

    expect([...(file ? bytesOf(file) : []).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(rows.flat().filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([])
    expect(text).toContain('王小明')
  })

  test('a vCard is read by a library that did not write it, and no line is too long', async () => {
    const [file] = await exported('vcard')
    const text = textOf(file)
    const cards: unknown[] = ICAL.parse(text)

    expect(cards.length).toBe(48)
    expect(JSON.stringify(cards)).toContain('=cmd|calc, the')
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(text).toContain('LANG:fr')
  })

  test('as of a day people stand for the entity of that day, and whoever came later is not there', async () => {
    await here.say(
      secretariat,
      '/directory add person "Lea Later" email:later@who.example entity:WHO from:2026-11-10',
    )
    await here.say(secretariat, '/directory edit person later@who.example entity:ICAO from:2026-11-20')
    const peopleOn = async (day: string) => textOf((await exported(`csv of:people on:${day}`))[0])

    expect(await peopleOn('2026-11-09')).not.toContain('Lea Later')
    expect(await peopleOn('2026-11-12')).toContain('Lea Later,later@who.example,WHO')
    expect(await peopleOn('2026-11-20')).toContain('Lea Later,later@who.example,ICAO')
    await here.press(secretariat, 'directory retire person', { person: 'later@who.example' }, true)
  })

  test('as of a day it has who held what, and the entities that there were', async () => {
    const [roles] = await exported('csv of:roles on:2022-08-15')
    expect(textOf(roles)).toContain('ETCIP,chair,OPCW')
    expect(textOf(roles)).not.toContain('ETCIP,chair,UNICRI')

    const [entities] = await exported('csv of:entities on:2022-01-01')
    expect(textOf(entities)).not.toContain('UNITAD')
  })

  test('a list to print holds no markup of anybody’s', async () => {
    await here.say(secretariat, '/directory edit person xm@icao.example title:"<b>bold</b> *x*"')
    const [html] = await exported('html of:people')
    const [markdown] = await exported('markdown of:people')

    expect(textOf(html)).not.toContain('<b>')
    expect(textOf(markdown)).toContain('\\<b\\>')
  })

  test('a list to print says in words what an import reads by a code', async () => {
    const [html] = await exported('html of:entities')
    expect(textOf(html)).toContain('<td>observer</td><td>UN entity</td>')
    expect(textOf(html)).not.toMatch(/<td>(?:non-)?un<\/td>/)
    const [csv] = await exported('csv of:entities')
    expect(textOf(csv)).toMatch(/,observer,un,/)
  })

  test('is for the secretariat alone, and vCards are of people', async () => {
    expect((await here.say(focal('who'), '/directory export csv')).outcome).toBe('refused')
    expect((await here.say(secretariat, '/directory export vcard of:roles')).outcome).toBe('refused')
  })
})
