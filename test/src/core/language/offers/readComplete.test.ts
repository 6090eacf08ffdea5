import { describe, expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { UserError } from '../../../../../src/core/errors.ts'
import { readLine } from '../../../../../src/core/language/readLine.ts'

/** The fields of a line that is read, or what it is refused with. */
function read(line: string) {
  try {
    const typed = readLine(features, line)
    return typed.kind === 'command' ? typed.fields : typed.kind
  } catch (error) {
    if (error instanceof UserError) return { said: error.message, buttons: error.buttons }
    throw error
  }
}

describe('a name that no option has, behind a time that would be read without it,', () => {
  test.each([
    ['/meeting schedule ETCIP Ports 3 Dec 15:00 color:red', 'color', 'Without color:red'],
    ['/meeting schedule ETCIP Ports 3 Dec 15:00 UTC color:"dark red"', 'color', 'Without color:"dark red"'],
    ['/meeting schedule ETCIP Rail:next 3 Dec 15:00 color:red', 'color', 'Without color:red'],
    ['/reminder add Tea tomorrow 10:00 who:everybody', 'who', 'Without who:everybody'],
    ['/reminder add شاي tomorrow 10:00 مهم:نعم', 'مهم', 'Without مهم:نعم'],
  ])('is refused, and left out by a button: %s', (line, word, label) => {
    expect(read(line)).toMatchObject({
      said: expect.stringMatching(new RegExp(`^There is no option “${word}:”. Usage: /`)),
      buttons: [{ label }],
    })
  })

  test('is told with the group of actions of that name', () => {
    expect(read('/meeting schedule ETCIP Ports 3 Dec 15:00 agenda:Opening')).toMatchObject({
      said: expect.stringContaining('“agenda:”. For that there is /meeting agenda. Usage'),
      buttons: [
        {
          label: 'Without agenda:Opening',
          command: 'meeting schedule',
          values: { title: 'ETCIP Ports', start: '3 Dec 15:00' },
        },
      ],
    })
  })
})

test.each([
  [
    'a title, where nothing else is missing',
    '/meeting schedule ETCIP Ports color:red 3 Dec 15:00',
    'title',
    'color:red',
  ],
  ['a text without a time', '/reminder add Tea color:red', 'text', 'Tea color:red'],
  ['the short words of letters', '/reminder add call Anna tomorrow 10:00 re:budget', 'text', 're:budget'],
  ['an address', '/reminder add read https://un.org tomorrow 10:00', 'text', 'read https://un.org'],
  ['an update', '/update post trained 24 judges note:urgent', 'text', 'note:urgent'],
])('a word with a colon stays in %s', (_, line, name, words) => {
  expect(read(line)).toMatchObject({ [name]: expect.stringContaining(words) })
})
