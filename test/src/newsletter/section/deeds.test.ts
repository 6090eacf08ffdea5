import { describe, expect, test } from 'vitest'

import { entities } from '../../../../db/samples/entities.ts'
import { groups } from '../../../../db/samples/groups.ts'
import { readItem } from '../../../../src/newsletter/reading/readItem.ts'
import { proposeSection } from '../../../../src/newsletter/section/propose.ts'
import { sectionWeights } from '../../../../src/newsletter/section/weights.ts'

const known = {
  entities: entities.map((entity) => ({ aliases: [], parts: [], ...entity })),
  groups,
  period: { from: '2026-03-01', to: '2026-04-30' },
}

function read(text: string) {
  return readItem(text, known)
}

describe('where an item begins', () => {
  test.each([
    ['a dateline', 'GENEVA, 5 March – The High Commissioner urged calm'],
    ['a day and a place', 'On 5 March in Bamako, Mali, the High Commissioner urged calm'],
    ['a dateline before a full stop', 'Bamako, 5 March 2026. The High Commissioner urged calm'],
    ['nothing', 'The High Commissioner urged calm (5 March)'],
  ])('is told after %s', (_, text) => {
    expect(read(text).features).toEqual(expect.arrayContaining(['office opens', 'office speaks']))
  })

  test('is not the State of its dateline', () => {
    expect(read('Mali, 5 March: border officers practised checks').features).not.toContain('State acts')
  })

  test('is not the State in which its entity has an office', () => {
    expect(read('UNDP Malawi trained judges (5 March)').features).not.toContain('State acts')
    expect(read('UNDP and Malawi trained judges (5 March)').features).toContain('State acts')
  })

  test('is not the State that its people come from', () => {
    expect(read('Judges from Malawi attended a workshop (5 March)').features).not.toContain('State acts')
    expect(read('Malawi attended a workshop (5 March)').features).toContain('State acts')
  })
})

describe('a working group at the beginning', () => {
  test.each([
    ['Le groupe de travail sur les victimes a examiné son programme'],
    ['El grupo de trabajo examinó su programa'],
    ['Рабочая группа обсудила свою программу'],
    ['ناقش فريق العمل برنامجه'],
    ['工作组讨论了方案'],
    ['The two working groups discussed their programme'],
  ])('is one in %j', (text) => {
    expect(read(text).features).toContain('group meets')
  })
})

describe('what an item is about', () => {
  test('is not who takes part in it', () => {
    expect(read('UNODC workshop on youth and media for judges').features).not.toContain('has civil')
    expect(read('UNODC workshop on evidence for youth and media').features).toContain('has civil')
  })

  test('ends where the sentence says what became of it', () => {
    expect(read('UNODC course on evidence is now available').features).toContain('has offered')
  })

  test('ends where somebody did something', () => {
    expect(read('The Special Rapporteur on torture warned of abuses').features).toContain('office speaks')
  })

  test.each([
    ['UNODC dialogue with the private sector on evidence', 'with civil society'],
    ['The Kenyan authority and UNICRI signed a MoU', 'agreement with a State'],
    ['Counter-Terrorism Committee special meeting on drones', 'organ opens'],
    ['IOM training programme on evidence for analysts', 'training without a place'],
    ['IOM supported the destruction of firearms in Mali', 'deed in a place'],
  ])('of %j is told by %s', (text, feature) => {
    expect(read(text).features).toContain(feature)
  })

  test('is not a day or on whose behalf', () => {
    expect(read('UNODC held on 5 March a workshop for youth').features).toContain('noun workshop')
    expect(read('On behalf of the BSM WG, IOM held a workshop').features).toContain('for a group')
  })
})

describe('a name made of two nouns', () => {
  test('is what its last one says', () => {
    const { features } = read('CTED assessment meeting, New York (5 March)')

    expect(features).toContain('noun meeting')
    expect(features).not.toContain('has visit')
  })

  test('is none where a verb follows “to”', () => {
    expect(read('UNODC invited States to report in May').features).not.toContain('has publication')
  })
})

