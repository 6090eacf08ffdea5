import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { commands } from '../../../../adapters/discord/registration/commands.ts'
import { problemsOf } from '../../../../adapters/discord/registration/validate.ts'
import { features } from '../../../../commands/index.ts'
import {
  actionWords,
  type CommandSpec,
  everyone,
  type FeatureSpec,
  givenInWords,
} from '../../../../src/core/catalog.ts'
import { array, type Json, object } from '../../../../src/core/json.ts'
import { type Options, option, required } from '../../../../src/core/option.ts'
import { openApi } from '../../../support/discord/rules/openapi.ts'

const about = 'What is meant'
const checkedIn = new URL('../../../../adapters/discord/commands.json', import.meta.url)

function feature(...made: readonly (readonly [name: string, options: Options])[]): FeatureSpec {
  return {
    name: 'sample',
    about,
    commands: made.map(
      ([name, options]): CommandSpec => ({
        name,
        about,
        options,
        access: everyone,
        audience: 'caller',
        examples: [],
        changes: false,
      }),
    ),
  }
}

function optionsOf(options: Options): readonly Json[] {
  const [command] = commands([feature(['', options])])
  return array(object(command)['options']).map(object)
}

describe('the commands of the catalogue', () => {
  const made = commands(features)

  test('are registered without a problem: one of each feature, and one for each shortcut on a message', () => {
    const slash = made.filter(({ type }) => type === 1).map(({ name }) => name)

    expect(problemsOf(made)).toEqual([])
    expect(slash).toEqual(features.map(({ name }) => name))
    expect(made.filter(({ type }) => type === 3).map(({ name }) => name)).toEqual([
      'Record as an action',
      'Post as update',
    ])
  })

  test('leave out no action, and no option that can be given in words', () => {
    for (const { name, commands: actions } of features) {
      const registered = object(made.find((command) => command.type === 1 && command.name === name))
      for (const action of actions) {
        const words = actionWords(action)
          .split(' ')
          .filter((word) => word !== '')
        const holder = words.reduce(
          (held, word) =>
            object(
              array(held['options'])
                .map(object)
                .find((one) => one['name'] === word),
            ),
          registered,
        )
        const names = array(object(holder)['options']).map((one) => object(one)['name'])

        const wanted = givenInWords(action.options).map(([option]) => option)
        expect(names.toSorted()).toEqual(wanted.toSorted())
      }
    }
  })

  test('may be used in servers and in direct messages, by whom the house lets', () => {
    for (const command of made) {
      expect(command).toMatchObject({
        contexts: [0, 1],
        integration_types: [0],
        default_member_permissions: null,
      })
    }
  })

  test('are those that are checked in', () => {
    expect(existsSync(checkedIn)).toBe(true)
    expect(JSON.parse(readFileSync(checkedIn, 'utf8'))).toEqual(made)
  })

  test.skipIf(!openApi)('are taken by Discord’s description (skipped where ../shared is not at hand)', () => {
    for (const path of ['/applications/1/commands', '/applications/1/guilds/2/commands']) {
      expect(openApi?.validatorFor('PUT', path)(made)).toEqual([])
      expect(openApi?.validatorFor('PUT', path)([{ type: 1 }])).not.toEqual([])
    }
  })
})

describe('an option', () => {
  test('is of the kind that Discord has for it', () => {
    const made = optionsOf({
      count: option.integer({ about, min: 1, max: 9 }),
      loud: option.flag({ about }),
      kind: option.choice({ about, choices: ['a', 'b'] }),
      who: option.person({ about }),
      when: option.moment({ about }),
      title: option.text({ about, max: 150 }),
      long: option.text({ about, max: 9000 }),
      lasts: option.duration({ about, min: 5, max: 7200 }),
      table: option.file({ about, endings: ['csv'] }),
    })
    const base = { description: about, required: false }

    expect(made).toEqual([
      { type: 4, name: 'count', ...base, min_value: 1, max_value: 9 },
      { type: 5, name: 'loud', ...base },
      {
        type: 3,
        name: 'kind',
        ...base,
        choices: [
          { name: 'a', value: 'a' },
          { name: 'b', value: 'b' },
        ],
      },
      { type: 3, name: 'who', ...base, max_length: 1000, autocomplete: true },
      { type: 3, name: 'when', ...base, max_length: 1000 },
      { type: 3, name: 'title', ...base, max_length: 150 },
      { type: 3, name: 'long', ...base, max_length: 4000 },
      { type: 3, name: 'lasts', ...base, max_length: 1000 },
      { type: 11, name: 'table', ...base },
    ])
  })

  test('that is required comes first, except a text of several lines, for which the form asks', () => {
    const made = optionsOf({
      first: option.text({ about }),
      text: required(option.text({ about, multiline: true })),
      when: required(option.day({ about })),
      who: required(option.person({ about })),
    })

    expect(made.map(({ name, required }) => [name, required])).toEqual([
      ['when', true],
      ['who', true],
      ['first', false],
      ['text', false],
    ])
  })
})

test('a catalogue that Discord would not take is said to be so, with all that is wrong', () => {
  const wrong = feature(['', { Big: option.text({ about: '' }) }], ['act', {}])

  expect(() => commands([wrong])).toThrow(/\/sample {2}is not a name/)
  expect(() => commands([wrong])).toThrow(/\/sample {2}Big has a description of 0 characters/)
})

/** How many characters Discord counts of a command: names, descriptions and choices, all of its options' too. */
function lengthOf(json: Json): number {
  const own = [json['name'], json['description'], json['value']].filter((one) => typeof one === 'string')
  const below = [...array(json['options']), ...array(json['choices'])].map(object)
  return [...own.map(({ length }) => length), ...below.map(lengthOf)].reduce((sum, length) => sum + length, 0)
}

test.each(commands(features).map((command) => [command.name, object(command)] as const))(
  'the command %s leaves 300 of the 8,000 characters that Discord allows, so that an option can be added',
  (_, command) => {
    expect(lengthOf(command)).toBeLessThanOrEqual(8000 - 300)
  },
)
