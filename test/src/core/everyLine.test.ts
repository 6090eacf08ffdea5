import { expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { commandWords } from '../../../src/core/catalog.ts'
import { lineLimit } from '../../../src/core/language/clean.ts'
import { readLine } from '../../../src/core/language/readLine.ts'

const parts = ['mon ', 'a, ', 'UNODC ', '3 Nov ', 'A-', 'for a: '] as const
const limitMs = 150

const commands = features.flatMap((feature) => feature.commands.map((one) => commandWords(feature, one)))

function attempt(line: string): void {
  try {
    readLine(features, line)
  } catch {
    // A refusal is an answer.
  }
}

/** Milliseconds of the processor, the least of up to three tries. */
function quickest(line: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3 && least > limitMs; tries++) {
    const before = process.cpuUsage()
    attempt(line)
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

test('the longest line after any command is read in a fraction of a second, whatever it repeats', () => {
  const slow = commands.flatMap((words) =>
    parts.flatMap((part) => {
      const start = `/${words} `
      const line = `${start}${part.repeat(Math.floor((lineLimit - start.length - 1) / part.length))}!`
      const took = quickest(line)
      return took > limitMs ? [`/${words} ${JSON.stringify(part)}: ${took.toFixed(0)} ms`] : []
    }),
  )

  expect(slow).toEqual([])
}, 120_000)
