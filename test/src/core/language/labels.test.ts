import { expect, test } from 'vitest'

import { profile } from '../../../../commands/profile/index.ts'
import { UserError } from '../../../../src/core/errors.ts'
import { atItsOption, atOption } from '../../../../src/core/language/atOption.ts'
import { hintOf, labelOf } from '../../../../src/core/language/labels.ts'
import { whereIn } from '../../../../src/core/language/whereIn.ts'

test.each([
  ['timezone', 'Time zone'],
  ['zone', 'Time zone'],
  ['email', 'E-mail'],
  ['email-for', 'E-mail for'],
  ['wg', 'Working group'],
  ['due-day', 'Due day'],
])('a form labels the option %s “%s”, as a reader would write it', (name, label) => {
  expect(labelOf(name)).toBe(label)
})

test('a form says nothing beneath a label that repeats it', () => {
  expect(hintOf('title', 'Its title')).toBe('')
  expect(hintOf('wg', 'The working group')).toBe('')
  expect(hintOf('title', 'What stands above the minutes')).toBe('What stands above the minutes')
})

test.each([
  ['date', '30 February does not exist.', 'About “date”: 30 February does not exist.'],
  ['wg', 'It is empty.', 'About “working group”: It is empty.'],
  [
    'at',
    'The moment has passed. Try “tomorrow 9:00”.',
    'About “at”: The moment has passed. Try “tomorrow 9:00”.',
  ],
  ['start', 'I cannot read “x” as a date and time.', 'I cannot read “x” as a date and time.'],
  ['at', '“tonight at 3” may mean two hours.', '“tonight at 3” may mean two hours.'],
  ['meeting', 'which meeting?', 'Which meeting?'],
])('a sentence about %s says what it is about where it does not show that: %s', (name, said, shown) => {
  const error = atOption(new UserError(said), name)
  expect(error).toMatchObject({ message: shown, option: name })
  // Said once, however often it is passed on.
  expect(atItsOption(error)).toMatchObject({ message: shown, option: name })
})

test('an option called as its own command is said to be typed without a name, and as another one to be set there', () => {
  const named = (name: string) => {
    const command = profile.commands.find((one) => one.name === name)
    if (!command) throw new Error(`there is no /profile ${name}`)
    return whereIn(profile, command).elsewhere('timezone')
  }
  expect(named('timezone')).toBe('Its value is typed without a name. ')
  expect(named('unlink')).toMatch(/^It is (?:set by|one of) /)
})
