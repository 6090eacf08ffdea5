import { describe, expect, test } from 'vitest'

import { exampleOf } from '../../../../adapters/discord/forms/inputs.ts'
import { type ModalOptions, modalOf, orderOf, stepsOf } from '../../../../adapters/discord/forms/modal.ts'
import { features } from '../../../../commands/index.ts'
import { isListed } from '../../../../src/chat/forms/listed.ts'
import { commandWords } from '../../../../src/core/catalog.ts'
import type { Choice } from '../../../../src/core/errors.ts'
import type { Form } from '../../../../src/core/invocation.ts'
import { array, object } from '../../../../src/core/json.ts'
import { type Options, option, required } from '../../../../src/core/option.ts'
import { readDuration } from '../../../../src/core/time/duration.ts'
import { readMoment } from '../../../../src/core/time/moment.ts'
import { readPeriod } from '../../../../src/core/time/period.ts'
import { readDay } from '../../../../src/core/time/typedDay.ts'
import { openApi } from '../../../support/discord/rules/openapi.ts'

function formOf(options: Options, given: Record<string, string> = {}, command = 'meeting schedule'): Form {
  const fields = Object.entries(options).map(([name, option]) => ({ name, option }))
  return { command, title: `/${command}`, given, fields }
}

function modal(form: Form, more: Partial<ModalOptions> = {}) {
  return modalOf(form, { step: 0, customId: 'x', choices: new Map(), ...more })
}

/** The one input of a form with one option. */
function inputOf(wanted: Options[string], typed = '', choices: readonly Choice[] = []) {
  const made = modal(formOf({ it: wanted }, { it: typed }), { choices: new Map([['it', choices]]) })
  return object(object(made.components[0])['component'])
}

/** The options that a single meeting ahead is scheduled by. */
const eight: Options = Object.fromEntries(
  features
    .find(({ name }) => name === 'meeting')
    ?.commands.flatMap(({ name, options }) => (name === 'schedule' ? Object.entries(options) : []))
    .filter(([name]) => !['held', 'like', 'repeat', 'until', 'except'].includes(name)) ?? [],
)

const about = 'What is meant'
const arabic = 'اجتماع الفريق العامل '
const groups: readonly Choice[] = [
  { label: 'ETCIP: Emerging threats', value: 'ETCIP' },
  { label: 'VOT: Victims', value: 'VOT' },
]

describe('the steps of a form', () => {
  test('eight fields make two, what is required first, then what was given, then the rest', () => {
    const form = formOf(eight, { link: 'https://example.org', kind: 'regular' })
    const names = stepsOf(form).map((step) => step.map(({ name }) => name))

    expect(names).toEqual([
      ['title', 'wg', 'start', 'kind', 'link'],
      ['duration', 'timezone', 'place'],
    ])
    expect(modal(form).title).toBe('/meeting schedule (1/2)')
    expect(modal(form, { step: 1 }).title).toBe('/meeting schedule (2/2)')
  })

  test('stay what they were when others are given later', () => {
    const order = orderOf(formOf(eight))
    const later = formOf(eight, { place: 'Vienna', link: 'x' })

    expect(stepsOf(later, order)).toEqual(stepsOf(formOf(eight)))
    expect(stepsOf(later)).not.toEqual(stepsOf(formOf(eight)))
    expect(modal(later, { step: 1, order }).components).toHaveLength(3)
  })

  test('hold every field once, whatever an older order names', () => {
    const order = ['gone', 'place', 'place', 'title']
    const names = stepsOf(formOf(eight), order)
      .flat()
      .map(({ name }) => name)

    expect(names.slice(0, 2)).toEqual(['place', 'title'])
    expect(names.toSorted()).toEqual(Object.keys(eight).toSorted())
  })

  test('five fields need no second one, and none at all say so', () => {
    const five = formOf(Object.fromEntries(Object.entries(eight).slice(0, 5)))

    expect(stepsOf(five)).toHaveLength(1)
    expect(modal(five).title).toBe('/meeting schedule')
    expect(modal(formOf({})).components).toEqual([{ type: 10, content: 'Nothing more is asked.' }])
    expect(() => modal(five, { step: 1 })).toThrow(RangeError)
  })

  test('have a title that fits, with its number whole', () => {
    const title = modal(formOf(eight, {}, `long ${'x'.repeat(60)}`)).title

    expect(title.length).toBeLessThanOrEqual(45)
    expect(title).toMatch(/… \(1\/2\)$/)
  })
})

