import { expect, test } from 'vitest'

import { type MessagePiece, paginate } from '../../../../src/chat/render/paginate.ts'

const pieces = (...blocks: readonly number[]): readonly MessagePiece<number>[] =>
  blocks.map((block) => ({ block, glued: false }))

/** Takes so much, and counts how often it was asked. */
function scales(most: number) {
  let asked = 0
  return {
    holds(parts: readonly number[]) {
      asked += 1
      return parts.reduce((sum, part) => sum + part, 0) <= most
    },
    asked: () => asked,
  }
}

test('what fits on one page is measured once, however many parts it has', () => {
  const { holds, asked } = scales(100)
  expect(paginate(pieces(...Array.from({ length: 50 }, () => 2)), holds)).toEqual([
    Array.from({ length: 50 }, () => 2),
  ])
  expect(asked()).toBe(1)
})

test('what is too much for one page is laid on as few as hold it, in its order', () => {
  expect(paginate(pieces(4, 4, 4, 4, 12, 1), scales(10).holds)).toEqual([[4, 4], [4, 4], [12], [1]])
  expect(paginate([], scales(10).holds)).toEqual([[]])
})
