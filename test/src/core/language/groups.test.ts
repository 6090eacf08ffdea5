import { describe, expect, test } from 'vitest'

import { actionWords, commandWords, entriesOf, findCommand, usage } from '../../../../src/core/catalog.ts'
import { readLine } from '../../../../src/core/language/readLine.ts'
import { groupedFeature } from '../../../support/groupedFeature.ts'
import { refusedLine } from '../../../support/refusedLine.ts'

const catalog = [groupedFeature]

describe('an action in a group', () => {
  test.each([
    [
      '/council agenda add M3 item:Budget minutes:10',
      'agenda add',
      { meeting: 'M3', item: 'Budget', minutes: '10' },
    ],
    ['council AGENDA Add "M 3"', 'agenda add', { meeting: 'M 3' }],
    ['/cou ag rem M3', 'agenda remove', { meeting: 'M3' }],
    ['/council   poll   open  Which day?', 'poll open', { title: 'Which day?' }],
    ['/council schedule agenda add', 'schedule', { title: 'agenda add' }],
  ])('is read from %j', (line, words, fields) => {
    const typed = readLine(catalog, line)
    if (typed.kind !== 'command') throw new Error('help was read')
    expect([actionWords(typed.command), typed.fields]).toEqual([words, fields])
  })

  test.each([
    ['/council', ''],
    ['/council agenda', 'agenda'],
    ['/council ag', 'agenda'],
    ['/council agenda help', 'agenda'],
    ['/council agenda help add', 'agenda add'],
    ['/council help poll', 'poll'],
  ])('is explained where %j names none', (line, action) => {
    expect(readLine(catalog, line)).toMatchObject({ kind: 'help', feature: { name: 'council' }, action })
  })

  test.each([
    ['/council agenda dad M3', 'council agenda add', 'M3'],
    ['/council add agenda M3', 'council agenda add', 'M3'],
    ['/council vote P3', 'council poll vote', 'P3'],
    ['/agenda add M3', 'council agenda add', 'M3'],
    ['/vote P3', 'council poll vote', 'P3'],
  ])('is suggested with its words where %j comes near', (line, near, words) => {
    const { message, buttons } = refusedLine(catalog, line)
    expect(message).toContain(near.split(' ').slice(0, 2).join(' '))
    expect(buttons).toMatchObject([{ label: `/${near} ${words}`, command: near }])
    expect(Object.values(buttons[0]?.values ?? {})).toEqual([words])
  })

  test('is suggested beside an action of another name that does the same', () => {
    const { buttons } = refusedLine(catalog, '/council add M3')
    expect(buttons.map(({ label }) => label)).toEqual(['/council schedule M3', '/council agenda add M3'])
  })

  test.each([
    ['/council agnda', 'council agenda', 'agenda'],
    ['/council agnda add', 'council agenda add', 'agenda add'],
  ])('is explained where %j has no words for it', (line, near, action) => {
    expect(refusedLine(catalog, line).buttons).toEqual([
      { label: `/${near}`, command: 'help', values: { feature: 'council', action } },
    ])
  })

  test('that may be several is asked for, with a button for each', () => {
    const { command: add } = findCommand(catalog, 'council agenda add') ?? fail()
    const more = { ...groupedFeature, commands: [...groupedFeature.commands, { ...add, name: 'adjourn' }] }
    const read = () => readLine([more], '/council agenda ad M3')

    expect(read).toThrow(
      '“/council agenda ad” may mean /council agenda add or /council agenda adjourn. Which one?',
    )
  })

  test('that is unknown is answered with those of its group alone', () => {
    expect(refusedLine(catalog, '/council agenda xyzzy').message).toBe(
      '/council agenda has no action “xyzzy”. It has: add, remove, order.',
    )
  })

  test('has three words, by which it is found again', () => {
    const all = groupedFeature.commands.map((command) => commandWords(groupedFeature, command))

    expect(all).toContain('council agenda add')
    for (const words of all)
      expect(commandWords(groupedFeature, findCommand(catalog, words)?.command ?? fail())).toBe(words)
    expect(findCommand(catalog, 'council add')).toBeUndefined()
    expect(findCommand(catalog, 'council agenda')).toBeUndefined()
    expect(findCommand(catalog, 'council agenda add more')).toBeUndefined()
  })

  test('is printed with its group', () => {
    const { command } = findCommand(catalog, 'council agenda add') ?? fail()
    expect(usage(groupedFeature, command)).toBe('/council agenda add <meeting> item: [minutes:]')
  })

  test('stands with the others of its group, where the first of them does', () => {
    const entries = entriesOf(groupedFeature).map((entry) =>
      entry.kind === 'group' ? [entry.name, ...entry.commands.map(({ name }) => name)] : [entry.command.name],
    )
    expect(entries).toEqual([['schedule'], ['agenda', 'add', 'remove', 'order'], ['poll', 'open', 'vote']])
  })
})

function fail(): never {
  throw new Error('it is not there')
}
