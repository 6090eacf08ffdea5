import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { type Reply, type World, world } from '../../support/world.ts'

const secretary = 'secretary@made.example'

describe('a new secretariat that types its directory in', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ onlySecretariat: [secretary], now: '2026-11-23T09:00:00Z' })
  })
  afterAll(() => here.end())

  const answerTo = (line: string) => here.say(secretary, line)
  const say = async (line: string) => (await answerTo(line)).text
  const takeBack = (answer: Reply) => press(here, secretary, buttonNamed(answer, 'Undo'))

  test.each([
    ['add entity CGS, Coast Guard Service', 'Added CGS, Coast Guard Service'],
    ['/directory add entity MOD - Ministry of Defence', 'Added MOD, Ministry of Defence'],
    ['/directory add entity Ministry of Labour (MOL)', 'Added MOL, Ministry of Labour'],
    ['/directory add entity MOI: Ministry of Interior', 'Added MOI, Ministry of Interior'],
    ['/directory add entity "Port Authority", PA-1', 'Added PA-1, Port Authority'],
    ['/directory add entity MOT Ministry of Transport', 'Added MOT, Ministry of Transport'],
    ['/directory add entity Harbour Police, HP kind:observer', 'Added HP, Harbour Police: observer'],
    ['/wg add SAR, Search and Rescue', 'Set up SAR, Search and Rescue'],
  ])('by acronym and name, however the two are parted: %s', async (line, answer) => {
    expect(await say(line)).toContain(answer)
  })

  test('is asked for the acronym of what has a name alone', async () => {
    for (const line of ['/directory add entity Ministry of Health', '/wg add "Working group on fisheries"']) {
      const asked = await say(line)
      expect(asked).toContain('still needs: acronym (')
      expect(asked).toMatch(/Not taken yet: name: (?:Ministry|Working)/)
    }
  })

  test.each([
    [
      '/directory add person a.bello@cgs.example CGS "Amina Bello"',
      'Added Amina Bello (CGS), a.bello@cgs.example',
    ],
    [
      '/directory add person ana.nandu@mod.example Ana Nandu, MOD',
      'Added Ana Nandu (MOD), ana.nandu@mod.example',
    ],
    ['/directory add person "Kofi Ba" CGS kofi.ba@cgs.example', 'Added Kofi Ba (CGS), kofi.ba@cgs.example'],
    ['/directory add person “Ife” MOD <ife@mod.example>', 'Added Ife (MOD), ife@mod.example'],
    ['add person Zoé Li <zoe.li@mol.example>', 'Added Zoé Li, zoe.li@mol.example'],
  ])('puts people in with the address in any place: %s', async (line, answer) => {
    expect(await say(line)).toContain(answer)
  })

  test('is asked for the address, or the name, that is lacking', async () => {
    expect(await say('/directory add person "Omar Sy" CGS')).toMatch(/still needs: email \(/)
    expect(await say('/directory add person omar.sy@cgs.example')).toMatch(/still needs: name \(/)
  })

  test('seats the entities that are not seated yet, and reads which were', async () => {
    await say('add members CGS and MOD to SAR')

    expect(await say('/wg join SAR CGS, MOL')).toMatch(
      /^MOL is a member of SAR .*\nCGS is a member of it already\./,
    )
    expect(await say('/wg join SAR CGS and MOD')).toBe(
      'CGS and MOD are members of SAR already on 23 Nov 2026. Nothing was changed.',
    )
  })

  test('reads for whom somebody stands who was named in the place of an entity', async () => {
    const refused = await answerTo('make Amina Bello chair of SAR')
    expect(refused.text).toContain('“Amina Bello” is a person, who stands for CGS; an entity is wanted here.')

    const way = buttonNamed(refused, 'CGS (Amina Bello)')
    expect((await press(here, secretary, way)).text).toContain('CGS (Amina Bello) is chair of SAR')

    // With the entity before the name, too.
    for (const holder of ['CGS Amina Bello', 'CGS (Amina Bello)']) {
      const named = await answerTo(`/wg appoint SAR role:vice-chair entity:"${holder}"`)
      expect(named.text).toContain(`“${holder}” is CGS and a person, Amina Bello; an entity alone is wanted`)
      expect(buttonNamed(named, 'CGS (Amina Bello)').values).toMatchObject({ entity: 'CGS' })
    }
    // Nor is it guessed which of the two is meant where they stand for another one.
    const other = await answerTo('/wg appoint SAR vice-chair MOD Amina Bello')
    expect(other.text).toContain('“MOD Amina Bello” names MOD and Amina Bello, who stands for CGS')
    expect(buttonNamed(other, 'MOD').values).toMatchObject({ entity: 'MOD' })
    expect(buttonNamed(other, 'CGS (Amina Bello)').values).toMatchObject({ entity: 'CGS' })
  })

  test('is offered what takes the name of a person, with what stands behind it', async () => {
    const refused = await answerTo('/directory edit Amina Bello phone +1 212 555 0100')
    const way = buttonNamed(refused, '/directory edit person Amina Bello phone +1 212 555 0100')
    expect(way.values).toEqual({ person: 'Amina Bello', phone: '+1 212 555 0100' })
  })

  test('keeps the rest of a line with an option that there is not', async () => {
    const refused = await answerTo('/wg add PORT name:"Working group on ports" chair:CGS')
    expect(refused.text).toContain('There is no option “chair:”')

    const added = await press(here, secretary, buttonNamed(refused, 'Without chair:CGS'))
    expect(added.text).toContain('Set up PORT, Working group on ports')
  })

  test.each([
    ['rename MOT to Ministry of Ports', /^Changed MOT\.\nName: Ministry of Ports/],
    ['change the name of MOT to "Ministry of Transport and Ports"', /Name: Ministry of Transport and Ports/],
    ['rename MOT to MTP', /Acronym: MTP/],
    ['Amina Bello now works for MOL', /^Changed Amina Bello\.\nEntity: MOL/],
    ["change Amina Bello's email to amina@mol.example", /E-mail: amina@mol\.example/],
    ['set the title of Amina Bello to "Head of unit"', /Title: Head of unit/],
    ['rename the working group SAR to Working group on rescue', /Name: Working group on rescue/],
    ['show me the draft', /^No issue has been opened yet/],
  ])('says what has changed in words of its own: %s', async (line, answer) => {
    expect(await say(line)).toMatch(answer)
  })

  test('takes out who has left, once that is said again', async () => {
    await here.turn('2026-11-24T09:00:00Z')

    expect(await say('Ana Nandu no longer works for MOD')).toMatch(/^Retire Ana Nandu\?/)
  })

  test.each([
    [
      '/directory add entity ZZZ name:"Zed Zone" aliases:Zed',
      '/directory entity ZZZ',
      /ZZZ: Zed Zone\n.*member/,
    ],
    ['/directory add person "Al Zed" email:al@zzz.example', '/directory person al@zzz.example', /Al Zed/],
    ['/wg add NEW name:"New group"', '/wg show NEW', /NEW, New group, on .*: no chair/],
  ])('%s, taken back, is added as at first', async (line, show, card) => {
    const first = await answerTo(line)
    const undone = await takeBack(first)
    const again = await answerTo(line)
    const shown = await answerTo(show)
    await takeBack(again)
    const twice = await answerTo(line.toLowerCase().replace('/wg add new', '/wg add NEW'))
    await takeBack(twice)

    expect(undone.text).toContain('What was added is out of the directory')
    expect(again.text).toContain(first.text.split('\n')[0])
    expect(again.text).toContain('It had been added before and that was taken back')
    expect(shown.text).toMatch(card)
    expect(shown.text).not.toMatch(/retired|closed/i)
    expect(twice.outcome, twice.text).toBe('done')
  })

  test('a group whose addition was taken back leaves its number to the next', async () => {
    const first = await answerTo('/wg add NEXT name:"Next group"')
    await takeBack(first)
    const other = await answerTo('/wg add OTHER name:"Other group"')
    const again = await answerTo('/wg add NEXT name:"Next group"')
    const number = (text: string) => Number(/as working group (\d+)/.exec(text)?.[1])

    expect(number(other.text)).toBe(number(first.text))
    expect(number(again.text)).toBeGreaterThan(number(first.text))
    await takeBack(again)
    await takeBack(other)
  })
})
