import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type ComposeItem, compose } from '../../../src/newsletter/compose/compose.ts'
import { meetingLine, roleLine } from '../../../src/newsletter/compose/meetingLine.ts'
import { renderJson } from '../../../src/newsletter/render/renderJson.ts'
import { renderMarkdown } from '../../../src/newsletter/render/renderMarkdown.ts'
import { subsections } from '../../../src/newsletter/sections.ts'

function item(over: Partial<ComposeItem> = {}): ComposeItem {
  return {
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
    section: 'member-states',
    ...over,
  }
}

function issue(items: readonly ComposeItem[], status = 'open') {
  return compose({
    number: 3,
    period: { from: '2023-03-01', to: '2023-04-30' },
    status,
    figures: [{ key: 'e', label: 'Entities', value: 1045, previous: null }],
    items,
  })
}

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
        role: 'chair',
        entity: 'OPCW',
        holder: null,
        groupName: 'Working Group on X',
        groupAcronym: 'X',
      }),
    ).toBe('OPCW is the new chair of the Working Group on X (X)')
  })
})

describe('Markdown', () => {
  test('prints dates after the text, those of meetings before it, and links where their words stand', () => {
    const text = renderMarkdown(
      issue([
        item({ links: [{ text: 'visited', url: 'https://un.org/visit' }] }),
        item({
          id: 'M1',
          text: 'ETCIP WG discussed drones',
          printedDate: null,
          start: '2023-03-22',
          end: '2023-03-22',
          source: 'meeting',
          section: 'wg-meetings',
        }),
      ]),
    )

    expect(text).toContain('# Newsletter No. 3: March–April 2023')
    expect(text).toContain('- CTED [visited](https://un.org/visit) Jordan (6-9 Mar)')
    expect(text).toContain('- **22 Mar**: ETCIP WG discussed drones')
    expect(text).toContain('*Nothing yet.*')
  })

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['# a heading', '\\# a heading'],
    ['- a list', '\\- a list'],
    ['1. a list', '1\\. a list'],
    ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
    ['one\n\n# two', 'one # two'],
    ['a | b', 'a \\| b'],
    ['see http://evil.example', 'http&#58;//evil.example'],
    ['see www.evil.example', 'www&#46;evil.example'],
    ['&lt;b&gt; as typed', '&amp;lt;b&amp;gt; as typed'],
    ['![x](http://evil.example/a.png)', '\\!\\[x\\]'],
    ['> quoted', '&gt; quoted'],
    ['A/HRC/50/49 - 1.5 million (R&D)!', 'A/HRC/50/49 - 1.5 million (R&D)!'],
  ])('%s stays text', (text, shown) => {
    const line = renderMarkdown(issue([item({ text, printedDate: null })]))
      .split('\n')
      .find((row) => row.startsWith('- '))

    expect(line).toContain(shown)
  })

  test('a link after an exclamation mark is no image, and an address alone is named by its host', () => {
    const text = renderMarkdown(
      issue([
        item({ text: 'New!guide', printedDate: null, links: [{ text: 'guide', url: 'https://un.org/g' }] }),
        item({
          id: 'U2',
          text: 'Read',
          printedDate: null,
          links: [{ text: 'https://un.org/a(b)', url: 'https://un.org/a(b)' }],
        }),
      ]),
    )

    expect(text).toContain('- New\\![guide](https://un.org/g)')
    expect(text).toContain('- Read [un.org](https://un.org/a%28b%29)')
  })

  test('a link that is none of the web is only its words', () => {
    const line = renderMarkdown(
      issue([item({ text: 'Press here', links: [{ text: 'here', url: 'javascript:alert(1)' }] })]),
    )

    expect(line).toContain('- Press here (6-9 Mar)')
  })
})
