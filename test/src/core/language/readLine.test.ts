import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { anyone, type Catalog } from '../../../../src/core/catalog.ts'
import { UserError } from '../../../../src/core/errors.ts'
import { readLine } from '../../../../src/core/language/readLine.ts'
import { option, required } from '../../../../src/core/option.ts'
import { refusedLine } from '../../../support/refusedLine.ts'

const base = { access: anyone, audience: 'caller', examples: [], changes: false } as const
const catalog: Catalog = [
  {
    name: 'meeting',
    about: '',
    commands: [
      {
        ...base,
        name: 'schedule',
        about: '',
        options: {
          title: required(option.text({ about: '' })),
          wg: required(option.group({ about: '' })),
          start: required(option.moment({ about: '' })),
        },
      },
      { ...base, name: 'show', about: '', options: { meeting: required(option.meeting({ about: '' })) } },
      {
        ...base,
        name: 'rsvp',
        about: '',
        options: {
          meeting: required(option.meeting({ about: '' })),
          answer: required(option.choice({ about: '', choices: ['yes', 'no', 'maybe'], trailing: true })),
        },
      },
      {
        ...base,
        name: 'cancel',
        about: '',
        confirm: 'Sure?',
        options: { meeting: required(option.meeting({ about: '' })) },
      },
    ],
  },
  {
    name: 'directory',
    about: '',
    offered: 'find',
    commands: [
      {
        ...base,
        name: 'find',
        about: '',
        options: {
          query: required(option.text({ about: '' })),
          in: option.choice({ about: '', choices: ['people'] }),
        },
      },
      { ...base, name: 'list', about: '', options: {} },
    ],
  },
  {
    name: 'help',
    about: '',
    commands: [{ ...base, name: '', about: '', options: { feature: option.text({ about: '' }) } }],
  },
]

function fields(line: string): Readonly<Record<string, string>> {
  const typed = readLine(catalog, line)
  if (typed.kind !== 'command') throw new Error('a command was expected')
  return typed.fields
}

describe('the grammar', () => {
  test('gives the first option all words up to the first name of an option', () => {
    expect(fields('/meeting schedule Quarterly meeting of all wg:ETCIP start:tomorrow 3pm')).toEqual({
      title: 'Quarterly meeting of all',
      wg: 'ETCIP',
      start: 'tomorrow 3pm',
    })
  })

  test.each([
    ['"A title: with wg:nothing in it" wg:PCVE', 'A title: with wg:nothing in it'],
    ['“Typographic quotes” wg:PCVE', 'Typographic quotes'],
    ["'Single ones, the Secretary's' wg:PCVE", "Single ones, the Secretary's"],
    ['title:"By name" wg:PCVE', 'By name'],
    ['"A quoted word" and more wg:PCVE', '"A quoted word" and more'],
  ])('reads quotes of every kind: %s', (rest, title) => {
    expect(fields(`/meeting schedule ${rest}`)).toEqual({ title, wg: 'PCVE' })
  })

  test('keeps a web address and a colon in the text', () => {
    expect(fields('/directory find see https://un.org/x: there')['query']).toBe('see https://un.org/x: there')
  })

  test('needs no slash and reads an unambiguous beginning, whatever its case', () => {
    expect(readLine(catalog, 'MEET sch Plan')).toMatchObject({
      command: { name: 'schedule' },
      fields: { title: 'Plan' },
    })
  })

  test('answers what is ambiguous with the candidates as buttons', () => {
    const error = refusedLine(catalog, '/meeting s')
    expect(error.message).toContain('/meeting schedule or /meeting show')
    expect(error.buttons.map((button) => button.label)).toEqual(['/meeting schedule', '/meeting show'])
  })

  test('answers an unknown word with the nearest known one', () => {
    expect(refusedLine(catalog, '/meating list').message).toContain('Did you mean /meeting?')
    expect(refusedLine(catalog, '/meeting shedule X').message).toContain('Did you mean /meeting schedule?')
    expect(refusedLine(catalog, '/meeting schedule X strat:tomorrow').message).toContain(
      'Did you mean start:?',
    )
  })

  test('offers to look up a word that is not an action, and the nearest action with its words for a slip', () => {
    const unknown = refusedLine(catalog, '/directory CTED')
    expect(unknown.message).toContain('Nothing was done. Did you mean /directory find CTED?')
    expect(unknown.buttons).toMatchObject([
      { label: '/directory find CTED', command: 'directory find', values: { query: 'CTED' } },
    ])
    expect(refusedLine(catalog, '/directory fnid two words').buttons).toMatchObject([
      { label: '/directory find two words', values: { query: 'two words' } },
    ])
    expect(() => readLine(catalog, '/directory lsit')).toThrow('Did you mean /directory list?')
  })

  test('answers an action without its feature with the whole command', () => {
    expect(refusedLine(catalog, '/find CTED').buttons).toMatchObject([
      { label: '/directory find CTED', command: 'directory find', values: { query: 'CTED' } },
    ])
  })

  test('takes a trailing choice without its name', () => {
    expect(fields('/meeting rsvp M3 yes')).toEqual({ meeting: 'M3', answer: 'yes' })
    expect(fields('/meeting rsvp M3 answer:no')).toEqual({ meeting: 'M3', answer: 'no' })
  })

  test('takes confirm:yes where a command changes something or asks before it acts', () => {
    expect(readLine(catalog, '/meeting cancel M1 confirm:yes')).toMatchObject({
      confirmed: true,
      fields: { meeting: 'M1' },
    })
    expect(readLine(catalog, '/meeting cancel M1')).toMatchObject({ confirmed: false })
  })

  test('leaves the word “confirm:” in a text', () => {
    const text = 'Ask States to confirm: yes or no'
    expect(readLine(catalog, `/meeting cancel ${text}`)).toMatchObject({
      confirmed: false,
      fields: { meeting: text },
    })
  })

  test.each([
    ['/meeting schedule "never closed wg:ETCIP', 'never closed'],
    ['/meeting schedule A wg:X wg:Y', 'given twice'],
    ['/directory list surplus', 'belongs to no option'],
    ['/directory find bell\u0007', 'control character (U+0007)'],
    [`/directory find ${'x'.repeat(100_000)}`, 'at most 20,000'],
  ])('refuses %s with a sentence', (line, sentence) => {
    expect(refusedLine(catalog, line).message).toContain(sentence)
  })

  test('gives back any quoted value whole', () => {
    const value = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) =>
        text
          .normalize('NFC')
          .replace(/["\p{Cc}\p{DI}\u2028\u2029]/gu, '')
          .trim(),
      )
      .filter((text) => text !== '' && !/[\p{C}"“”„‟＂«»「『‹›'’‘‚`]|\s\s|[^\S ]/u.test(text))
    fc.assert(
      fc.property(value, value, (title, start) => {
        expect(fields(`/meeting schedule "${title}" start:"${start}" wg:PCVE`)).toEqual({
          title,
          start,
          wg: 'PCVE',
        })
      }),
    )
  })

  test('never throws anything but a sentence for the caller', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (line) => {
        try {
          readLine(catalog, line)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
    )
  })
})
