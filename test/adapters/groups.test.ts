import { describe, expect, test } from 'vitest'

import { commands } from '../../adapters/discord/registration/commands.ts'
import { problemsOf } from '../../adapters/discord/registration/validate.ts'
import { manifest as slackManifest } from '../../adapters/slack/registration/manifest.ts'
import { manifest as teamsManifest } from '../../adapters/teams/registration/manifest.ts'
import { complete } from '../../adapters/terminal/prompt/complete.ts'
import { typedButton } from '../../adapters/terminal/render/message.ts'
import type { FeatureSpec } from '../../src/core/catalog.ts'
import { array, type Json, object } from '../../src/core/json.ts'
import { button } from '../../src/core/message.ts'
import { openApi } from '../support/discord/rules/openapi.ts'
import { groupedFeature } from '../support/groupedFeature.ts'

function below(part: unknown): readonly Json[] {
  return array(object(part)['options']).map(object)
}

describe('Discord', () => {
  test('is told of groups that hold their actions, beside the actions of one word', () => {
    const [made] = commands([groupedFeature])
    expect(below(made).map(({ type, name }) => [type, name])).toEqual([
      [1, 'schedule'],
      [2, 'agenda'],
      [2, 'poll'],
    ])
    const [, agenda] = below(made)
    expect(agenda).toMatchObject({ description: 'What will be talked about' })
    expect(below(agenda).map(({ type, name }) => [type, name])).toEqual([
      [1, 'add'],
      [1, 'remove'],
      [1, 'order'],
    ])
    expect(below(below(agenda)[0]).map(({ name }) => name)).toEqual(['meeting', 'item', 'minutes'])
  })

  test.skipIf(!openApi)('takes them by its own description (skipped where ../shared is not at hand)', () => {
    const path = '/applications/1/commands'
    expect(openApi?.validatorFor('PUT', path)(commands([groupedFeature]))).toEqual([])
  })

  test('takes 25 actions and groups, and 25 actions in a group, but no more', () => {
    const [add] = groupedFeature.commands
    if (!add) throw new Error('there is no action')
    const many = (count: number, group?: string) =>
      Array.from({ length: count }, (_, at) => ({
        ...add,
        name: `a${at}`,
        about: 'Go',
        options: {},
        ...(group === undefined ? {} : { group }),
      }))
    const full: FeatureSpec = {
      ...groupedFeature,
      groups: { much: 'Much' },
      commands: [...many(24), ...many(25, 'much')],
    }
    const [one] = many(1)
    if (!one) throw new Error('there is no action')

    expect(problemsOf(commands([full]))).toEqual([])
    expect(openApi?.validatorFor('PUT', '/applications/1/commands')(commands([full])) ?? []).toEqual([])
    const wide = { ...full, commands: [...full.commands, { ...one, name: 'one-more' }] }
    expect(() => commands([wide])).toThrow('There are 26 options of /council; at most 25 are taken.')
    const deep = { ...full, commands: [...full.commands, { ...one, name: 'one-more', group: 'much' }] }
    expect(() => commands([deep])).toThrow('There are 26 options of /council much; at most 25 are taken.')
  })

  test('takes no group that has the name of an action, or no description', () => {
    const [first] = groupedFeature.commands
    if (!first) throw new Error('there is no action')
    const twin = { ...groupedFeature, commands: [...groupedFeature.commands, { ...first, name: 'agenda' }] }
    expect(() => commands([twin])).toThrow('/council has agenda twice.')
    expect(() => commands([{ ...groupedFeature, groups: {} }])).toThrow(
      '/council agenda has a description of 0 characters',
    )
  })
})

test('Slack’s hint names each group with its actions', () => {
  const { features } = slackManifest([groupedFeature], { url: undefined, prefix: '', many: false })
  expect(features.slash_commands.map(({ usage_hint }) => usage_hint)).toEqual([
    'schedule | agenda add/remove/order | poll open/vote',
  ])
})

test('Teams’ menu names the feature, whose word alone tells what can follow', () => {
  const { bots } = teamsManifest([groupedFeature], {
    appId: '1',
    url: 'https://bot.example.org',
    version: '1.0.0',
  })
  expect(bots[0]?.commandLists[0]?.commands).toEqual([
    { title: 'council', description: 'What a council does' },
  ])
})

describe('the terminal', () => {
  test.each([
    ['/council a', ['agenda '], 'a'],
    ['/council agenda ', ['add ', 'remove ', 'order '], ''],
    ['/council ag re', ['remove '], 're'],
    ['/council agenda add M3 it', ['item:'], 'it'],
    ['/council agenda nothing M3 it', [], 'it'],
    ['/council help ag', ['agenda '], 'ag'],
  ])('goes on from %j', async (line, hits, part) => {
    expect(await complete([groupedFeature], line, async () => [])).toEqual([hits, part])
  })

  test('goes on from help', async () => {
    const help: FeatureSpec = { name: 'help', about: 'Help', commands: [] }
    expect(await complete([groupedFeature, help], '/help council agenda r', async () => [])).toEqual([
      ['remove '],
      'r',
    ])
  })

  test('prints a button as the line that does the same', () => {
    const press = button('Add', 'council agenda add', { meeting: 'M3', item: 'Next budget' })
    expect(typedButton(press, [groupedFeature])).toBe('/council agenda add M3 item:"Next budget"')
  })
})
