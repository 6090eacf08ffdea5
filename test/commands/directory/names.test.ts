import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileBytes } from '../../../src/core/message.ts'
import { buttonsOf } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'
import { giveFile, pressLabelled } from './giveFile.ts'

describe('names of the day', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-02T12:00:00Z' })
    await say('/directory add entity NHO name:"Northern Health Office" kind:member')
    await say('/wg add WATER name:"Working group on water"')
    await say('/wg appoint WATER role:chair entity:NHO from:2026-11-02')
    await here.turn('2026-11-20T12:00:00Z')
  })
  afterAll(() => here.end())

  const answerTo = (line: string) => here.say(secretariat, line)
  const say = async (line: string) => (await answerTo(line)).text
  const fileOf = async (line: string) => {
    const { answer } = await answerTo(line)
    return answer.message.blocks
      .flatMap((block) => (block.kind === 'file' ? [fileBytes(block).toString()] : []))
      .join('\n')
  }

  test('an entity renamed since keeps its name of then in every list, and is found by both', async () => {
    const renamed = await answerTo('/directory edit entity NHO acronym:ONH name:"Office of Northern Health"')
    expect(renamed.text).toContain('Lists of days before 20 Nov 2026 keep saying NHO')

    expect(await say('/directory list on:2026-11-10')).toContain('NHO: Northern Health Office')
    expect(await say('/directory list page:2')).toContain('ONH: Office of Northern Health')
    expect(await say('/wg show WATER on:2026-11-10')).toContain('chaired by NHO')
    expect(await say('/wg show WATER')).toContain('chaired by ONH')
    expect(await say('/wg list on:2026-11-19')).toContain('chair NHO')
    expect(await say('/directory entity ONH on:2026-11-10')).toContain('NHO: Northern Health Office')
    expect(await say('/directory find "chair of WATER" on:2026-11-10')).toContain('NHO')
    const card = await say('/directory entity NHO')
    expect(card).toContain('ONH: Office of Northern Health')
    expect(card).toContain('Formerly: NHO (Northern Health Office), until 19 Nov 2026')
    expect(await say('/directory find NHO')).toContain('ONH')
  })

  test('exports say what a day said, and an old list does not add the entity anew', async () => {
    expect(await fileOf('/directory export csv of:entities on:2026-11-10')).toContain('NHO,Northern Health')
    expect(await fileOf('/directory export csv of:roles on:2026-11-10')).toContain('WATER,chair,NHO')
    expect(await fileOf('/directory export csv of:roles')).toContain('WATER,chair,ONH')

    const old = await giveFile(here, 'old.csv', 'acronym,name\nNHO,Northern Health Office')
    expect(old.text).toContain('Row 2, acronym: It is another name of ONH')
    const people = await giveFile(here, 'people.csv', 'email,name,entity\nana@nho.example,Ana Nandu,NHO')
    expect(people.text).toContain('1 person new')
  })

  test('what was believed before a correction stays answerable', async () => {
    await here.turn('2026-11-21T12:00:00Z')
    const once = await answerTo('/directory edit entity ONH name:"Office for Northern Health"')
    expect(once.text).toContain('keep the old name, by which it is still found')
    await here.turn('2026-11-23T12:00:00Z')
    const corrected = await pressLabelled(here, once, 'The old name was a mistake')
    expect(corrected.outcome).toBe('done')

    expect(await say('/directory entity ONH on:2026-11-20')).toContain('ONH: Office for Northern Health')
    expect(await say('/directory entity ONH on:2026-11-20 known:2026-11-22')).toContain(
      'ONH: Office of Northern Health',
    )
    expect(await say('/directory entity ONH known:2026-11-19')).toContain('NHO: Northern Health Office')
    const undone = await pressLabelled(here, corrected, 'Undo')
    expect(undone.outcome).toBe('done')
    expect(await say('/directory entity ONH on:2026-11-20')).toContain('ONH: Office of Northern Health')
  })

  test('a name borne for no day is kept nowhere, and the former one stays', async () => {
    await say('/directory add entity ANB name:"Aviation Bureau" kind:member')
    await here.turn('2026-11-24T12:00:00Z')
    const first = await answerTo('/directory edit entity ANB acronym:BNA')
    const second = await answerTo('/directory edit entity BNA acronym:BNAO')

    expect(first.text).toContain('keep saying ANB')
    expect(second.text).not.toContain('keep saying')
    expect(buttonsOf(second).map(({ label }) => label)).not.toContain('The old name was a mistake')
    const card = await say('/directory entity BNAO')
    expect(card).toContain('Formerly: ANB')
    expect(card).not.toMatch(/\bBNA\b/)
    expect(await say('/directory entity ANB')).toContain('BNAO: Aviation Bureau')
  })

  test('a second press of “The old name was a mistake” takes no earlier name away', async () => {
    await say('/directory add entity RDA name:"River Delta Agency" kind:member')
    await here.turn('2026-11-25T12:00:00Z')
    await say('/directory edit entity RDA acronym:RDB')
    await here.turn('2026-11-26T12:00:00Z')
    const renamed = await answerTo('/directory edit entity RDB acronym:RDC')
    expect((await pressLabelled(here, renamed, 'The old name was a mistake')).outcome).toBe('done')
    const again = await pressLabelled(here, renamed, 'The old name was a mistake')

    expect(again.outcome).toBe('refused')
    expect(again.text).toContain('that is “RDA, River Delta Agency”')
    expect(await say('/directory entity RDC')).toContain('Formerly: RDA')
    expect(await say('/directory edit entity RDC was:RDA')).toContain('goes with “always:yes”')
    expect((await answerTo('/directory edit entity RDC always:yes was:RDA')).outcome).toBe('done')
  })

  test('an undo of a rename leaves no trace in lists, and its own undo brings it back', async () => {
    const renamed = await answerTo('/wg edit WATER acronym:WET from:2026-11-12')
    expect(await say('/wg list on:2026-11-11')).toContain('WATER Working group on water')
    expect(await say('/wg list on:2026-11-12')).toContain('WET Working group on water')
    const undone = await pressLabelled(here, renamed, 'Undo')
    expect(await say('/wg list on:2026-11-12')).toContain('WATER Working group on water')
    await pressLabelled(here, undone, 'Undo')
    expect(await say('/wg list on:2026-11-11')).toContain('WATER Working group on water')
    expect(await say('/wg show WATER')).toContain('WET, Working group on water')
  })

  test('a rename is not taken back under a later name, and is once that one was', async () => {
    await say('/directory add entity LKA name:"Lake Agency" kind:member')
    await here.turn('2026-11-27T12:00:00Z')
    const first = await answerTo('/directory edit entity LKA acronym:LKB')
    await here.turn('2026-11-28T12:00:00Z')
    const second = await answerTo('/directory edit entity LKB name:"Lakes Agency"')

    const refused = await pressLabelled(here, first, 'Undo')
    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('Take that back first')
    expect(await say('/directory entity LKB on:2026-11-26')).toContain('LKA: Lake Agency')
    await pressLabelled(here, second, 'Undo')
    expect((await pressLabelled(here, first, 'Undo')).outcome).toBe('done')
    expect(await say('/directory entity LKA on:2026-11-27')).toContain('LKA: Lake Agency')
    expect(await say('/directory entity LKA')).not.toContain('Formerly')
  })

  test('a day ahead, a day before the name was borne and a day of no name are refused', async () => {
    expect(await say('/wg edit WET name:"Water" from:2027-01-01')).toContain('is still ahead')
    expect(await say('/wg edit WET name:"Water" from:2026-11-05')).toContain('only since 12 Nov 2026')
    expect(await say('/wg edit WET objective:"Water" from:2026-11-05')).toContain('give one of them')
  })

  test('a mistaken name that is mended at once is kept among no former names', async () => {
    await say('/directory add entity EFA name:"Eastern Aviation Forum" kind:member')
    await say('/directory edit entity EFA acronym:EAF always:yes')

    expect(await say('/directory entity EFA')).not.toContain('Eastern Aviation Forum')
    expect(await say('/directory entity EAF')).not.toContain('EFA')
  })

  test('says who is new: with the framework or in a group, this year or in other days', async () => {
    await here.say(secretariat, '/directory add entity AFCON name:"African Convention" joined:2026-05-02')
    await here.say(secretariat, '/wg join ETCIP entity:AFCON from:2026-06-01')
    const rows = [
      ['who is new', /^1 entity on .* within 2026:\n.*AFCON: .*, since 2 May 2026\n+When \d+ others joined is not/],
      ['who is new this year', /AFCON/],
      ['who’s new in ETCIP', /^1 entity in ETCIP .*\n.*AFCON.*\(member\), since 1 Jun 2026/],
      ['who joined ETCIP since June?', /AFCON/],
      ['who joined in 2022', /^2 entities [\s\S]*FATF[\s\S]*UNITAD/],
      ['any new members in the last two months', /^There are no entities/],
      ['new members of BMLE', /^There are no entities in BMLE .* that joined within 2026\.[\s\S]*\[All of them\]/],
    ] as const // biome-ignore format: a table
    for (const [typed, wanted] of rows)
      expect((await here.say(focal('who'), typed)).text, typed).toMatch(wanted)
  })
})
