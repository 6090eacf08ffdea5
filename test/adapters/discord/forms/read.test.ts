import { describe, expect, test } from 'vitest'

import { createFormDrafts } from '../../../../adapters/discord/forms/drafts.ts'
import { modalOf, stepsOf } from '../../../../adapters/discord/forms/modal.ts'
import { readSubmission } from '../../../../adapters/discord/forms/read.ts'
import { features } from '../../../../commands/index.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import type { Form } from '../../../../src/core/invocation.ts'
import { array, type Json, object, text } from '../../../../src/core/json.ts'
import { option } from '../../../../src/core/option.ts'
import { memoryKeep } from '../../../support/stubHost.ts'

const about = 'What is meant'
const fields = [
  { name: 'title', option: option.text({ about }) },
  { name: 'kind', option: option.choice({ about, choices: ['regular', 'briefing'] }) },
]

function label(component: Json): Json {
  return { type: 18, id: 1, component }
}

describe('a submitted modal', () => {
  test('has texts and what was chosen, by option', () => {
    const read = readSubmission(fields, [
      label({ type: 4, id: 2, custom_id: 'title', value: 'Border security' }),
      label({ type: 3, id: 3, custom_id: 'kind', values: ['briefing'] }),
    ])

    expect(read).toEqual({ typed: { title: 'Border security', kind: 'briefing' }, problems: {} })
  })

  test('is read in rows as well', () => {
    const row = { type: 1, components: [{ type: 4, custom_id: 'title', value: 'Border security' }] }

    expect(readSubmission(fields, [row]).typed).toEqual({ title: 'Border security' })
  })

  test('leaves out what is empty, what is of no field and what cannot be understood', () => {
    const read = readSubmission(fields, [
      label({ type: 4, custom_id: 'title', value: ' \n' }),
      label({ type: 3, custom_id: 'kind', values: [] }),
      label({ type: 4, custom_id: '__proto__', value: 'x' }),
      label({ type: 4, value: 'nameless' }),
      { type: 10 },
      { type: 18, component: 'x' },
    ])

    expect(read).toEqual({ problems: {}, typed: {} })
  })

  test('joins several that were chosen with commas', () => {
    const read = readSubmission(fields, [label({ type: 3, custom_id: 'kind', values: ['a', 5, 'b'] })])

    expect(read.typed).toEqual({ kind: 'a, b' })
  })

  test('says of a text that it is longer than can be read, and keeps it', () => {
    const value = 'x'.repeat(20_001)
    const read = readSubmission(fields, [label({ type: 4, custom_id: 'title', value })])

    expect(read.problems['title']).toMatch(/20,000/)
    expect(read.typed).toEqual({ title: value })
  })

  test('brings back what was given when nothing is changed, in every form', () => {
    const typed = ['اجتماع', 'one\ntwo', '𝒻'.repeat(2000), 'yes', 'briefing', 'chair']
    for (const command of features.flatMap(({ commands }) => commands)) {
      for (const one of typed) {
        // A file is attached and never typed.
        const names = Object.entries(command.options)
          .map(([name, option]) => ({ name, option }))
          .filter(({ option }) => option.kind !== 'file')
        const given = Object.fromEntries(names.map(({ name }) => [name, one]))
        const form: Form = { command: 'x', title: '/x', given, fields: names }
        const read = stepsOf(form).flatMap((step, index) => {
          const modal = modalOf(form, { step: index, customId: 'x', choices: new Map() })
          return Object.entries(readSubmission(step, modal.components.map(sent)).typed)
        })

        expect(Object.fromEntries(read)).toEqual(given)
      }
    }
  })
})

/** What a client sends of a component in which nothing was changed. */
function sent(shown: object): Json {
  const component = object(object(shown)['component'])
  const chosen = array(component['options'])
    .map(object)
    .filter((one) => one['default'] === true)
  const values = chosen.flatMap((one) => text(one['value']) ?? [])
  const { type, custom_id, value = '' } = component
  return label(type === 3 ? { type, custom_id, values } : { type, custom_id, value })
}

describe('a form that is open', () => {
  const draft = {
    command: 'meeting schedule',
    given: { title: 'Border security' },
    order: ['title', 'kind'],
  }

  test('is there for whoever opened it, and for nobody else', async () => {
    const clock = settableClock(new Date('2026-11-21T12:00:00Z'))
    const drafts = createFormDrafts({ keep: memoryKeep(clock), clock })
    const [id, other] = [drafts.mint(), drafts.mint()]
    await drafts.put('-', '1', id, draft)

    expect(id).toHaveLength(16)
    expect(other).not.toBe(id)
    expect(await drafts.get('-', '1', id)).toEqual(draft)
    expect(await drafts.get('-', '2', id)).toBeUndefined()
    expect(await drafts.get('-', '1', other)).toBeUndefined()
  })

  test('is gone after two days', async () => {
    const clock = settableClock(new Date('2026-11-21T12:00:00Z'))
    const drafts = createFormDrafts({ keep: memoryKeep(clock), clock })
    await drafts.put('-', '1', 'x', draft)
    clock.set(new Date('2026-11-23T11:59:00Z'))
    expect(await drafts.get('-', '1', 'x')).toEqual(draft)
    clock.set(new Date('2026-11-23T12:01:00Z'))
    expect(await drafts.get('-', '1', 'x')).toBeUndefined()
  })
})