describe('an input', () => {
  test('takes a file, which is asked for in the last step since no draft keeps it', () => {
    const about = 'The people'
    const file = required(option.file({ about, endings: ['csv'] }))
    const others = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, option.text({ about })]))
    const form = formOf({ file, ...others })
    expect(orderOf(form)).toEqual(['a', 'b', 'c', 'd', 'e', 'file'])
    const shown = modal(form, { step: 1 })
    expect(shown.components).toEqual([
      {
        type: 18,
        label: 'File',
        description: about,
        component: { type: 19, custom_id: 'file', min_values: 1, max_values: 1, required: true },
      },
    ])
    expect(openApi?.callbackProblems({ type: 9, data: shown }) ?? []).toEqual([])
  })

  test('has its label, what it means and the option’s own name', () => {
    const made = modal(formOf({ 'due-day': option.day({ about }) }))

    expect(made.components[0]).toMatchObject({ type: 18, label: 'Due day', description: about })
    expect(inputOf(option.day({ about }))).toMatchObject({
      type: 4,
      custom_id: 'it',
      style: 1,
      required: false,
    })
  })

  test('lists the words of a choice, with a way back to none where it is optional', () => {
    const choice = option.choice({ about, choices: ['regular', 'in-focus', 'briefing'] })

    expect(inputOf(choice, 'brief')).toMatchObject({ type: 3, min_values: 0, max_values: 1, required: false })
    expect(array(inputOf(choice, 'brief')['options']).map((one) => object(one)['default'])).toEqual([
      undefined,
      undefined,
      true,
    ])
    expect(inputOf(required(choice))).toMatchObject({ type: 3, min_values: 1, required: true })
  })

  test('is a plain one where its list has no place for what was typed', () => {
    expect(inputOf(option.choice({ about, choices: ['yes', 'no'] }), 'perhaps')).toMatchObject({
      type: 4,
      value: 'perhaps',
    })
    expect(inputOf(option.flag({ about }), 'perhaps')).toMatchObject({ type: 4, value: 'perhaps' })
    expect(inputOf(option.group({ about }), 'nowhere', groups)).toMatchObject({ type: 4, value: 'nowhere' })
    expect(inputOf(option.flag({ about }), 'true')).toMatchObject({ type: 3 })
  })

  test('lists the choices that it gets, the given one chosen by its value or its words', () => {
    const chosen = ['etcip', 'ETCIP: emerging threats'].map((typed) =>
      array(inputOf(option.group({ about }), typed, groups)['options']),
    )

    for (const options of chosen) {
      expect(options).toEqual([{ ...groups[0], default: true }, groups[1]])
    }
  })

  test('is a plain one for a list that Discord would not take', () => {
    const many = Array.from({ length: 26 }, (_, index) => ({ label: `${index}`, value: `${index}` }))
    const wrong = [
      [],
      many,
      [{ label: 'x', value: 'x'.repeat(101) }],
      [{ label: ' ', value: 'x' }],
      [
        { label: 'a', value: 'x' },
        { label: 'b', value: 'x' },
      ],
    ]

    for (const choices of wrong) expect(inputOf(option.group({ about }), '', choices)['type']).toBe(4)
    expect(inputOf(option.group({ about }), '', many.slice(1))['type']).toBe(3)
  })

  test('has several lines where lines were typed, or many characters may be', () => {
    const styles = [
      inputOf(option.text({ about, max: 300 })),
      inputOf(option.text({ about, max: 301 })),
      inputOf(option.text({ about, max: 300, multiline: true })),
      inputOf(option.meeting({ about }), 'one\r\ntwo'),
      inputOf(option.meeting({ about }), 'x'.repeat(301)),
    ]

    expect(styles.map(({ style }) => style)).toEqual([1, 2, 2, 2, 2])
    expect(styles[3]?.['value']).toBe('one\ntwo')
  })

  test('takes as much as the option, and what was typed though it is too long', () => {
    const text = option.text({ about, max: 150 })

    expect(inputOf(text)['max_length']).toBe(150)
    expect(inputOf(text, 'x'.repeat(200))['max_length']).toBe(200)
    expect(inputOf(option.text({ about, max: 9000 }))['max_length']).toBe(4000)
    expect(inputOf(option.integer({ about, min: 1, max: 12 }))).toMatchObject({
      max_length: 4000,
      placeholder: '1 to 12',
    })
  })

  test.each([
    ['Arabic', arabic.repeat(400)],
    ['signs of four bytes', `x${'𝒻'.repeat(4000)}`],
    ['families', '👩‍👩‍👧‍👦'.repeat(800)],
  ])('shows only the beginning of what is too long for it, in whole characters: %s', (_, typed) => {
    const value = `${inputOf(option.text({ about, multiline: true }), typed)['value']}`

    expect(value.length).toBeLessThanOrEqual(4000)
    expect(value.length).toBeGreaterThan(3900)
    expect(typed.startsWith(value)).toBe(true)
    expect(value.isWellFormed()).toBe(true)
  })

  test('shows an example that the bot understands', () => {
    const here = { now: new Date('2026-11-21T12:00:00Z'), zone: 'Europe/Vienna' }
    const example = (wanted: Options[string]) => exampleOf(wanted)?.replace('e.g. ', '') ?? ''

    expect(readMoment(example(option.moment({ about })), here).at).toEqual(new Date('2026-11-22T14:00:00Z'))
    expect(readDay(example(option.day({ about })), here)).toBe('2026-12-12')
    expect(readPeriod(example(option.period({ about })), here)).toEqual({
      from: '2026-10-01',
      to: '2026-12-31',
    })
    expect(example(option.duration({ about })).split(' or ').map(readDuration)).toEqual([90, 90])
    expect(example(option.record({ about, prefix: 'U' }))).toBe('U12')
    expect(exampleOf(option.text({ about }))).toBeUndefined()
  })

  test('may be a list for groups and sections alone', () => {
    const fields = formOf({
      wg: option.group({ about }),
      of: option.section({ about }),
      who: option.person({ about }),
    })

    expect(fields.fields.filter(isListed).map(({ name }) => name)).toEqual(['wg', 'of'])
  })
})

