import { expect, test } from 'vitest'

import { lineMeant, type OpenEnds } from '../../../../adapters/terminal/prompt/lineMeant.ts'
import { UserError } from '../../../../src/core/errors.ts'
import { type Button, button } from '../../../../src/core/message.ts'

const yes: Button = { ...button('Delete it', 'meeting cancel', { id: '1' }), confirmed: true }
const no = button('Leave it', 'meeting show', { id: '1' })
const undo = button('Undo 2', 'undo', {})
const next = button('Next', 'meeting list', { page: '2' })

function meant(line: string, open: Partial<OpenEnds> = {}) {
  return lineMeant(line, { choices: [], asking: false, formLeft: false, ...open })
}

test('an empty line and a remark mean nothing, and everything that nothing else explains goes to the bot', () => {
  expect([' ', '# a remark', '/help', 'back', 'yes', 'undo'].map((line) => meant(line).kind)).toEqual([
    'nothing',
    'nothing',
    'line',
    'line',
    'line',
    'line',
  ])
})

test('a number is the choice that bears it, and one that was not offered is refused', () => {
  expect(meant('2', { choices: [yes, no] })).toEqual({ kind: 'press', button: no })
  expect(() => meant('3', { choices: [yes, no] })).toThrow('the last answer offered 1 to 2')
  expect(() => meant('1')).toThrow(UserError)
})

test('a choice is named by its number as it is printed too, in the digits of any script', () => {
  for (const line of ['[2]', '(2)', '2.', '2)', '#2', '# 2', '٢', '２', 'No. 2', 'number 2', 'choice 2'])
    expect(meant(line, { choices: [yes, no] }), line).toEqual({ kind: 'press', button: no })
  expect(() => meant('#3', { choices: [yes, no] })).toThrow('There is no choice #3')
  expect(meant('No. 3', { choices: [yes, no] })).toEqual({ kind: 'line' })
  expect(meant('# 2 people came')).toEqual({ kind: 'nothing' })
})

test('yes and no answer what was asked, and say nothing where the last answer asked for nothing', () => {
  const choices = [yes, no]

  expect(meant('yes', { choices, asking: true })).toEqual({ kind: 'press', button: yes })
  expect(meant('no', { choices, asking: true })).toEqual({ kind: 'declined' })
  expect(meant('yes', { choices })).toEqual({ kind: 'line' })
  expect(meant('no', { choices })).toEqual({ kind: 'line' })
})

test('yes chooses nothing where two buttons would be confirmed by it', () => {
  const choices = [yes, { ...yes, label: 'Delete all' }]

  expect(meant('yes', { choices, asking: true })).toEqual({ kind: 'line' })
})

test('“undo” and “next page” press the one button that does so', () => {
  expect(meant('Undo!', { choices: [undo, next] })).toEqual({ kind: 'press', button: undo })
  expect(meant('next page', { choices: [undo, next] })).toEqual({ kind: 'press', button: next })
  expect(meant('undo', { choices: [undo, undo] })).toEqual({ kind: 'line' })
})

test('“back” goes on with a form where one was left', () => {
  expect(meant('back', { formLeft: true })).toEqual({ kind: 'form' })
  expect(meant('back to work', { formLeft: true })).toEqual({ kind: 'line' })
})

test('a speaker and a moment are read before anything changes', () => {
  expect(meant('as Ana@Example.org')).toEqual({ kind: 'speaker', email: 'ana@example.org' })
  expect(meant('now 2026-12-12T14:30:00Z')).toEqual({ kind: 'clock', at: new Date('2026-12-12T14:30:00Z') })
  expect(() => meant('as me')).toThrow('is not an e-mail address')
})
