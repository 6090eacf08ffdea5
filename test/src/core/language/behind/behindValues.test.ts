import fc from 'fast-check'
import { expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { UserError } from '../../../../../src/core/errors.ts'
import { readLine } from '../../../../../src/core/language/readLine.ts'
import { standsIn, wordsOf } from '../../../../support/typed/wordsInOrder.ts'

const texts = [
  'UNODC launched a jet',
  'UNODC trained 30 judges of IOM',
  '“Safe Cities” was read by UNODC and IOM',
] as const
const values = [
  'section:"regional focus"',
  'section:regional',
  'date:"9 Dec"',
  'entities:IOM, UNDP',
  'entities:"UNDP"',
  'wg:ETCIP',
  'wg:"ETCIP"',
  'place:"Graz"',
  'place:Graz',
  'link:https://un.org/x',
  'issue:"Nov-Dec"',
  'embargo:"6 Dec"',
] as const
const behind = ['', 'with WHO (22 Nov)', 'with WHO', '(6 Nov)', 'in Geneva', 'in Geneva, Switzerland (7 Nov)', 'for three days'] as const // biome-ignore format: a table

const line = fc
  .record({
    command: fc.constantFrom('/update post', '/update edit U3'),
    text: fc.constantFrom(...texts),
    quoted: fc.boolean(),
    given: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2, selector: (value) => value.split(':')[0] }),
    more: fc.constantFrom(...behind),
  })
  .map(({ command, text, quoted, given, more }) => {
    const said = quoted && !text.startsWith('“') ? `"${text}"` : text
    return [command, command.endsWith('U3') ? `text:${said}` : said, ...given, more].join(' ').trim()
  }) // biome-ignore format: a table

/** The words of a line without the names of its options. */
function typedWords(typed: string): readonly string[] {
  return wordsOf(typed.replace(/ \p{L}+:(?!\/)/gu, ' '))
}

test('words behind a value are told apart: no field is filled unsaid, and whatever is offered holds them all', () => {
  let asked = 0
  fc.assert(
    fc.property(line, (typed) => {
      try {
        const read = readLine(features, typed)
        if (read.kind === 'help') return
        const unsaid = Object.keys(read.fields).filter(
          (name) => !/^(?:text|update)$/.test(name) && !typed.includes(`${name}:`) && !read.named?.includes(name),
        )
        expect(unsaid, typed).toEqual([])
        expect(standsIn(wordsOf(read.fields['text'] ?? ''), typedWords(typed)), typed).toBe(true)
        const kept = wordsOf(...Object.values(read.fields))
        expect(typedWords(typed).filter((word) => !/^(?:update|post|edit|in)$/.test(word) && !kept.includes(word)), typed).toEqual([])
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        asked++
        const [...ways] = error.buttons.filter(({ label }) => !label.startsWith('Without'))
        for (const { command, values } of ways) {
          const held = wordsOf(command, ...Object.values(values))
          expect(typedWords(typed).filter((word) => !held.includes(word)), typed).toEqual([])
        }
        if (typed.startsWith('/update post')) expect(ways.length, typed).toBeGreaterThan(0)
      }
    }),
    { numRuns: 1200, seed: 11 },
  )
  expect(asked).toBeGreaterThan(10)
}) // biome-ignore format: a table
