import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { helpOn } from '../../commands/help/featureHelp.ts'
import { helpFeature } from '../../commands/help.ts'
import { findCommand } from '../../src/core/catalog.ts'
import type { Input } from '../../src/core/invocation.ts'
import { dispatch } from '../../src/dispatch/dispatch.ts'
import { groupedFeature } from '../support/groupedFeature.ts'
import { plainMessage } from '../support/plain.ts'
import { secretariat, type World, world } from '../support/world.ts'

describe('help', () => {
  test('offers the actions and groups of a feature, and the actions of a group, to be chosen', async () => {
    const chosen = async (action: string) =>
      (await helpOn(groupedFeature, action)).blocks.flatMap((one) =>
        one.kind === 'buttons' ? one.buttons.map(({ label, values }) => [label, values['action']]) : [],
      )
    const all = await chosen('')
    expect(all).toContainEqual(['schedule', 'schedule'])
    expect(all).toContainEqual(['agenda', 'agenda'])
    for (const [label, action] of [...all, ...(await chosen('agenda'))]) {
      expect(action).toBe(label)
      await expect(helpOn(groupedFeature, action ?? '')).resolves.toBeDefined()
    }
    expect((await chosen('agenda'))[0]?.[0]).toMatch(/^agenda /)
  })

  test('on a feature shows the usage of its actions, and of a group what it holds', async () => {
    const text = plainMessage(await helpOn(groupedFeature, ''))
    expect(text).toContain('/council schedule <title> Try out schedule')
    expect(text).toContain('/council agenda add|remove|order What will be talked about')
    expect(text).toContain('/help council agenda')
  })

  test('in a chat says on a line what each action is about, and where its options are told', async () => {
    const text = plainMessage(await helpOn(groupedFeature, '', { wordiness: 'brief' }))
    expect(text).toContain('/council schedule: Try out schedule')
    expect(text).toContain('/council agenda: What will be talked about')
    expect(text).toContain('What an action takes: /help council schedule.')
    expect(text).toContain('/help council agenda')
    expect(plainMessage(await helpOn(groupedFeature, 'schedule', { wordiness: 'brief' }))).toBe(
      plainMessage(await helpOn(groupedFeature, 'schedule')),
    )
  })

  test('on a group shows the usage of its actions', async () => {
    const text = plainMessage(await helpOn(groupedFeature, 'agenda'))
    expect(text).toContain('/council agenda: What will be talked about.')
    expect(text).toContain('/council agenda add <meeting> item: [minutes:] Try out agenda add')
    expect(text).not.toContain('poll')
  })

  test('on an action of a group shows its options', async () => {
    const text = plainMessage(await helpOn(groupedFeature, 'ag ADD'))
    expect(text).toContain('/council agenda add: Try out agenda add.')
    expect(text).toContain('How long')
  })

  test('on what a group does not have suggests what is near', async () => {
    await expect(helpOn(groupedFeature, 'agenda ordr')).rejects.toThrow(
      '/council agenda has no action “ordr”. Did you mean agenda order? It has: add, remove and order.',
    )
  })
})

describe('an action in a group', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const features = [groupedFeature, helpFeature(() => [groupedFeature])]

  function ask(input: Input) {
    const account = { platform: 'terminal', tenant: 'local', account: 'ana' }
    const place = { ...account, channel: 'ana', private: true }
    return dispatch(
      { ...here.bot.services, features },
      { caller: account, place, vouchedEmail: secretariat, input },
    )
  }

  test.each<[string, Input]>([
    ['a line', { kind: 'line', text: '/council agenda add M3 item:Budget' }],
    ['fields', { kind: 'fields', command: 'council agenda add', fields: { meeting: 'M3', item: 'Budget' } }],
  ])('is run by %s', async (_name, input) => {
    const { outcome, message } = await ask(input)
    expect([outcome, plainMessage(message)]).toEqual(['done', 'agenda add: {"meeting":"M3","item":"Budget"}'])
  })

  test('asks with its own form for what is missing', async () => {
    const { outcome, form } = await ask({ kind: 'line', text: '/council agenda add M3' })
    expect(outcome).toBe('asked')
    expect(form).toMatchObject({
      command: 'council agenda add',
      title: 'Add an agenda',
      given: { meeting: 'M3' },
    })
    expect(form?.fields.map(({ name }) => name)).toEqual(
      Object.keys(findCommand([groupedFeature], 'council agenda add')?.command.options ?? {}),
    )
  })

  test('that is not named is explained', async () => {
    const { outcome, message } = await ask({ kind: 'line', text: '/council agenda' })
    expect(outcome).toBe('done')
    expect(plainMessage(message)).toContain('/council agenda remove <meeting>')
  })

  test('that is gone is said to be so', async () => {
    const { outcome, message } = await ask({ kind: 'fields', command: 'council agenda gone', fields: {} })
    expect(outcome).toBe('refused')
    expect(plainMessage(message)).toContain('There is no command /council agenda gone any more.')
  })

  test('stands in the list of all that can be said under the name of its group, once', async () => {
    const { message } = await ask({ kind: 'line', text: '/help' })
    expect(plainMessage(message)).toContain('/council schedule · agenda · poll: ')
    expect(plainMessage(message).match(/· agenda\b/g)).toHaveLength(1)
  })

  test('is explained by the words that stand after help', async () => {
    for (const text of ['/help council agenda add', '/council agenda help add', '/council help agenda add']) {
      const { message } = await ask({ kind: 'line', text })
      expect(plainMessage(message)).toContain('/council agenda add: Try out agenda add.')
    }
  })
})
