import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileBytes } from '../../../../src/core/message.ts'
import { secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, pressLabelled, takeOver } from '../giveFile.ts'

const heading = 'No.;Name;Organization / Entity;E-mail address;Tel.;WG(s);Principal / Alternate'

describe('a list of contacts that was kept by hand for years', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-26T10:00:00Z', onlySecretariat: [secretariat] })
    await giveFile(here, 'g.csv', 'acronym,name,objective\nWATER,Group on water,Water for all').then(
      (reply) => takeOver(here, reply),
    )
  })
  afterAll(() => here.end())

  const give = (name: string, ...rows: readonly string[]) => giveFile(here, name, rows.join('\r\n'))
  const say = async (line: string) => (await here.say(secretariat, line)).text

  test('asks once for an entity that it writes in several ways', async () => {
    const ways = [
      'CHS',
      'Council of the South',
      'Council of the South (CHS)',
      'OSN - Office of the North',
      'osn',
      'CHS – Council of the South',
      'Office of the North',
    ]
    const rows = [...ways, ...ways, ...ways].map(
      (entity, at) => `${at};Contact ${at};${entity};contact${at}@x.example;;;`,
    )
    const reply = await give('ways.csv', heading, ...rows)
    expect(reply.text).toContain('2 entities that ways.csv names are not in the directory yet')
    expect(reply.text).not.toContain('is something else')
    const [file] = reply.answer.message.blocks.flatMap((one) => (one.kind === 'file' ? [one] : []))
    if (!file) throw new Error('no list of entities was given')
    expect(fileBytes(file).toString()).toContain('CHS,Council of the South,member,')
    await takeOver(here, await giveFile(here, file.name, fileBytes(file)))

    const mended = await give('ways.csv', heading, '5;Ida Berg;osn - office of the north;ida@osn.example;;;')
    expect(mended.text).toContain('1 person new')
  })

  test('has addresses after names, nothing written in many ways, and a sum with figures', async () => {
    const rows = [
      heading,
      '1;NANDU, Ana;CHS;Ana Nandu <ana@chs.example>;n/a;WATER;Principal',
      '2;Ms. Bao Nguyen;CHS;mailto:bao@chs.example;-;WATER;Alternate',
      '3;Min Lee;CHS;min@chs.example;+41 22 555;WATER (chair);TBC',
      ';TOTAL;;3;;;',
    ]
    const reply = await give('kept.csv', ...rows)
    expect(reply.text).toContain('3 people new')
    expect(reply.text).toContain('2 seats new')
    expect(reply.text).toContain('row 5 (“TOTAL 3”)')
    await takeOver(here, reply)

    const card = await say('/directory person ana@chs.example')
    expect(card).toContain('Ana NANDU (CHS)')
    expect(card).not.toContain('Phone')
    expect(await say('/wg show WATER')).toContain('Chair: CHS (Min Lee)')
    const again = (await give('kept.csv', ...rows)).text
    expect(again).toContain('0 people new, 0 changed, 3 unchanged')
    expect(again).not.toContain('other terms of these groups')
  })

  test('says of each mistake what to do about it', async () => {
    const reply = await give(
      'mistakes.csv',
      heading,
      '1;Eva Mole;CHS;;;;',
      '2;Ivo Pier;CHS;ivo@chs.example; ivo.pier@chs.example;;;'.replace('; ivo', ', ivo'),
      '3;Lea Brandt;CHS;lea@chs.example;;WATR;',
      '4;Uma Quay;CHS;uma@chs.example;;WATER;Principal',
    )
    expect(reply.text).toContain('Row 2, E-mail address: It is empty. People are told apart by their address')
    expect(reply.text).toContain('are 2 addresses: give the one that this person reads')
    expect(reply.text).toContain('“WATR” is not a working group of the directory; did you mean WATER?')
  })

  test('that was said to list something else by a wrong press is set right by another', async () => {
    const file = 'WG,Full text,Remark\nRIVER,Working Group on Rivers,new\nLAKE,Working Group on Lakes,\n'
    const asked = await giveFile(here, 'odd-groups.csv', file)
    const wrong = await pressLabelled(here, asked, 'It lists entities')
    expect(wrong.text).toContain(
      'odd-groups.csv is read as a list of entities. Say so if it is something else.',
    )
    const again = await giveFile(here, 'odd-groups.csv', file)
    const right = await pressLabelled(here, again, 'It lists groups')
    expect(right.text).toContain('name: No column is known to hold it')
    const named = await pressLabelled(here, right, 'What is “Full text”')
    expect((await pressLabelled(here, named, 'name')).text).toContain('2 working groups new')
  })

  test('of groups is read whatever its column of full names is called', async () => {
    const reply = await giveFile(
      here,
      'wgs.csv',
      'WG,Full title,Chaired by\nLAND,Working Group on Land,CTED\n',
    )
    expect(reply.text).toContain('1 working group new')
    expect(reply.text).toMatch(/^Mistakes\n- Row 2, Chaired by: “CTED” is not an entity/m)
  })

  test('says in a column of any name in which group somebody is, once that is explained, and in short what as', async () => {
    const rows = [
      'Organization;Name;E-mail;Cluster;Function;Langs',
      'CHS;Ruth Amsel;ruth@chs.example;WATER;FP;EN',
      'CHS;Omar Diab;omar@chs.example;WATER;Focal person;FR, AR',
    ]
    const reply = await give('cluster.csv', ...rows)
    expect(reply.text).toContain('2 people new')
    expect(reply.text).not.toContain('role')
    const asked = await pressLabelled(here, reply, 'What is “Cluster”?')
    const explained = await pressLabelled(here, asked, 'group')
    expect(explained.text).toContain('2 people new')
    expect(explained.text).toContain('2 roles new')
    expect((await give('cluster.csv', ...rows)).text).not.toContain('What is “Cluster”')
    await takeOver(here, explained)
    expect(await say('/wg show WATER')).toContain('CHS')
    expect(await say('/directory person ruth@chs.example')).toMatch(
      /Speaks: English\n.*\nRoles: member of WATER\n/,
    )
  })
})
