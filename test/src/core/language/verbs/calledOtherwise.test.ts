import { expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { findCommand } from '../../../../../src/core/catalog.ts'
import { readFields } from '../../../../../src/core/language/readFields.ts'
import { button } from '../../../../../src/core/message.ts'

test('what people call an action leads to one that there is, with what is typed behind its record', () => {
  const wrong = features.flatMap(({ name, verbs = {} }) =>
    Object.keys(verbs).flatMap((way) => {
      const [action = '', behind = ''] = way.split(' … ')
      const found = findCommand(features, action.startsWith('/') ? action.slice(1) : `${name} ${action}`)
      if (!found) return [`${name}: ${way}`]
      if (behind === '') return []
      const where = {
        usage: way,
        elsewhere: () => '',
        neighbours: () => [],
        way: (label: string) => button(label, 'x'),
      }
      const fields = readFields(found.command.options, `1 ${behind}`, where)
      return Object.keys(fields).length < 2 ? [`${name}: ${way}`] : []
    }),
  )
  expect(wrong).toEqual([])
})

test('no feature has a word for an action that is the name of another of its actions', () => {
  const own = features.flatMap(({ name, commands, verbs = {} }) => {
    const names = new Set(commands.filter(({ group }) => group === undefined).map((one) => one.name))
    return Object.values(verbs).flatMap((words) =>
      words.split(' ').flatMap((word) => (names.has(word) ? [`${name}: ${word}`] : [])),
    )
  })
  expect(own).toEqual([])
})
