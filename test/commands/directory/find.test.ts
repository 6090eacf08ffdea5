import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../support/world.ts'

describe('finding people by what they do', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const say = async (line: string) => (await here.say(secretariat, line)).text

  test.each([
    ['/directory find BMLE vice-chair', '2 vice-chairs of BMLE'],
    ['/directory find who chairs border management', 'The chair of BMLE'],
    ['/directory find focal points ETCIP', '22 members of ETCIP'],
    ['/directory find ETCIP focal points', '22 members of ETCIP'],
    ['/directory find chair of ETCIP', 'Lauren Daly (INTERPOL), chair of ETCIP since 1 Mar 2023'],
    ['/directory find chairs', '4 chairs of the working groups'],
    ['/directory find WHO member', 'WHO is a member of 2 working groups'],
    ['/directory find UNICRI chair', 'UNICRI is chair of no working group today'],
    ['/directory find NARS vice-chair', 'NARS has no vice-chair by name today'],
  ])('%s says “%s”', async (line, wanted) => {
    expect(await say(line)).toContain(wanted)
  })

  test('whoever a card names is found, without a record of their own, and the sentence says so', async () => {
    expect(await say('/directory find daly')).toContain('Lauren Daly, chair of ETCIP for INTERPOL')

    const refused = await here.say(secretariat, '/directory person Lauren Daly')
    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('no record of their own')
    expect(refused.text).toContain('Show INTERPOL')
  })

  test('a name in Arabic letters is found by how it sounds, where only what is unlike it is nearly spelt so', async () => {
    await say('/directory add person "سارة الحسن" email:sara@iom.example entity:IOM')
    for (const typed of ['Sara', 'Hasan', 'hassan', 'al-Hassan', 'Sara Hassan']) {
      expect(await say(`/directory find ${typed}`)).toContain('سارة الحسن')
    }
    expect(await say('/directory find Xqzv')).toContain('Nothing found for “Xqzv”')
  })

  test('a word in another script is no short acronym that its consonants happen to spell', async () => {
    for (const typed of ['القاهرة', 'شارع']) {
      expect(await say(typed)).toContain(`nothing of that name in the directory`)
      expect(await say(`/directory find ${typed}`)).toContain(`Nothing found for “${typed}”`)
    }
    expect(await say('/directory find Лорен')).toContain('Lauren Daly')
  })

  test('somebody is found by a part of their name and their entity, and by a name before “who”', async () => {
    await say('/directory add person "Berta Quill" email:bq@who.example entity:WHO')
    await say('/directory add person "Pedro Quill" email:pq@iom.example entity:IOM')
    expect(await say('quill who')).toMatch(/1 match .*\n.*Berta Quill/)
    expect(await say('quill iom')).toMatch(/1 match .*\n.*Pedro Quill/)
    expect(await say('pedro who')).toMatch(/1 match .*\n.*Pedro Quill/)
    expect(await say('quill unodc')).toContain('nothing of that name in the directory')
  })

  test('languages that are given by their tags are found by their names', async () => {
    await say('/directory add person Polyglot email:poly@iom.example entity:IOM languages:"EN/FR and Wolof"')
    expect(await say('/directory find french')).toMatch(/Polyglot, IOM \(speaks French\)/)
    expect(await say('/directory person poly@iom.example')).toContain('Speaks: English, French, Wolof')
  })

  test('each hit says why it matched', async () => {
    expect(await say('/directory find ONUDC')).toContain('also called ONUDC')
    expect(await say('/directory find UNCCT')).toContain('its part UNCCT')
    expect(await say('/directory find aviation')).toContain('deals with aviation')
    expect(await say('/directory find Vienna')).toContain('in Vienna')
  })

  test('two letters swapped name what was meant, for every command', async () => {
    expect(await say('/directory entity UNDOC')).toContain('Did you mean UNODC?')
    expect(await say('/wg show BLME')).toContain('Did you mean BMLE?')
  })

  test('a single word means nothing that merely sounds like it', async () => {
    expect(await say('/directory find timezone:Mars')).toContain('Nothing found for “timezone:Mars”')
  })

  test('where somebody sits and what they speak is kept, shown and found', async () => {
    await say(
      '/directory edit person focal.who@compact.example station:Cairo country:Egypt languages:"Arabic, French"',
    )
    expect(await say('/directory person focal.who@compact.example')).toContain('Cairo, Egypt')
    expect(await say('/directory find Arabic speaker in Cairo')).toContain('WHO focal point')
  })

  test('a renamed entity is found with its people by the new acronym', async () => {
    await say('/directory edit entity WCO acronym:WCOX')
    expect(await say('/directory find WCOX in:people')).toContain('WCO focal point, WCOX')
  })

  test('a list has twenty lines a page, and turns both ways', async () => {
    expect(await say('/directory list')).toContain('[Next]')
    expect(await say('/directory list page:2')).toContain('[Previous]')
    expect(await say('/directory list page:9')).toContain('there is no page 9')
  })

  test('on a day, roles and people are those of that day, and so are the cards behind the buttons', async () => {
    const chaired = await here.say(secretariat, '/directory find who chaired ETCIP on:2022-08-15')
    expect(chaired.text).toContain('The chair of ETCIP on 15 Aug 2022:')
    expect(chaired.text).toContain('OPCW')
    expect((await here.say(secretariat, '/directory find UNICRI chair on:2022-03-01')).text).toContain(
      'UNICRI was chair of 1 working group on 1 Mar 2022:',
    )

    await here.say(secretariat, '/directory add person "Gone Gardener" email:gone@who.example entity:WHO')
    await here.press(secretariat, 'directory retire person', { person: 'gone@who.example' }, true)
    const find = '/directory find "Gone Gardener"'
    expect((await here.say(secretariat, find)).text).not.toContain('Gone Gardener, ')
    const before = await here.say(secretariat, `${find} on:2026-01-01`)
    expect(before.text).toContain('for “Gone Gardener” on 1 Jan 2026')
    expect(before.answer.message.blocks).toContainEqual(
      expect.objectContaining({
        kind: 'buttons',
        buttons: [expect.objectContaining({ values: { person: 'gone@who.example', on: '2026-01-01' } })],
      }),
    )
  })

  test('a role in a year has everybody who held it then, with their days', async () => {
    const text = await say('/directory find chair of ETCIP in 2022')
    expect(text).toContain('of ETCIP in 2022')
    expect(text).toContain('OPCW')
  })

  test('a question as it is asked of a colleague finds who fits it, in a part of the world too', async () => {
    await say(
      '/directory add person "Rana Adviser" email:rana@who.example entity:WHO title:"Adviser, human rights" station:Amman country:Jordan',
    )
    await say(
      '/directory add person "Pia Adviser" email:pia@who.example entity:WHO title:"Adviser, human rights" station:Lima country:Peru',
    )

    const asia = await say('/directory find who speaks for human rights in Asia')
    expect(asia).toContain('for “human rights” in Asia and the Pacific:')
    expect(asia).toContain('Rana Adviser')
    expect(asia).not.toContain('Pia Adviser')
    const none = await say('/directory find who works on aviation in Africa')
    expect(none).toContain('nobody whose duty station is known to be in Africa')
    expect(none).toContain('ICAO')
    expect(await say('/directory find focal point for victims')).toContain('HRRoL-VOT')
  })

  test('a part of the world that belongs to a name stays in it, and entities are asked for as entities', async () => {
    await say('/directory add entity BRH name:"Bureau of Harbours for Africa" kind:member')
    await say('/directory add entity HRP name:"Human rights panel in Asia" kind:member')
    await say(
      '/directory add person "Hana Porter" email:hana@who.example entity:WHO title:"Adviser, Bureau of Harbours, human rights" station:Accra country:Ghana',
    )
    await say(
      '/directory add person "Hoang Porter" email:hoang@who.example entity:WHO title:"Adviser, human rights panel" station:Hanoi country:"Viet Nam"',
    )

    const named = await say('/directory find Bureau of Harbours for Africa')
    expect(named).toContain('for “Bureau of Harbours for Africa”:')
    expect(named).toContain('BRH')
    const entities = await say('/directory find "human rights panel in Asia" in:entities')
    expect(entities).toContain('for “human rights panel in Asia” among the entities:')
    expect(entities).toContain('HRP')
    expect(entities).not.toContain('Porter')
  })

  test.each([
    ['Holland', 'The Netherlands'],
    ['Corée du Sud', 'Republic of Korea'],
    ['UK', 'United Kingdom'],
  ])('“%s” finds people of %s', async (query, country) => {
    await here.database.store.pool.query(
      `insert into people (name, email, country) values ('Post ' || length($1::text), md5($1::text) || '@x.example', $1)`,
      [country],
    )

    expect(await say(`/directory find "${query}"`)).toContain(`Post ${country.length} (in ${country})`)
  })
})
