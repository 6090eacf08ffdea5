import { type ComposeItem, compose } from '../../src/newsletter/compose/compose.ts'

/** An item of an issue; what is not told is a dated visit. */
export function item(over: Partial<ComposeItem> = {}): ComposeItem {
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

/** The composed issue of some items. */
export function issue(items: readonly ComposeItem[], status = 'open') {
  return compose({
    number: 3,
    period: { from: '2023-03-01', to: '2023-04-30' },
    status,
    figures: [{ key: 'e', label: 'Entities', value: 1045, previous: null }],
    items,
  })
}
