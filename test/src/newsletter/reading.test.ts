import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { entities } from '../../../db/samples/entities.ts'
import { groups } from '../../../db/samples/groups.ts'
import { findGroups, readNames } from '../../../src/newsletter/names/mentions.ts'
import { readLinks } from '../../../src/newsletter/reading/links/links.ts'
import { readItem } from '../../../src/newsletter/reading/readItem.ts'
import { readSection, subsections } from '../../../src/newsletter/sections.ts'

const known = entities.map((entity) => ({ aliases: [], parts: [], ...entity }))
const period = { from: '2023-03-01', to: '2023-04-30' }

describe('entities in a text', () => {
  test.each([
    ['UNOCT-UNODC-IOM training', ['UNOCT', 'UNODC', 'IOM']],
    ['CTED’s visit, and those who came', ['CTED']],
    ['a workshop of the World Health Organization', ['WHO']],
    ['UNCCT held a course', ['UNOCT']],
    ['UN Women and the un women', ['UN Women']],
    [
      'UN Special Rapporteur on human rights while countering terrorism',
      ['Special Rapporteur on Human Rights while CT'],
    ],
    ['UNESCOX and XUNDP', []],
    ['مكتب UNODC في القاهرة', ['UNODC']],
  ])('%s', (text, wanted) => {
    expect(readNames(text, known).entities).toEqual(wanted)
  })

  test('a group counts only where it is called one', () => {
    expect(findGroups('The RMME WG and EU met', groups)).toEqual(['RMME'])
    expect(
      findGroups('Working Group on Emerging Threats and Critical Infrastructure Protection (ETCIP)', groups),
    ).toEqual(['ETCIP'])
    expect(findGroups('PCVE action plans with a gender view', groups)).toEqual([])
    expect(findGroups('ETCIP met on 20 March to discuss gender', groups)).toEqual(['ETCIP'])
  })
})

describe('links', () => {
  test('an address between two commas leaves one of them', () => {
    const { text } = readLinks('Launched a handbook, https://un.org/x, on soft targets, in Doha')

    expect(text).toBe('Launched a handbook, on soft targets, in Doha')
  })

  test.each([
    [
      'UNIDIR published a report on drones - https://un.org/x (August)',
      'UNIDIR published a report on drones (August)',
    ],
    [
      'OHCHR launches guidance on counter-terrorism and human rights: https://un.org/x',
      'OHCHR launches guidance on counter-terrorism and human rights',
    ],
  ])('what only led to an address goes with it: %s', (typed, text) => {
    expect(readLinks(typed).text).toBe(text)
  })

  test('only http and https are links, and their words stay in the text', () => {
    expect(
      readLinks(
        'See [the guide](https://un.org/a(b)) and https://un.org/x. Not [this](javascript:alert(1)).',
      ),
    ).toMatchObject({
      text: 'See the guide and un.org. Not [this](javascript:alert(1)).',
      links: [
        { text: 'the guide', url: 'https://un.org/a(b)' },
        { text: 'un.org', url: 'https://un.org/x' },
      ],
    })
  })

  test('an address typed twice is one link, and an address alone stays the text', () => {
    expect(readLinks('See https://un.org and https://un.org/').links).toHaveLength(1)
    expect(readLinks('https://un.org/x')).toMatchObject({
      text: 'https://un.org/x',
      links: [{ text: 'https://un.org/x', url: 'https://un.org/x' }],
    })
  })
})

describe('sections', () => {
  test.each([
    ['CTED ED stressed that USG Smith urged States to act', 'key-issues'],
    ['Gender WG discussed its plan of work', 'wg-meetings'],
    ['UNESCO published a guide for teachers', 'publications'],
    ['Report on the High-Level Week, with what was agreed', 'publications'],
    ['CTED assessment visit to Jordan', 'member-states'],
    ['OPCW is the new chair of the ETCIP WG', 'what-is-new'],
    ['UNODC-IOM regional training for border officers, Niamey', 'regional'],
    ['UNICRI-OPCW tabletop exercise and workshop', 'multi-agency'],
    ['High-level conference on victims of terrorism', 'high-level-events'],
    ['UNAOC met civil society and universities', 'civil-society'],
  ])('%s belongs to %s', (text, section) => {
    expect(readItem(text, { period, entities: known, groups }).section).toBe(section)
  })

  test('are named by key, title or alias, and a slip is answered with the nearest', () => {
    expect(readSection('Regional focus', subsections)).toBe('regional')
    expect(readSection('pub', subsections)).toBe('publications')
    expect(() => readSection('publicatoins', subsections)).toThrow('did you mean publications')
    expect(() => readSection('m', subsections)).toThrow('Which section?')
  })
})

const published = new URL('../../../../shared/data/', import.meta.url)

describe.skipIf(!existsSync(published))('published issues (skipped where they are not at hand)', () => {
  test.each(['newsletter-2023-03-04.json', 'newsletter-2022-05-06.json'])(
    '%s: every date, entity and place is read',
    (file) => {
      const issue = JSON.parse(readFileSync(new URL(file, published), 'utf8'))
      for (const { subsections } of issue.sections) {
        for (const { items: printed } of subsections) {
          for (const item of printed) {
            const typed =
              item.dateForm === 'leading'
                ? `${item.printedDate} ${item.text}`
                : item.dateForm === 'comma'
                  ? `${item.text}, ${item.printedDate}`
                  : item.printedDate
                    ? `${item.text} (${item.printedDate})`
                    : item.text
            const read = readItem(typed, { period: issue.period, entities: known, groups })
            expect(read).toMatchObject({ text: item.text, start: item.start ?? null, end: item.end ?? null })
            expect(read.entities).toEqual(expect.arrayContaining(item.compactEntities ?? []))
          }
        }
      }
    },
  )
})
