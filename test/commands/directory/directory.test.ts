import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

describe('directory and working groups', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.database.store.pool.query(
      `insert into people (name, email) values ('محمد عبد الله', 'm@x.example'), ('Éva Müller-Ñandú', 'eva@x.example'), ('Seán O''Brien', 'sean@x.example')`,
    )
  })
  afterAll(() => here.end())

  async function firstHit(query: string): Promise<string> {
    const reply = await here.say(focal('who'), `/directory find ${query}`)
    return reply.text.split('\n')[1] ?? ''
  }

  test.each([
    ['CTED', 'CTED, Counter-Terrorism Committee'],
    ['who', 'WHO, World Health Organization'],
    ['womem', 'UN Women'],
    ['wimen', 'UN Women'],
    ['interpoll', 'INTERPOL'],
    ['eva muller', 'Éva Müller'],
    ['محمد', 'محمد عبد الله'],
    ['obrien', "Seán O'Brien"],
    ['UNCCT', 'UNOCT'],
    ['emerging threts', 'ETCIP'],
    ['focal.undp@compact.example', 'UNDP focal point'],
  ])('find %s gives %s first', async (query, wanted) => {
    expect(await firstHit(query)).toContain(wanted)
  })

  test.each(['%', '_', "'; drop table people; --", '\\', '(((', '<script>'])(
    'find %s is harmless',
    async (query) => {
      const reply = await here.say(focal('who'), `/directory find "${query}"`)

      expect(reply.outcome).toBe('done')
    },
  )

  test('a name full of punctuation is found however it is misspelt', async () => {
    await here.database.store.pool.query(
      `insert into people (name) values ('Anabel C++ (Leader|Deputy) [x]* ^$ {3} \\d Corvanto')`,
    )

    expect(await firstHit('anbael corvatno')).toContain('Anabel C++')
    expect(await firstHit('leadr deptuy corvnto')).toContain('Anabel C++')
  })

  test('a word after /directory that is not an action is searched for at one press, and not before', async () => {
    const asked = await here.say(focal('who'), '/directory CTED')
    expect(asked.outcome).toBe('refused')
    const found = await press(here, focal('who'), buttonNamed(asked, '/directory find CTED'))
    expect(found.text).toContain('exact acronym')
  })

  test('an entity’s card has names, roles on the day and focal points', async () => {
    const card = await here.say(focal('who'), '/directory entity opcw on:2022-08-15')

    expect(card.text).toContain('Organization for the Prohibition of Chemical Weapons')
    expect(card.text).toContain('ETCIP (chair)')
    expect(card.text).toContain('OPCW focal point')
  })

  test('a person’s card shows their local time and address', async () => {
    const card = await here.say(focal('who'), '/directory person focal.cted@compact.example')

    expect(card.text).toContain('07:00 (America/New_York)')
    expect(card.text).toContain('CTED (Counter-Terrorism Committee Executive Directorate)')
  })

  test.each([
    ['/directory list', '45 entities and 1 other organization'],
    ['/directory list kind:observer', '6 observers'],
    ['/directory list kind:member', '39 members'],
    ['/directory list kind:member on:2022-01-01', '37 members'],
    ['/directory list group:PCVE', '45 entities in PCVE'],
    ['/directory list kind:member-state', 'There are no Member States'],
  ])('%s counts %s', async (line, text) => {
    expect((await here.say(focal('who'), line)).text).toContain(text)
  })

  test.each([
    ['August 2022', 'OPCW'],
    ['2022-03-01', 'UNICRI'],
    ['2022-06-30', 'UNICRI'],
    ['2022-07-01', 'OPCW'],
    ['2022-12-31', 'INTERPOL'],
    ['2023-04-15', 'INTERPOL'],
  ])('who chaired ETCIP on %s: %s', async (day, chair) => {
    expect((await here.say(focal('who'), `/wg show ETCIP on:"${day}"`)).text).toContain(`chaired by ${chair}`)
  })

  test('nobody is on record as chair of ETCIP between the rotation and the chair named in 2023', async () => {
    expect((await here.say(focal('who'), '/wg show ETCIP on:2023-02-01')).text).toContain(
      'no chair on record',
    )
  })

  test('the list has the eight groups, and those of a pillar', async () => {
    expect((await here.say(focal('who'), '/wg list')).text).toContain('8 working groups')
    expect((await here.say(focal('who'), '/wg list pillar:IV')).text).toContain(
      '2 working groups of pillar IV',
    )
  })

  test('appointing a chair closes the old term, keeps the history, and can be undone', async () => {
    const appointed = await here.say(secretariat, '/wg appoint BMLE role:chair entity:ICAO from:2027-01-01')
    const before = await here.say(focal('who'), '/wg show BMLE on:2026-12-31')
    const after = await here.say(focal('who'), '/wg show BMLE on:2027-01-01')
    const history = await here.say(focal('who'), '/wg history BMLE')

    expect(appointed.text).toContain('CTED’s term as chair ends on 31 Dec 2026')
    expect(before.text).toContain('chaired by CTED')
    expect(after.text).toContain('chaired by ICAO')
    expect(history.text).toContain('until 31 Dec 2026: CTED, chair')
    expect(history.text).toContain('since 1 Jan 2027: ICAO, chair')
  })

  test('what was in force is never erased, and a term that follows itself is no news', async () => {
    const erased = await here.press(
      secretariat,
      'wg release',
      { wg: 'ETCIP', role: 'chair', entity: 'OPCW', on: '2022-07-01' },
      true,
    )
    const cut = await here.press(
      secretariat,
      'wg release',
      { wg: 'ETCIP', role: 'chair', entity: 'OPCW', on: '2022-08-01' },
      true,
    )

    expect([erased.outcome, cut.outcome]).toEqual(['refused', 'refused'])
    expect((await here.say(focal('who'), '/wg show ETCIP on:2022-08-15')).text).toContain('chaired by OPCW')
  })

  test('an appointment that closed a term offers an undo that brings the former chair back', async () => {
    const closing = await here.say(secretariat, '/wg appoint RMME role:chair entity:UNDP from:2027-03-01')
    const plain = await here.say(secretariat, '/wg appoint RMME role:vice-chair entity:WHO from:2027-03-01')

    expect(plain.text).toContain('[Undo] [Show the group]')
    await press(here, secretariat, buttonNamed(closing, 'Undo'))
    expect((await here.say(secretariat, '/wg show RMME on:2027-03-02')).text).toContain('chaired by UNOCT')
  })

  test('a role held already is refused, and so is appointing by anybody but the secretariat', async () => {
    const twin = await here.say(secretariat, '/wg appoint BMLE role:vice-chair entity:INTERPOL')
    const chair = await here.say(focal('interpol'), '/wg appoint ETCIP role:vice-chair entity:CTED')

    expect(twin.text).toContain('already')
    expect(chair.outcome).toBe('refused')
  })

  test('releasing asks first, and ends the role that day', async () => {
    const asked = await here.say(secretariat, '/wg release ETCIP role:observer entity:IPU on:2027-02-01')
    await here.press(
      secretariat,
      'wg release',
      { wg: 'ETCIP', role: 'observer', entity: 'IPU', on: '2027-02-01' },
      true,
    )

    expect(asked.outcome).toBe('asked')
    expect((await here.say(focal('who'), '/wg show ETCIP on:2027-01-31')).text).toContain('IPU')
    expect((await here.say(focal('who'), '/wg show ETCIP on:2027-02-01')).text).not.toContain('IPU')
  })

  test('a chair in office next year may not schedule this year', async () => {
    const reply = await here.say(focal('icao'), '/meeting schedule Early wg:BMLE start:"1 Dec 10:00"')

    expect(reply.outcome).toBe('refused')
  })

  test.each([
    ['/directory entity XYZZY', 'I know no entity called “XYZZY”'],
    ['/directory entity UNOTC', 'Did you mean UNOCT?'],
    ['/wg show C', 'may be'],
    ['/wg show ETCIP on:"31 Feb 2022"', 'There is no 31 February 2022'],
    ['/wg list pillar:5', '“5” is not a choice here: give I, II, III or IV.\n[I] [II] [III] [IV]'],
    ['/wg appoint ETCIP role:king entity:CTED', 'is not a choice here: give chair'],
  ])('%s is refused with a sentence', async (line, why) => {
    const reply = await here.say(secretariat, line)

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(why)
  })
})
