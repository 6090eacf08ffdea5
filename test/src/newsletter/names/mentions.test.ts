import { describe, expect, test } from 'vitest'

import { entities } from '../../../../db/samples/entities.ts'
import { readNames } from '../../../../src/newsletter/names/mentions.ts'

const known = entities.map((entity) => ({ aliases: [], parts: [], ...entity }))

describe('an acronym that is also a word', () => {
  const words = ['ATLAS', 'CARE', 'UNESCO'].map((acronym) => ({ acronym, name: '', aliases: [], parts: [] }))
  test.each([
    ['is the word in small letters', 'UNESCO published the avalanche atlas with care', ['UNESCO']],
    ['is the entity as it is written', 'ATLAS and CARE published it', ['ATLAS', 'CARE']],
    ['is the entity alone', 'atlas', ['ATLAS']],
    ['is the entity where a text begins', 'atlas trained 20 judges', ['ATLAS']],
    ['is the entity in a list', 'Held with atlas, unesco and care.', ['ATLAS', 'UNESCO', 'CARE']],
    ['is the word in a list of words', 'UNESCO published an atlas and a map', ['UNESCO']],
  ])('%s', (_, text, expected) => {
    expect(readNames(text, words).entities).toEqual(expected)
  })
})

describe('entities in a text', () => {
  test.each([
    ['any case', 'Interpol, Unesco and unodc met', ['INTERPOL', 'UNESCO', 'UNODC']],
    ['small letters in a list of names', 'Ohchr, Iom & Undp met', ['OHCHR', 'IOM', 'UNDP']],
    ['a name of three letters that is none', 'Ola Nordmann, Imo and Who met', []],
    ['a short name in small letters beside another', 'iom and unhcr trained 20 officers', ['IOM', 'UNHCR']],
    [
      'short names in small letters one beside the other',
      'unodc with iom, wco, and interpol',
      ['UNODC', 'IOM', 'WCO', 'INTERPOL'],
    ],
    ['small letters joined by a stroke', 'unhcr/iom trained 20 officers', ['UNHCR', 'IOM']],
    ['a word between two names of a list', 'unhcr, who and iom trained officers', ['UNHCR', 'WHO', 'IOM']],
    ['a word beside a name that is none', 'unodc, who trained officers', ['UNODC']],
    ['a word at the end of a list', 'unodc, iom and who else trained officers', ['UNODC', 'IOM']],
    ['a short name alone that is none', 'the iom of unhcr', ['UNHCR']],
    ['an address that is none', 'Write to unhcr, iom@example.org', ['UNHCR']],
    ['a small word that is none', 'those who came, imo', []],
    ['UN for United Nations', 'The UN Office on Drugs and Crime held a course', ['UNODC']],
    ['French', 'L’ONUDC, avec l’UNIDIR, a organisé un atelier', ['UNODC', 'UNIDIR']],
    ['Spanish', 'La OMS y la OIM', ['WHO', 'IOM']],
    ['Russian', 'ЮНЕСКО и ВОЗ провели семинар', ['UNESCO', 'WHO']],
    ['Arabic', 'عقدت اليونسكو ورشة', ['UNESCO']],
    [
      'Arabic with “and” before it',
      'عقدت اليونسكو والمفوضية السامية لحقوق الإنسان حلقة',
      ['UNESCO', 'OHCHR'],
    ],
    ['Arabic with “for” before it', 'مؤتمر رفيع المستوى لمكتب الأمم المتحدة لمكافحة الإرهاب', ['UNOCT']],
    [
      'Arabic with “for” instead of its article',
      'ورشة للإنتربول وبالتعاون مع اليونسكو',
      ['INTERPOL', 'UNESCO'],
    ],
    ['acronyms joined by hyphens', 'UNRCCA-UNOCT-UN Women meeting', ['UNOCT', 'UN Women']],
    [
      'a rapporteur’s name',
      'Special Rapporteur Okoye warned',
      ['Special Rapporteur on Human Rights while CT'],
    ],
    [
      'the middle of a long title',
      'The Special Rapporteur on the promotion and protection of human rights while countering terrorism spoke',
      ['Special Rapporteur on Human Rights while CT'],
    ],
    ['no other rapporteur', 'The Special Rapporteur on freedom of religion spoke', []],
    ['a Russian name in its case', 'Семинар Контртеррористического управления ООН', ['UNOCT']],
    ['a French name', 'L’Organisation mondiale des douanes a formé', ['WCO']],
    ['a Chinese name', '反恐怖主义办公室举办会议', ['UNOCT']],
    ['any dash', 'UNDP‑UNICEF – course', ['UNDP', 'UNICEF']],
  ])('are found by %s', (_, text, found) => {
    expect(readNames(text, known).entities).toEqual(found)
  })

  test('with letters swapped are offered and not taken', () => {
    const text = 'UNDOC and OSCE met INTERPOL'

    expect(readNames(text, known).entities).toEqual(['INTERPOL'])
    expect(readNames(text, known).slips).toEqual([{ typed: 'UNDOC', meant: 'UNODC' }])
  })

  test.each([
    ['undoc trained judges', 'undoc', 'UNODC'],
    ['Judges were trained by Undoc', 'Undoc', 'UNODC'],
    ['interpoll and others', 'interpoll', 'INTERPOL'],
    ['a course by ohchr and uncief', 'uncief', 'UNICEF'],
  ])('with letters swapped in small letters are offered too: %s', (text, typed, meant) => {
    expect(readNames(text, known).slips).toEqual([{ typed, meant }])
  })

  test.each(['a unitary state', 'the units and unions met', 'unica, unesca and the untied'])(
    'are not seen in words of the language: %s',
    (text) => expect(readNames(text, known).slips).toEqual([]),
  )

  test('and partners that no entity has, as they open the text', () => {
    expect(readNames('UNODC-EU-UNDP and OSCE training for NGOs', known).partners).toEqual(['EU', 'OSCE'])
  })
})