describe.skipIf(!openApi)(
  'Discord’s own description (skipped where ../shared/schemas is not at hand)',
  () => {
    const forms = features.flatMap((feature) =>
      feature.commands.map((command) => formOf(command.options, {}, commandWords(feature, command))),
    )
    const filling: Readonly<Record<string, (name: string) => string>> = {
      nothing: () => '',
      words: () => 'something',
      Arabic: () => arabic.repeat(500),
      'signs of four bytes': () => '𝒻'.repeat(3000),
      lines: () => 'one\r\ntwo\ud800',
      blanks: () => ' \n ',
    }

    test.each(Object.keys(filling))('takes every step of every form filled with %s', (name) => {
      for (const form of forms) {
        const given = Object.fromEntries(
          form.fields.map((field) => [field.name, filling[name]?.(field.name) ?? '']),
        )
        const filled = { ...form, given }
        stepsOf(filled).forEach((_, step) => {
          const choices = new Map(form.fields.filter(isListed).map((field) => [field.name, groups]))
          const data = modalOf(filled, { step, customId: 'x'.repeat(100), choices })

          expect(openApi?.callbackProblems({ type: 9, data })).toEqual([])
          expect(data.components.length).toBeLessThanOrEqual(5)
        })
      }
    })

    test('refuses a modal without a title or with an input that it does not know', () => {
      const data = modal(formOf(eight))

      expect(openApi?.callbackProblems({ type: 9, data: { ...data, title: '' } })).not.toEqual([])
      expect(
        openApi?.callbackProblems({ type: 9, data: { ...data, components: [{ type: 99 }] } }),
      ).not.toEqual([])
      expect(openApi?.validatorFor('POST', '/nowhere')({})).toEqual(['Discord knows no POST /nowhere.'])
      expect(openApi?.validatorFor('POST', '/channels/1/messages')({ content: 'Hello.' })).toEqual([])
      expect(openApi?.validatorFor('POST', '/channels/1/messages?x=1')({ content: 5 })).not.toEqual([])
      expect(
        openApi?.validatorFor('PATCH', '/webhooks/1/t/messages/@original')({ content: 'Hello.' }),
      ).toEqual([])
    })
  },
)
