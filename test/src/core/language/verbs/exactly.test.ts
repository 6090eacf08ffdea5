import { expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { commandWords } from '../../../../../src/core/catalog.ts'
import { orUserError } from '../../../../../src/core/errors.ts'
import { readLine } from '../../../../../src/core/language/readLine.ts'
import { exactCommand } from '../../../../../src/core/language/verbs/exactly.ts'

const keys = [
  'CTED',
  'ETCIP',
  'UNODC',
  'WHO',
  'M1',
  'U12',
  'A3',
  'focal.interpol@compact.example',
  'A.Ng@who.int',
]

/** The same words, which nobody lists so: the whole reader reads them. */
const otherwise = (line: string) => line.replace(/\p{L}/u, (letter) => letter.toUpperCase())

const lines = features.flatMap((feature) =>
  feature.commands.flatMap((command) =>
    keys.flatMap((key) => ['', '/'].map((slash) => `${slash}${commandWords(feature, command)} ${key}`)),
  ),
)

test('a command by its whole name and one key is read at once, and as the whole reader reads it', () => {
  const exact = lines.filter((line) => exactCommand(features, line))
  expect(exact.length).toBeGreaterThan(90)
  const differ = exact.filter((line) => {
    const [one, other] = [line, otherwise(line)].map((text) => orUserError(() => readLine(features, text)))
    return JSON.stringify(one) !== JSON.stringify(other)
  })
  expect(differ).toEqual([])
})