test('a group that is named beside the text meets where the text calls it “the group”', () => {
  const text = 'The group held its quarterly meeting online, with 40 participants (10 March)'
  expect(readItem(text, { ...known, wg: 'ETCIP' }).section).toBe('wg-meetings')
})

test.each([
  ['key-issues', 'The UNODC Executive Director raised concern about the nexus of piracy and terrorism'],
  ['key-issues', 'Briefing by the Executive Director to the Security Council on sanctions (5 March)'],
  ['member-states', 'CTED Executive Director met the foreign minister of Chad (5 March)'],
  ['what-is-new', 'UNODC launched a training course on evidence (5 March)'],
  ['civil-society', 'UNESCO trained editors and bloggers, Dakar (5-6 March)'],
  ['regional', 'UNESCO trained editors and police officers, Dakar (5-6 March)'],
  ['high-level-events', 'The General Assembly adopted its review of the strategy (5 March)'],
  ['member-states', 'UNODC consultation with Botswana on passenger data (5 March)'],
])('the first section is %s for %j', (section, text) => {
  expect(read(text).section).toBe(section)
})

test.each([
  ['ETCIP met on 20 March in Vienna to discuss its plan of work', 'wg-meetings'],
  ['The PCVE Working Group met (3 Mar)', 'wg-meetings'],
])('“%s” is a group’s line', (text, section) => {
  expect(read(text)).toMatchObject({ section, sure: true })
})

test.each([
  ['UNOCT met the Group of Friends of Victims of Terrorism (5 March)', 'member-states'],
  ['Welcome to OLA, the newest entity of the Compact', 'what-is-new'],
  [
    'IOM, as chair, convened the Working Group on Border Management and Law Enforcement (5 March)',
    'wg-meetings',
  ],
])('%s stands among the first two in %s', (text, section) => {
  expect(read(text).ranked.slice(0, 2)).toContain(section)
})

test.each([
  ['L’UNITAR a dispensé à Libreville une formation sur la preuve', 'noun training'],
  ['В Душанбе состоялся форум', 'verb hold'],
  ['La UNODC dictó un curso en Quito', 'verb hold'],
  ['UNICRI risk assessment for ports', 'noun publication'],
])('%s shows %s', (text, feature) => {
  expect(read(text).features).toContain(feature)
})

describe('what was done in a word that nobody listed', () => {
  test.each([
    'DSB inspected 12 dams',
    'UNDP rebuilt two courthouses',
    'IMO has audited 14 port facilities',
    'UNODC, IOM and CTED streamlined their reporting forms',
    'La ONUDD inspeccionó 12 puertos',
    'ВОЗ проверила 12 лабораторий',
    'Le PNUD a réhabilité deux tribunaux',
  ])('is a deed and no publication: %s', (text) => {
    const { features } = read(text)
    expect(features).not.toContain('nothing held')
    expect(proposeSection(features, sectionWeights).section).not.toBe('publications')
    expect(proposeSection(features, sectionWeights).sure).toBe(false)
  })

  test('stands in the section of its place', () => {
    const { features } = read('OPCW destroyed a stockpile in Libya (12 March)')
    expect(features).toContain('deed in a place')
    expect(proposeSection(features, sectionWeights).section).toBe('regional')
  })

  test.each([
    'UNESCO guide for teachers',
    'UN-mandated bodies: a handbook',
    'Counter-terrorism in the Sahel: trends and needs',
    'UNODC revised its manual on evidence',
  ])('is not read into a title: %s', (text) => {
    expect(proposeSection(read(text).features, sectionWeights).section).toBe('publications')
  })
})

test('a verb of saying that heads the sentence says nothing', () => {
  expect(read('Noted: the Board met in Vienna (3 March)').features).not.toContain('verb say')
  expect(read('The Board noted with concern the rise of threats').features).toContain('verb say')
})
