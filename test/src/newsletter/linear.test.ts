import { describe, expect, test } from 'vitest'

import { entities } from '../../../db/samples/entities.ts'
import { groups } from '../../../db/samples/groups.ts'
import { readItem } from '../../../src/newsletter/reading/readItem.ts'

const known = {
  period: { from: '2023-03-01', to: '2023-04-30' },
  entities: entities.map((entity) => ({ aliases: [], parts: [], ...entity })),
  groups,
}

/** Beginnings, repeated parts and endings after which an expression that can read one text in many ways goes back. */
const beginnings = [
  '',
  'Held, ',
  'UNODC met in ',
  'visit to ',
  '(',
  'On 5',
  'See [',
  'https://x.y/',
  '- ',
  '**',
]
const repeated = [
  'A-',
  'A ',
  'A. ',
  "A'",
  'A, ',
  'in A ',
  'visit to A ',
  ' ',
  '\t',
  '\n',
  '5, ',
  '5-',
  '5 ',
  '5 and ',
  '5 Mar ',
  '5 Mar-',
  'Mar-',
  '2023-03-05/',
  '(',
  '(5 Mar',
  '()',
  '[',
  '[a](',
  '](',
  'http://',
  'a(b)',
  '*',
  '_',
  '- ',
  'the ',
  'of ',
  'UNODC-',
  'a.',
  'é',
  'ﷺ',
  '"',
  "'",
  '•',
]
const endings = ['', '!', ' (', ']']

/** The longest text that an update may have. */
const longest = 2_000

/** The least of up to four tries in milliseconds of this process alone: the machine has other work too. */
function quickest(text: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 4 && least > 50; tries++) {
    const before = process.cpuUsage()
    readItem(text, known)
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

describe('what people wrote is read in a time that grows with its length', () => {
  test('no beginning, repeated part and ending of a text makes it slow', () => {
    readItem('UNODC training in Accra, Ghana (6-9 Mar)', known)
    const slow: string[] = []
    const around = [...beginnings.map((one) => [one, '!']), ...endings.map((one) => ['', one])]
    for (const [beginning = '', ending = ''] of around) {
      for (const part of repeated) {
        const text = `${beginning}${part.repeat(Math.ceil(longest / part.length))}`.slice(0, longest) + ending
        const took = quickest(text)
        if (took > 60) slow.push(`${beginning}(${part})*${ending}: ${took.toFixed(0)} ms`)
      }
    }

    expect(slow).toEqual([])
  }, 150_000)
})
