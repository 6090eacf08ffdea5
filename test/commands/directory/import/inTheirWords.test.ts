import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileBytes } from '../../../../src/core/message.ts'
import { secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, takeOver } from '../giveFile.ts'

describe('a list in the words and with the gaps of its office', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-26T10:00:00Z', onlySecretariat: [secretariat] })
  })
  afterAll(() => here.end())

  const give = (name: string, content: string) => giveFile(here, name, content)
  const say = async (line: string) => (await here.say(secretariat, line)).text

  test('says who is a member or an observer, and who is listed in a row with a mistake is not missing', async () => {
    const entities = 'Acronym,Entity,Member or observer,Joined\nFAO,Food,Member,Mar-15\nIUCN,Nature,Obs.,\n'
    await takeOver(here, await give('e.csv', `${entities}PIF,Islands,full member,1 Jan 2019`))
    expect(await say('/directory entity IUCN')).toContain('observer')
    expect(await say('/directory entity FAO')).toContain('Mar 2015')

    const wrong = await give('e.csv', `${entities}PIF,Islands,full member,22 March`)
    expect(wrong.text).toContain('Row 4, Joined: “22 March” has no year.')
    expect(wrong.text).not.toMatch(/Not in the file: .*PIF/)
  })

  test('names groups in full beside their acronyms and numbers, and says nothing of chairs that are vacant', async () => {
    const groups =
      'WG No.;Working Group;Short name;Chair;Vice Chair\n1;Working Group on Data;DATA;FAO;tbc\n2;Working Group on Reefs;REEFS;vacant;PIF'
    const reply = await give('g.csv', groups)
    expect(reply.text).toContain('2 working groups new')
    expect(reply.text).toContain('2 roles new')
    await takeOver(here, reply)
    expect(await say('/wg show DATA')).toContain('Working Group on Data')
  })

  test('lists no group as missing that it lists itself', async () => {
    const reply = await give('more.csv', 'Abbreviation,Remarks,Chair\nNEWS,x,FAO\nOLDS,y,PIF')
    expect(reply.text).toContain('No column is known to hold it')
    expect(reply.text).not.toContain('not in the directory yet')
    expect(reply.text).not.toContain('is not a working group')
  })

  test('names groups by their numbers and two of them with “&”, and languages by their letters', async () => {
    const people = [
      'Name;E-mail;Organisation;WG(s);Role;Languages;Until',
      'Ana Nandu;ana@fao.example;FAO;DATA & REEFS;member;E/F;present',
      'Bo Vale;bo@pif.example;PIF;WG 1;focal point;Klingon;',
    ]
    const reply = await give('people.csv', people.join('\n'))
    expect(reply.text).toContain('2 people new')
    expect(reply.text).toContain('3 roles new')
    await takeOver(here, reply)
    expect(await say('/directory person ana@fao.example')).toMatch(/Speaks: English, French/)
    expect(await say('/directory person bo@pif.example')).toContain('member of DATA')

    const left = await say('/wg leave REEFS entity:FAO on:2026-11-30 confirm:yes')
    expect(left).toContain('What Ana Nandu held there by name ends with it.')
    expect(await say('/wg history REEFS')).toContain('FAO (Ana Nandu), member')
    expect((await here.say('ana@fao.example', '/profile show')).text).toContain(
      'Roles: chair of DATA, member of DATA, member of REEFS\n',
    )
  })

  test('invites those of an entity whom it lists with the group, and nobody else of it', async () => {
    const colleagues =
      'Name;E-mail;Organisation\nUma Strand;uma@fao.example;FAO\nMin Lee;min@iucn.example;IUCN'
    await takeOver(here, await give('others.csv', colleagues))
    expect((await here.say('uma@fao.example', '/profile show')).text).toContain('Roles: chair of DATA\n')
    expect(await say('/wg join DATA entity:IUCN as:observer')).toContain('observer of DATA')
    await say('/meeting schedule "First meeting" wg:DATA start:"10 Dec 15:00"')
    const invited = here.delivered.filter(({ text }) => text.includes('You are invited')).map(({ to }) => to)
    expect(invited.toSorted()).toEqual(['ana@fao.example', 'bo@pif.example', 'min@iucn.example'])
  })

  test('says since when somebody is in a group by the day of their nomination, and comes back as of any day', async () => {
    const heading = 'Name;E-mail;Organisation;WG(s);Role;Date of nomination'
    const rows =
      'Ole Berg;ole@pif.example;PIF;REEFS;member;Mar-22\nEno Vale;eno@pif.example;PIF;REEFS;member;'
    await takeOver(here, await give('nominated.csv', `${heading}\n${rows}`))
    await say('/directory edit person eno@pif.example from:2024-01-01')
    expect(await say('/wg show REEFS on:2022-02-28')).not.toContain('Ole Berg')
    expect(await say('/wg show REEFS on:2022-03-01')).toContain('Ole Berg')

    const { answer } = await here.say(secretariat, '/directory export csv on:2022-02-28')
    const files = answer.message.blocks.flatMap((one) => (one.kind === 'file' ? [one] : []))
    const texts = files.map((file) => Buffer.from(fileBytes(file)).toString('utf8'))
    expect(texts.filter((text) => text.includes('eno@pif.example'))).toHaveLength(2)
    expect(texts.some((text) => text.includes('ole@pif.example'))).toBe(false)
  })

  test('comes back unchanged as vCards, languages without a tag too', async () => {
    const { answer } = await here.say(secretariat, '/directory export vcard')
    const [file] = answer.message.blocks.flatMap((one) => (one.kind === 'file' ? [one] : []))
    if (!file) throw new Error('no cards were given')
    const reply = await giveFile(here, file.name, fileBytes(file))
    expect(reply.text).toContain('0 people new, 0 changed')
  })
})
