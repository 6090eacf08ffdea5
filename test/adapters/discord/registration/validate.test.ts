import { describe, expect, test } from 'vitest'

import { problemsOf } from '../../../../adapters/discord/registration/validate.ts'

const leaf = { type: 3, name: 'one', description: 'x' }
const command = { type: 1, name: 'sample', description: 'x' }
const action = { type: 1, name: 'act', description: 'x' }
const group = { type: 2, name: 'group', description: 'x', options: [action] }

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

const withOption = (option: object) => [{ ...command, options: [{ ...leaf, ...option }] }]

describe('what Discord takes', () => {
  test.each<[string, readonly object[]]>([
    ['nothing', []],
    ['a hundred commands', many(100, (index) => ({ ...command, name: `c${index}` }))],
    [
      'names in other scripts',
      [
        { ...command, name: 'اجتماع' },
        { ...command, name: 'บันทึก' },
      ],
    ],
    ['one name for two kinds', [command, { type: 3, name: 'sample' }]],
    ['a command in a menu with spaces and capitals', [{ type: 3, name: 'Post as update' }]],
    ['groups of actions beside actions', [{ ...command, options: [group, action] }]],
    ['25 options', [{ ...command, options: many(25, (index) => ({ ...leaf, name: `o${index}` })) }]],
    ['bounds that are the same', withOption({ type: 4, min_value: 0, max_value: 0 })],
    ['a description of 100 Arabic letters', [{ ...command, description: 'ع'.repeat(100) }]],
    ['8,000 characters', [eightThousand(0)]],
  ])('%s', (_, commands) => {
    expect(problemsOf(commands)).toEqual([])
  })
})

/** A command of just so many characters, and some more. */
function eightThousand(more: number): object {
  const choices = many(25, (index) => ({
    name: `n${index}`.padEnd(100, 'x'),
    value: `v${index}`.padEnd(100, 'x'),
  }))
  // What the options with choices leave is filled with descriptions.
  const listed = { type: 3, name: 'a', description: 'x', choices }
  const half = choices.slice(0, 14)
  const left = 8000 - ('sample'.length + 1) - (2 + 5000) - (2 + 2800)
  return {
    ...command,
    options: [
      listed,
      { ...listed, name: 'b', choices: half },
      { type: 3, name: 'c', description: 'x'.repeat(100) },
      { type: 3, name: 'd', description: 'x'.repeat(left - 102 + more) },
    ],
  }
}

