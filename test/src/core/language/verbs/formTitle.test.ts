import { expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { commandWords, findCommand } from '../../../../../src/core/catalog.ts'
import { formOf } from '../../../../../src/core/form.ts'
import { formTitle } from '../../../../../src/core/language/verbs/formTitle.ts'

test.each([
  ['meeting schedule', 'Schedule a meeting', 'Schedule'],
  ['update post', 'Post an update', 'Post'],
  ['update edit', 'Edit the update', 'Save'],
  ['directory add person', 'Add a person', 'Add'],
  ['meeting rsvp', 'Answer the invitation', 'Answer'],
  ['newsletter open', 'Open an issue', 'Open'],
  ['reminder settings', 'How you are reminded', 'Save'],
  ['update list', 'Updates', 'Show'],
])('the form of /%s is called “%s”, and its button “%s”', (words, title, submit) => {
  expect(formOf(features, words)).toMatchObject({ title, submit })
})

test.each(
  features.flatMap((feature) =>
    feature.commands
      .filter((command) => formOf(features, commandWords(feature, command)))
      .map((command) => [commandWords(feature, command), feature, command] as const),
  ),
)('the form of /%s says what it does in words that fit on every platform', (_, feature, command) => {
  const { title, submit } = formTitle(feature, command)
  expect(title).toMatch(/^\p{Lu}[^/]{3,23}$/u)
  expect(submit).toMatch(/^\p{Lu}[^/]{2,20}$/u)
})

test('what a feature says of its forms names commands that there are', () => {
  for (const feature of features)
    for (const words of Object.keys(feature.forms ?? {}))
      expect([words, findCommand(features, `${feature.name} ${words}`) !== undefined]).toEqual([words, true])
})
