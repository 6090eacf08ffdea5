import fc from 'fast-check'
import { expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { readLine } from '../../../../src/core/language/readLine.ts'

const pairs = ['""', '“”', '«»', '„“', "''", '‘’'] as const
const sentences = [
  'UNODC trained 30 judges', '“State of Terrorism 2026” was read', '"A b" X', '"A b" and "C d" X', '‘One two’ three', 'Anna’s turn to speak', "the judges' seminar", 'x "y',
  'Save the date: the Plenary', 'The place: a hall', 'ratio 3:4 of all', 'a seminar “Drones now” for judges', 'A «B c» D', 'Plenary (first part)', 'She said: "we go"',
  '12" pipes and 3\' walls', 'the venue of the talks', 'Meeting place and time', 'Talks, with IOM', 'Talks – part 2', '"Safe Cities" and "Safe Sport"', '“A b”, “C d”',
] // biome-ignore format: a table

interface Labelled {
  readonly command: string
  /** The first option and what it may be; nothing to choose where the command holds it. */
  readonly first: readonly [name: string, values: readonly string[]]
  readonly wanted?: readonly string[]
  readonly options: Readonly<Record<string, readonly string[]>>
  /** In a text of several lines `place: Vienna` may be the sentence's own words. */
  readonly prose?: boolean
}

const labelled: readonly Labelled[] = [
  { command: '/update post', first: ['text', sentences], prose: true, options: { section: ['regional focus', 'new'], date: ['9 Dec', '3 and 4 November 2026'], entities: ['UNODC', 'UNODC, IOM'], place: ['Vienna', 'Accra, Ghana'], link: ['https://un.org/x'], wg: ['ETCIP'] } },
  { command: '/update edit U3', first: ['update', ['U3']], prose: true, options: { text: sentences, date: ['9 Dec'], place: ['Accra, Ghana'], section: ['new'], entities: ['UNODC, IOM'] } },
  { command: '/update return U1', first: ['update', ['U1']], prose: true, options: { comment: ['please say where', 'the date: which one?', '"Vienna" or Graz?'] } },
  { command: '/meeting schedule', first: ['title', sentences], wanted: ['wg', 'start'], options: { wg: ['ETCIP'], start: ['9 Dec 15:00', 'tomorrow 3pm'], duration: ['90m', '2 hours'], place: ['Room 5', 'Palais, Geneva'], kind: ['regular'], link: ['https://un.org/x'] } },
  { command: '/meeting move M1', first: ['meeting', ['M1']], options: { start: ['9 Dec 15:00'], duration: ['2 hours'], place: ['Room 5'] } },
  { command: '/meeting poll open', first: ['title', sentences], wanted: ['wg', 'slots'], options: { wg: ['ETCIP'], slots: ['9 Dec 15:00, 10 Dec 15:00'], until: ['1 Dec'] } },
  { command: '/meeting action add M1', first: ['meeting', ['M1']], prose: true, options: { what: sentences, owner: ['Ann Lee'], due: ['9 Dec'] } },
  { command: '/reminder add', first: ['text', sentences], wanted: ['at'], options: { at: ['tomorrow 3pm', '9 Dec 15:00'], repeat: ['every Monday'] } },
  { command: '/library add', first: ['title', sentences], wanted: ['link'], options: { link: ['https://un.org/x'], entity: ['UNODC'], wg: ['ETCIP'], date: ['9 Dec 2026'], topics: ['drones, borders'] } },
  { command: '/project add', first: ['title', sentences], wanted: ['lead'], options: { lead: ['UNODC'], partners: ['IOM, WHO'], pillar: ['II'], budget: ['200k'], start: ['May 2026'], end: ['June 2027'] } },
  { command: '/recommendation add', first: ['text', sentences], wanted: ['country'], prose: true, options: { country: ['Kenya'], theme: ['borders'], visit: ['May 2026'] } },
] // biome-ignore format: a table

const quotation = fc.option(fc.constantFrom(...pairs), { nil: undefined })
const labels = fc.constantFrom('n:', 'N:', 'n: ', 'n :', 'n：', 'n=')
const labelledLine = fc
  .constantFrom(...labelled)
  .chain(({ command, first: [first, values], wanted = [], options, prose }) => {
    const free = Object.keys(options).filter((name) => !wanted.includes(name))
    const names = fc
      .subarray(free, { minLength: wanted.length > 0 ? 0 : 1, maxLength: Math.min(3, free.length) })
      .chain((some) => fc.shuffledSubarray([...wanted, ...some], { minLength: wanted.length + some.length }))
    const given = names.chain((all) =>
      fc.tuple(
        ...all.map((name) =>
          fc
            .record({ value: fc.constantFrom(...(options[name] ?? [])), pair: quotation, label: labels })
            .map(({ value, pair, label }) => {
              const typed = quoted(value, pair)
              const mark = prose && typed === value ? label.trim() : label
              return { name, value, typed: `${mark.replace('n', name).replace('N', capital(name))}${typed}` }
            }),
        ),
      ),
    )
    return fc
      .record({ value: fc.constantFrom(...values), pair: quotation, given })
      .map(({ value, pair, given }) => ({
        typed: [
          command,
          ...(command.endsWith(value) ? [] : [quoted(value, pair)]),
          ...given.map(({ typed }) => typed),
        ].join(' '),
        fields: Object.fromEntries([[first, value], ...given.map(({ name, value }) => [name, value])]),
      }))
  })

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** A value in quotes, unless it has some of its own. */
function quoted(value: string, pair: string | undefined): string {
  return pair === undefined || /["“”«»„'‘’]/.test(value) ? value : `${pair[0]}${value}${pair[1]}`
}

test('what is typed behind a label is in its field, and nothing else is: quotes before a label end where they close', () => {
  fc.assert(
    fc.property(labelledLine, ({ typed, fields }) => {
      const read = readLine(features, typed)
      expect(read.kind === 'command' ? { ...read.fields } : read.kind, typed).toEqual(fields)
    }),
    { numRuns: 5000, seed: 11 },
  )
})
