import fc from 'fast-check'
import { expect, test } from 'vitest'

import { features } from '../../commands/index.ts'
import { UserError } from '../../src/core/errors.ts'
import { readLine } from '../../src/core/language/readLine.ts'
import { readItem } from '../../src/newsletter/reading/readItem.ts'
import { standsIn, wordsOf } from '../support/typed/wordsInOrder.ts'

/** Words without others, each as often as it stands there. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others]
  return words.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const known = {
  period: { from: '2026-11-01', to: '2026-12-31' },
  entities: [{ acronym: 'UNODC', name: 'United Nations Office on Drugs and Crime', aliases: [], parts: [] }],
  groups: [],
}

const part = fc.constantFrom(
  'UNODC trained 30 judges', 'in Vienna', 'on 3 and 4 November', 'Save the date:', 'Registration link:', 'https://un.org/x', '“State of Terrorism 2026”',
  '(6-9 Nov)', 'with Côte d’Ivoire', 'see', 'von 5 bis 6', '31 Nov', '(Photo)', 'UN80', '👨‍👩‍👧', 'the 12th', 'a.b', '3/4', '…',
) // biome-ignore format: a table
const ending = fc.constantFrom('', ' (6-9 Nov)', ', 3 Nov', ' (3 Nov).', '\nSource: https://un.org/y', '\nPhoto: somebody', '\nBest regards,\nthe focal point') // biome-ignore format: a table
const text = fc
  .tuple(fc.uniqueArray(part, { minLength: 1, maxLength: 8 }), ending)
  // The same days said twice are printed once.
  .filter(([parts, end]) => !parts.some((one) => one === end.trim()))
  .map(([parts, end]) => `${parts.join(' ')}${end}`)

test('what an update prints, and what is said to be taken apart, is all that was typed', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const item = readItem(typed, known)
      const links = item.links.flatMap(({ text: words, url }) => {
        // Words that stay in the text are counted there; an address is cut out of it.
        const address = url !== null && typed.includes(url) && !item.text.includes(url) ? [url] : []
        return [
          ...address,
          ...(item.text.includes(words) || address.some((one) => one.includes(words)) ? [] : [words]),
        ]
      })
      // Within a sentence the name of its server stands for an address.
      const shown = item.links.reduce(
        (said, { text: words, url }) =>
          url?.includes(words) && !item.text.includes(url) ? said.replace(words, '') : said,
        item.text,
      )
      const cut = item.printedDate !== null && !item.text.includes(item.printedDate) ? [item.printedDate] : []
      const texts = wordsOf(shown, ...cut, ...links, ...item.asides.map((aside) => aside.text))
      // A date before the sentence takes its preposition along, and an address the word that leads to it.
      const taken = /\bsee https/.test(typed) ? ['on', 'see'] : ['on']
      const missing = without(wordsOf(typed), texts).filter((word) => !taken.includes(word))
      expect(missing, typed).toEqual([])
      expect(without(texts, wordsOf(typed)), typed).toEqual([])
      expect(standsIn(wordsOf(shown), wordsOf(typed)), typed).toBe(true)
    }),
    { numRuns: 800, seed: 11 },
  )
})

const commands = fc.constantFrom(
  '/update post', '/update edit U3', '/meeting schedule', '/meeting move M1', '/meeting rsvp', '/wg show', '/wg appoint', '/directory find', '/newsletter open',
  '/reminder add', '/update list', '/report record', '/library add', '/project add', '/recommendation add', '/meeting agenda add M1', '/meeting action add M1',
  '/newsletter note', '/newsletter extend', '/newsletter pass', '/profile away', '/profile hours', '/update return U1', '/directory add person', '/meeting list',
  '/report submit ETCIP', '/meeting poll open', '/update accept',
) // biome-ignore format: a table
const word = fc.constantFrom(
  'drones', 'ETCIP', '"two words"', "'one two'", '“quoted text”', 'wg:ETCIP', 'start:"12 Dec 14:30"', 'tomorrow 3pm', 'text:x', 'section: regional', 'on : 2022', 'nonsense:y',
  'yes', '3 Nov', 'link:un.org/x', '’t', 'date', ':', 'a:b', 'role:chair', 'entity:WHO', 'comment:', 'U1', 'value:12', 'to Friday 3pm',
) // biome-ignore format: a table
const line = fc
  .tuple(commands, fc.array(word, { maxLength: 7 }))
  .map(([command, words]) => [command, ...words].join(' '))

/** What stands where nothing was said: a poll without a title is called by its group. */
const ownWords: ReadonlySet<string> = new Set(['ETCIP meeting', 'the one that waits'])

test('a command line is taken whole and in its order, or refused', () => {
  let taken = 0
  fc.assert(
    fc.property(line, (typed) => {
      try {
        const read = readLine(features, typed)
        if (read.kind === 'help') return
        taken++
        const command = wordsOf(read.feature.name, read.command.group ?? '', read.command.name)
        const confirm = read.confirmed ? ['confirm', 'yes'] : []
        const texts = [...command, ...confirm, ...wordsOf(...Object.entries(read.fields).flat())]
        // Prepositions before a time part what is said; they say nothing themselves.
        const missing = without(wordsOf(typed), texts).filter((one) => !/^(?:to|at|on|by)$/.test(one))
        expect(missing, typed).toEqual([])
        for (const value of Object.values(read.fields).filter((one) => !ownWords.has(one)))
          expect(standsIn(wordsOf(value), wordsOf(typed)), `${typed} → ${value}`).toBe(true)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
      }
    }),
    { numRuns: 2000, seed: 11 },
  )
  expect(taken).toBeGreaterThan(300)
})