describe('what Discord refuses is found', () => {
  test.each<[string, readonly object[], RegExp]>([
    [
      '101 commands',
      many(101, (index) => ({ ...command, name: `c${index}` })),
      /101 commands of kind 1; at most 100/,
    ],
    [
      '16 of a message',
      many(16, (index) => ({ type: 3, name: `M ${index}` })),
      /16 commands of kind 3; at most 15/,
    ],
    [
      '16 of a user',
      many(16, (index) => ({ type: 2, name: `U ${index}` })),
      /16 commands of kind 2; at most 15/,
    ],
    ['two of one name', [command, command], /same name: 1 sample/],
    ['a kind that there is not', [{ type: 9, name: 'x' }], /no known kind/],
    [
      '26 options',
      [{ ...command, options: many(26, (i) => ({ ...leaf, name: `o${i}` })) }],
      /26 options of \/sample/,
    ],
    [
      '26 actions',
      [{ ...command, options: many(26, (i) => ({ ...action, name: `a${i}` })) }],
      /26 options of/,
    ],
    ['26 choices', withOption({ choices: many(26, (i) => ({ name: `${i}`, value: `${i}` })) }), /26 choices/],
    [
      'required after optional',
      [{ ...command, options: [leaf, { ...leaf, name: 'two', required: true }] }],
      /two is required and stands after/,
    ],
    ['capitals', [{ ...command, name: 'Sample' }], /not a name/],
    ['a blank', [{ ...command, name: 'sam ple' }], /not a name/],
    ['33 letters', [{ ...command, name: 'x'.repeat(33) }], /not a name/],
    ['capitals in an option', withOption({ name: 'One' }), /One is not a name/],
    ['no name in another language', [{ ...command, name_localizations: { fr: 'É té' } }], /not a name/],
    ['no description', [{ ...command, description: '' }], /description of 0 characters/],
    ['a description too long', withOption({ description: 'x'.repeat(101) }), /description of 101 characters/],
    [
      'too long in another language',
      [{ ...command, description_localizations: { ar: 'ع'.repeat(101) } }],
      /101/,
    ],
    ['8,001 characters in all', [eightThousand(1)], /8001 characters in all/],
    ['an option twice', [{ ...command, options: [leaf, leaf] }], /one twice/],
    ['an action twice', [{ ...command, options: [action, action] }], /act twice/],
    ['actions beside options', [{ ...command, options: [action, leaf] }], /side by side/],
    ['a group in a group', [{ ...command, options: [{ ...group, options: [group] }] }], /nested too deep/],
    [
      'an action in an action',
      [{ ...command, options: [{ ...action, options: [action] }] }],
      /nested too deep/,
    ],
    ['a group without actions', [{ ...command, options: [{ ...group, options: [] }] }], /without an action/],
    ['options in a group', [{ ...command, options: [{ ...group, options: [leaf] }] }], /holds actions alone/],
    ['options in an option', withOption({ options: [leaf] }), /can hold no options/],
    ['an option of no kind', withOption({ type: 12 }), /no known kind/],
    ['a choice without a name', withOption({ choices: [{ name: '', value: 'x' }] }), /name of 0 characters/],
    [
      'a choice’s name too long',
      withOption({ choices: [{ name: 'x'.repeat(101), value: 'x' }] }),
      /101 characters/,
    ],
    [
      'a choice’s value too long',
      withOption({ choices: [{ name: 'x', value: 'x'.repeat(101) }] }),
      /value does not fit/,
    ],
    [
      'a word as a number',
      withOption({ type: 4, choices: [{ name: 'x', value: 'x' }] }),
      /value does not fit/,
    ],
    [
      'a choice twice',
      withOption({
        choices: [
          { name: 'x', value: 'a' },
          { name: 'x', value: 'b' },
        ],
      }),
      /choice x twice/,
    ],
    [
      'a value twice',
      withOption({
        choices: [
          { name: 'x', value: 'a' },
          { name: 'y', value: 'a' },
        ],
      }),
      /choice a twice/,
    ],
    [
      'choices and autocomplete',
      withOption({ autocomplete: true, choices: [{ name: 'x', value: 'x' }] }),
      /only one of them/,
    ],
    ['autocomplete of a flag', withOption({ type: 5, autocomplete: true }), /kind without choices/],
    ['least above most', withOption({ type: 4, min_value: 2, max_value: 1 }), /min_value above/],
    ['shortest above longest', withOption({ min_length: 2, max_length: 1 }), /min_length above/],
    ['a length of 6,001', withOption({ max_length: 6001 }), /out of bounds/],
    ['a length of none', withOption({ max_length: 0 }), /out of bounds/],
    ['a length of a number', withOption({ type: 4, max_length: 5 }), /does not take/],
    ['bounds of a text', withOption({ min_value: 5 }), /does not take/],
    ['a menu’s name too long', [{ type: 3, name: 'x'.repeat(33) }], /must be 1 to 32 characters/],
    ['a menu’s name of nothing', [{ type: 3, name: '' }], /must be 1 to 32 characters/],
    ['a menu’s description', [{ type: 3, name: 'X', description: 'x' }], /neither a description/],
    ['permissions of words', [{ ...command, default_member_permissions: 'all' }], /permissions/],
    ['nowhere', [{ ...command, contexts: [] }], /contexts/],
    ['a place twice', [{ ...command, contexts: [0, 0] }], /contexts/],
    ['an installation unknown', [{ ...command, integration_types: [2] }], /integration_types/],
  ])('%s', (_, commands, pattern) => {
    expect(problemsOf(commands).join('\n')).toMatch(pattern)
  })
})
