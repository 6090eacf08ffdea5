import fc from 'fast-check'
import { expect, test } from 'vitest'

import { splitLine } from '../../../../src/chat/render/splitLine.ts'

type Run = { readonly text: string } | { readonly mark: string }

const cutting = {
  weigh: (run: Run) => ('text' in run ? run.text : run.mark).length,
  textOf: (run: Run) => ('text' in run ? run.text : undefined),
  withText: (run: Run, text: string) => ('text' in run ? { text } : run),
}
const plain = (runs: readonly Run[]) => runs.map((run) => ('text' in run ? run.text : run.mark)).join('')

test('the parts of a line together say the line, and each has room', () => {
  const run = fc.oneof(
    fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 60 }) }),
    fc.record({ mark: fc.string({ minLength: 1, maxLength: 12 }) }),
  )
  fc.assert(
    fc.property(fc.array(run), fc.integer({ min: 24, max: 40 }), (line, room) => {
      const parts = splitLine<Run>(line, { room, ...cutting })
      expect(parts.map(plain).join('')).toBe(plain(line))
      for (const part of parts) expect(plain(part).length).toBeLessThanOrEqual(room)
    }),
  )
})

test('a line breaks between words, and what may not be cut goes to the next part', () => {
  const line = [{ text: 'one two three ' }, { mark: '[link]' }, { text: ' four' }]

  expect(splitLine<Run>(line, { room: 16, ...cutting }).map(plain)).toEqual(['one two three ', '[link] four'])
})

test('where a text is cut, some room is spared', () => {
  const parts = splitLine<Run>([{ text: 'x'.repeat(20) }], { room: 10, spare: 2, ...cutting })

  expect(parts.map(plain)).toEqual(['x'.repeat(8), 'x'.repeat(8), 'xxxx'])
})
