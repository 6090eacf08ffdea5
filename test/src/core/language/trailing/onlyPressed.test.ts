import { expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { commandWords } from '../../../../../src/core/catalog.ts'
import { UserError } from '../../../../../src/core/errors.ts'
import { readLine } from '../../../../../src/core/language/readLine.ts'

const behind = [
  'hello',
  'hello world',
  'foo:bar',
  'closes:2 Dec',
  '"a few words more"',
  'M1',
  'yes',
  '3 Dec 10:00',
]
const records = {
  meeting: 'M1',
  group: 'ETCIP',
  groups: 'ETCIP',
  entity: 'WHO',
  entities: 'WHO',
  person: 'P1',
}

const pressed = features.flatMap((feature) =>
  feature.commands.flatMap((command) => {
    const hidden = Object.entries(command.options).filter(([, { onlyPressed }]) => onlyPressed === true)
    return hidden.length > 0
      ? [
          {
            words: commandWords(feature, command),
            options: command.options,
            hidden: hidden.map(([name]) => name),
          },
        ]
      : []
  }),
)

test.each(pressed)('no words reach what only a button fills in of /$words', ({ words, options, hidden }) => {
  const [first] = Object.values(options)
  const record =
    first?.prefix === undefined
      ? (records[first?.kind as keyof typeof records] ?? 'Call')
      : `${first.prefix}1`
  for (const more of behind) {
    const fields = fieldsOf(`/${words} ${record} ${more}`)
    expect(Object.keys(fields).filter((name) => hidden.includes(name))).toEqual([])
  }
})

/** What is refused fills in nothing. */
function fieldsOf(line: string): Readonly<Record<string, string>> {
  try {
    const read = readLine(features, line)
    return read.kind === 'command' ? read.fields : {}
  } catch (error) {
    if (error instanceof UserError) return {}
    throw error
  }
}
