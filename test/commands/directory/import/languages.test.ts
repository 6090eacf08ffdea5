import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonsOf } from '../../../support/lines/pressed.ts'
import { secretariat, type World, world } from '../../../support/world.ts'
import { giveFile, pressLabelled, takeOver } from '../giveFile.ts'

const lines = (...rows: readonly string[]) => rows.join('\r\n')

describe('lists in French and Spanish, and headings as people write them', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ now: '2026-11-26T10:00:00Z', onlySecretariat: [secretariat] })
  })
  afterAll(() => here.end())

  const give = (name: string, content: string | Uint8Array) => giveFile(here, name, content)
  const say = async (line: string) => (await here.say(secretariat, line)).text
  const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

  test('dates that may be read in two ways are asked about once, then remembered', async () => {
    const reply = await give(
      'entites.csv',
      latin(
        lines(
          'Sigle;Intitulé;Statut;Système ONU ?;Membre depuis',
          'OSN;Office de la Santé du Nord;Membre;Oui;03/02/2019',
          'CHS;Conseil hydraulique du Sud;Observateur;Non;',
          'REP-A;République A;État membre;;',
        ),
      ),
    )
    expect(reply.text).toContain('It is 3 Feb 2019 or 2 Mar 2019. The answer is remembered')
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual([
      'The day comes first',
      'The month comes first',
    ])

    const told = await pressLabelled(here, reply, 'The day comes first')
    expect(told.text).toContain('3 entities new, 0 changed, 0 unchanged.')
    await takeOver(here, told)
    expect(await say('/directory entity OSN')).toContain('Joined: 3 Feb 2019')
    expect(await say('/directory entity OSN')).toContain('member, UN entity')
    expect(await say('/directory list kind:member-state')).toContain('REP-A')

    const later = await give('more.csv', 'acronym,name,joined\nEAF,Eastern Aviation Forum,04/05/2020')
    expect(later.text).toContain('1 entity new')
    const other = await give(
      'american.csv',
      'acronym,name,joined\nEAF,Eastern Aviation Forum,04/05/2020\nXYZ,Another one,04/25/2020',
    )
    await takeOver(here, other)
    expect(await say('/directory entity EAF')).toContain('Joined: 5 Apr 2020')
  })

  test('a list of contacts says who is what in which group, by first and last name', async () => {
    await takeOver(
      here,
      await give(
        'groupes.csv',
        `\ufeff${lines('Groupe de travail;Intitulé complet;Pilier', 'EAU;Groupe de travail sur l’eau;2', 'AIR;Sûreté aérienne;II')}`,
      ),
    )
    const reply = await give(
      'contacts.csv',
      latin(
        lines(
          "N°;Civilité;Nom;Prénom;E-mail / Courriel;Organisme;Fonction;Lieu d'affectation;Groupe de travail;Rôle",
          '1;Mme;DUPONT;Zoé;zoe@osn.example;OSN;Conseillère;Genève;EAU;Présidente',
          '2;M.;ABDI;Hodan;hodan@osn.example;Office de la Santé du Nord;;;EAU;Point focal',
          '3;M.;LEE;Min;min@chs.example;CHS;;;EAU;',
        ),
      ),
    )

    expect(reply.text).toContain('3 people new, 0 changed, 0 unchanged; 3 roles new')
    expect(reply.text).toContain('Nom as last name; Prénom as first name')
    expect(reply.text).toContain('1 row names a group and no role (row 4): taken as members')
    expect(reply.text).toContain('Left out: N°, Civilité.')
    expect(reply.text).not.toContain('Nothing is taken from')
    await takeOver(here, reply)
    const group = await say('/wg show EAU')
    expect(group).toContain('chaired by OSN (Zoé DUPONT)')
    expect(group).toContain('Observers: CHS (Min LEE)')
  })

  test('a role held by name is its holder’s alone, and fills the seat', async () => {
    expect(await say('/directory person zoe@osn.example')).toContain('Roles: chair of EAU\n')
    expect(await say('/directory person zoe@osn.example on:2026-11-26')).not.toContain('Hodan')
    expect(await say('/directory vacancies wg:EAU')).toContain('Every seat in EAU has a named holder')
  })

  test('people listed with a group and without any role take part in it', async () => {
    const reply = await give(
      'list.csv',
      'Full name,E-mail,Organization,Working group\nBao Nguyen,bao@eaf.example,EAF,AIR\nMin Lee,min2@chs.example,CHS,AIR',
    )
    await takeOver(here, reply)

    const group = await say('/wg show AIR')
    expect(group).toContain('Members: EAF (Bao Nguyen)')
    expect(group).toContain('Observers: CHS (Min Lee)')
  })

  test('an alternate sits in the group for their entity, and without an address takes part', async () => {
    const reply = await give(
      'suppleants.csv',
      'Nom complet;Courriel;Organisme;Groupe;Rôle\nAna Nandu;ana@osn.example;OSN;AIR;Point focal suppléant',
    )
    expect(reply.text).toContain('1 role new, 0 changed, 0 unchanged; 1 seat new')
    await takeOver(here, reply)
    expect(await say('/wg show AIR')).toContain('OSN')
    expect(await say('/directory person ana@osn.example')).toContain('Seats: alternate in AIR')

    const nameless = await give('noms.csv', 'Groupe;Organisme;Rôle;Titulaire\nEAU;CHS;Suppléant;Ana')
    expect(nameless.text).toContain('Row 2, Rôle: An alternate without an e-mail address')
  })

  test('what a list holds that nothing tells is asked, and so is the column that it needs', async () => {
    const content = 'Kürzel,Bezeichnung\nSOIL,Working group on soil'
    const reply = await give('liste.csv', content.replace('Kürzel', 'Kennung'))
    expect(reply.text).toContain(
      'I cannot tell what this file lists; it has the columns Kennung, Bezeichnung',
    )

    const told = await pressLabelled(here, reply, 'It lists groups')
    expect(told.text).toContain('Row 1, acronym: No column is known to hold it')
    const asked = await pressLabelled(here, told, 'What is “Kennung”?')
    const named = await pressLabelled(here, asked, 'acronym')
    const whole = await pressLabelled(
      here,
      await pressLabelled(here, named, 'What is “Bezeichnung”?'),
      'name',
    )
    await takeOver(here, whole)
    expect(await say('/wg show SOIL')).toContain('Working group on soil')

    const again = await give('liste.csv', content.replace('Kürzel', 'Kennung').replace('SOIL', 'AIR2'))
    expect(again.text).toContain('1 working group new')
  })

  test('contacts saved in the old format of Outlook are read', async () => {
    const reply = await give(
      'contact.vcf',
      lines(
        'BEGIN:VCARD',
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =',
        'M=C3=BCller',
        'ORG:OSN',
        'TITLE:Adviser, water',
        'EMAIL;PREF;INTERNET:joerg@osn.example',
        'PHOTO;JPEG;ENCODING=BASE64:/9j/4AAQ',
        ' SkZJRgAB',
        '',
        'END:VCARD',
      ),
    )
    await takeOver(here, reply)

    const card = await say('/directory person joerg@osn.example')
    expect(card).toContain('Jörg Müller (OSN)')
    expect(card).toContain('Title: Adviser, water')
  })
})
