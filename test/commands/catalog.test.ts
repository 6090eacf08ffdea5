import { describe, expect, test } from 'vitest'

import { features } from '../../commands/index.ts'
import {
  actionWords,
  commandWords,
  entriesOf,
  entryName,
  findCommand,
  givenInWords,
  usage,
} from '../../src/core/catalog.ts'
import { readLine } from '../../src/core/language/readLine.ts'

const all = features.flatMap((feature) =>
  feature.commands.map((command) => ({ words: commandWords(feature, command), feature, command })),
)

/** The strictest limits of all platforms: what a native command, a hint and a form may hold. */
const limits = {
  features: 50,
  /** Actions and groups of a feature, and actions of a group. */
  actions: 25,
  options: 25,
  choices: 25,
  description: 100,
  name: 32,
  hint: 1000,
  all: 8000,
  required: 10,
} as const

describe('the catalogue', () => {
  test('has few enough features for every platform', () => {
    expect(features.length).toBeLessThanOrEqual(limits.features)
  })

  test.each(features.map((feature) => ({ name: feature.name, feature })))(
    '/$name fits every platform',
    ({ feature }) => {
      const entries = entriesOf(feature)
      expect(entries.length).toBeLessThanOrEqual(limits.actions)
      expect(feature.name).toMatch(/^[a-z][a-z-]{0,31}$/)
      expect(feature.about.length).toBeGreaterThan(0)
      expect(feature.about.length).toBeLessThanOrEqual(limits.description)
      const groups = entries.flatMap((entry) => (entry.kind === 'group' ? [entry] : []))
      for (const group of groups) {
        expect(group.commands.length).toBeLessThanOrEqual(limits.actions)
        expect(group.name).toMatch(/^[a-z][a-z-]{0,31}$/)
        expect(group.about, `what ${group.name} is about`).toMatch(/^.{1,100}$/)
      }
      // A group and an action never share a name, and no group is described that is not there.
      expect(new Set(entries.map(entryName)).size).toBe(entries.length)
      expect(Object.keys(feature.groups ?? {}).toSorted()).toEqual(groups.map(({ name }) => name).toSorted())
      // Discord adds up names, descriptions and choices of a whole command.
      const grouped = groups.reduce((sum, { name, about }) => sum + name.length + about.length, 0)
      const total = feature.commands.reduce(
        (sum, command) => {
          const options = givenInWords(command.options)
          const length = options.reduce(
            (chars, [name, option]) =>
              chars + name.length + option.about.length + (option.choices ?? []).join('').length * 2,
            0,
          )
          return sum + command.name.length + command.about.length + length
        },
        feature.name.length + feature.about.length + grouped,
      )
      expect(total).toBeLessThanOrEqual(limits.all)
      expect(new Set(feature.commands.map(actionWords)).size).toBe(feature.commands.length)
    },
  )

  test.each(all)('/$words is fit for every platform', ({ feature, command }) => {
    const options = Object.entries(command.options)
    expect(command.about.length).toBeGreaterThan(0)
    expect(command.about.length).toBeLessThanOrEqual(limits.description)
    expect(options.length).toBeLessThanOrEqual(limits.options)
    expect(options.filter(([, option]) => option.required).length).toBeLessThanOrEqual(limits.required)
    expect(usage(feature, command).length).toBeLessThanOrEqual(limits.hint)
    for (const [name, option] of options) {
      expect(name).toMatch(/^[a-z][a-z-]{0,31}$/)
      expect(option.about.length, `${name}: ${option.about}`).toBeLessThanOrEqual(limits.description)
      expect(option.about.length).toBeGreaterThan(0)
      // A question’s button could not carry the file to what acts on its yes.
      if (option.kind === 'file')
        expect([command.confirm, option.endings?.length]).toEqual([undefined, expect.any(Number)])
      expect(option.choices?.length ?? 0).toBeLessThanOrEqual(limits.choices)
      for (const choice of option.choices ?? []) expect(choice.length).toBeLessThanOrEqual(75)
    }
  })

  test.each(all)('/$words has its required options first, as Discord wants them', ({ command }) => {
    const required = Object.values(command.options).map((option) => option.required)
    expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)))
  })

  test.each(all)('/$words has examples that are read as it', ({ feature, command }) => {
    expect(command.examples.length).toBeGreaterThan(0)
    for (const example of command.examples) {
      const typed = readLine(features, example)
      expect(typed).toMatchObject({
        kind: 'command',
        feature: { name: feature.name },
        command: { name: command.name, ...(command.group === undefined ? {} : { group: command.group }) },
      })
    }
  })

  test.each(all)('/$words names a group or a meeting where its access depends on one', ({ command }) => {
    const { access } = command
    if (access.who !== 'chair' && access.who !== 'member') return
    expect(['group', 'groups', 'meeting']).toContain(command.options[access.of]?.kind)
  })

  test.each(all.filter(({ command }) => command.confirm))(
    '/$words asks about options that it has',
    ({ command }) => {
      for (const [, name = ''] of command.confirm?.matchAll(/\{([\w-]+)\}/g) ?? [])
        expect(Object.keys(command.options)).toContain(name)
    },
  )

  const shortcuts = features.flatMap((feature) => feature.shortcuts ?? [])

  test('has shortcuts, each under a name of its own', () => {
    expect(shortcuts.length).toBeGreaterThan(0)
    expect(new Set(shortcuts.map(({ name }) => name)).size).toBe(shortcuts.length)
  })

  test.each(shortcuts)(
    'the shortcut $name fits every platform and is a command that there is',
    (shortcut) => {
      const options = findCommand(features, shortcut.command)?.command.options
      expect(shortcut.name).toMatch(/^[a-z][a-z-]{0,31}$/)
      expect(shortcut.label.length).toBeGreaterThan(0)
      expect(shortcut.label.length).toBeLessThanOrEqual(24)
      expect(shortcut.about.length).toBeGreaterThan(0)
      expect(shortcut.about.length).toBeLessThanOrEqual(limits.description)
      expect(options).toBeDefined()
      expect(shortcut.fill === undefined).toBe(shortcut.on === 'anywhere')
      if (shortcut.fill) {
        expect(options?.[shortcut.fill.text]?.kind).toBe('text')
        expect(options?.[shortcut.fill.link]?.kind).toBe('text')
      }
      // What runs at once needs nothing more.
      if (!shortcut.asks) expect(Object.values(options ?? {}).some(({ required }) => required)).toBe(false)
    },
  )

  test('every feature and action is found by the words that help prints', () => {
    for (const { words, command } of all)
      expect(readLine(features, `/${words}`)).toMatchObject(
        command.name === '' ? { kind: 'command' } : { command },
      )
  })
})
