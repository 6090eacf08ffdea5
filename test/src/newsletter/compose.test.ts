import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { meetingLine, roleLine } from '../../../src/newsletter/compose/meetingLine.ts'
import { renderJson } from '../../../src/newsletter/render/renderJson.ts'
import { subsections } from '../../../src/newsletter/sections.ts'
import { issue, item } from '../../support/newsletterItems.ts'

describe('composition', () => {
  test('has every standing subsection in order, filled or not', () => {
    const keys = issue([]).sections.flatMap((section) =>
      section.subsections.map((subsection) => subsection.key),
    )

    expect(keys).toEqual(subsections.map((subsection) => subsection.key))
  })

  test('sorts by day, undated items last, and loses none', () => {
    const items = fc.array(
      fc.record({
        start: fc.option(fc.constantFrom('2023-03-01', '2023-03-09', '2023-04-02')),
        id: fc.integer({ min: 1, max: 99 }).map((n) => `U${n}`),
        section: fc.constantFrom(...subsections.map((one) => one.key)),
      }),
    )
    fc.assert(
      fc.property(items, (drawn) => {
        const composed = issue(drawn.map((one) => item({ ...one, end: one.start })))
        const all = composed.sections.flatMap((section) =>
          section.subsections.flatMap((subsection) => subsection.items),
        )
        expect(all).toHaveLength(drawn.length)
        for (const { subsections: subs } of composed.sections) {
          for (const { items: sorted } of subs) {
            const days = sorted.map((one) => one.start ?? '9999')
            expect(days).toEqual([...days].sort())
          }
        }
      }),
    )
  })

  test('the JSON export has exactly the agreed shape', () => {
    const parsed = JSON.parse(renderJson(issue([item()])))

    expect(Object.keys(parsed)).toEqual(['number', 'period', 'status', 'figures', 'sections'])
    expect(parsed.sections[0].subsections[2].items[0]).toEqual({
      id: 'U1',
      text: 'CTED visited Jordan',
      printedDate: '6-9 Mar',
      start: '2023-03-06',
      end: '2023-03-09',
      precision: 'day',
      entities: ['CTED'],
      wg: null,
      place: 'Jordan',
      links: [],
      source: 'update',
    })
  })

  test.each([
    ['discussed drones.', 'ETCIP WG discussed drones'],
    ['Discussed drones', 'ETCIP WG discussed drones'],
    ['ETCIP WG reviewed its plan', 'ETCIP WG reviewed its plan'],
    ['Drones and the review', 'ETCIP WG met: Drones and the review'],
  ])('a meeting that %s has its line', (summary, line) => {
    expect(meetingLine({ group: 'ETCIP', kind: 'regular', summary, start: '2023-03-22' })).toBe(line)
  })

  test('a new chair is announced with the group’s name', () => {
    expect(
      roleLine({
        kind: 'begun',
        role: 'chair',
        entity: 'OPCW',
        holder: null,
        groupName: 'Working Group on X',
        groupAcronym: 'X',
      }),
    ).toBe('OPCW is the new Chair of the Working Group on X (X)')
  })

  test('a chair who leaves without a successor, and a vice-chair, are told of', () => {
    const gone = {
      kind: 'ended',
      entity: 'OPCW',
      holder: 'A Person',
      groupName: 'Working Group on X',
      groupAcronym: 'X',
    } as const
    expect(roleLine({ ...gone, role: 'chair' })).toBe(
      'A Person (OPCW) is no longer Chair of the Working Group on X (X); the Chair is vacant',
    )
    expect(roleLine({ ...gone, role: 'vice-chair' })).toBe(
      'A Person (OPCW) is no longer Vice-chair of the Working Group on X (X)',
    )
  })
})
