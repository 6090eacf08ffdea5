import { createRequire } from 'node:module'

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type DialogOptions, formCard } from '../../../../adapters/teams/forms/card.ts'
import { readSubmission } from '../../../../adapters/teams/forms/read.ts'
import { choiceMeant, flagMeant, namesMeant } from '../../../../src/chat/forms/prefill.ts'
import type { Form } from '../../../../src/core/invocation.ts'
import { array, type Json, object } from '../../../../src/core/json.ts'
import { type Option, option, required } from '../../../../src/core/option.ts'
import { about, catalogue, kinds } from '../../contract/forms/oneOfEach.ts'

const state = { verb: 'form', command: 'meeting schedule', o: 'op-1', draft: 'draft-1' } as const

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 3 }),
  fc.constantFrom('\ud83d', 'a\ude00b', '\u2028'),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    'yes',
    'OFF',
    'committee',
    'comm',
    '7',
    '007',
    '1e3',
    '9999',
    'U12',
    'A, B;C\nD',
    ',;',
    '~none',
  ),
  fc.constantFrom('2026-02-29', '2026-12-12', '2026-12-12T14:30', '2026-12-12T24:00', '2026-12-12T14:30Z'),
  fc.constantFrom(
    'عربي نص',
    '👨‍👩‍👧 e\u0301',
    'a\r\nb\rc',
    'He said “"\'',
    'Doe, Jane',
    '{{DATE(2026-12-12T00:00:00Z)}}',
  ),
  fc.constantFrom('y'.repeat(75), 'y'.repeat(76), '\u{1f600}'.repeat(2000), 'T14:30 ', 'T14:30Z'),
)

describe('a form as a dialog', () => {
  test('the catalogue has forms to look at', () => {
    expect(catalogue.length).toBeGreaterThan(30)
  })

  test.each(catalogue)('$name has a card that Teams takes, empty or with anything typed', ({ options }) => {
    const keys = Object.keys(options)
    for (const fill of [
      '',
      'x',
      '12',
      'yes',
      '2026-12-12T14:30',
      'next Tuesday',
      'y'.repeat(76),
      '2026-12-12',
    ]) {
      const given = Object.fromEntries(keys.map((key) => [key, fill]))
      const problems = Object.fromEntries(keys.map((key) => [key, 'That is not what is wanted.']))
      const card = cardOf(formOf(options, given), { about, note: 'Something is amiss.', problems })
      expect(faultsOf(card)).toEqual([])
      expect(bytesOf(card)).toBeLessThan(25_000)
      const ids = inputsOf(card).map((input) => input['id'])
      // A file is sent to the chat; a dialog cannot take one.
      const asked = keys.filter((key) => options[key]?.kind !== 'file')
      for (const key of asked) expect(ids).toContain(`f.${key}`)
    }
    for (const long of ['x'.repeat(4000), 'ع'.repeat(4000), '\u{1f600}'.repeat(20_000)]) {
      const given = Object.fromEntries(keys.map((key) => [key, long]))
      expect(bytesOf(cardOf(formOf(options, given)))).toBeLessThan(80_000)
    }
  })

  test('any text for any kind of option gives a card that Teams takes', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const given = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, typed]))
        const card = cardOf(formOf(kinds, given), { note: typed, about: typed, problems: { text: typed } })
        expect(faultsOf(card)).toEqual([])
      }),
    )
  })

  test('the checks of these tests find what Teams would not take', () => {
    const card = cardOf(formOf({ text: kinds.text }))
    const [input] = array(card['body'])
    expect(faultsOf({ ...card, body: [input, input] })).toHaveLength(1)
    expect(faultsOf({ ...card, body: [{ type: 'Input.Unheard', id: 'x' }] })).toHaveLength(1)
    expect(
      faultsOf({ ...card, body: [{ type: 'Input.Date', id: 'f.x', value: '2026-02-29' }] }),
    ).toHaveLength(1)
    const set = { type: 'Input.ChoiceSet', id: 'f.x', choices: [{ title: 'a', value: 'a' }], value: 'b' }
    expect(faultsOf({ ...card, body: [set] })).toHaveLength(1)
    expect(faultsOf({ ...card, body: [{ type: 'TextBlock', text: 'x' }] })).toHaveLength(1)
    expect(faultsOf({ ...card, body: [{ type: 'Input.Text', id: 'f.x', value: 'a\nb' }] })).toHaveLength(1)
    expect(faultsOf({ ...card, body: [textRun('{{TIME(2026-12-12T00:00:00Z)}}')] })).toHaveLength(1)
  })

  it('asks for the options in their order, with what each means under it', () => {
    const options = {
      title: required(option.text({ about: 'One line' })),
      'due-day': option.day({ about: 'The last day' }),
      wg: required(option.group({ about: 'Who meets' })),
    }
    const card = cardOf(formOf(options))
    expect(array(card['body']).map((one) => textOf(one) ?? object(one)['id'])).toEqual([
      'f.title',
      'One line',
      'f.due-day',
      'The last day',
      'f.wg',
      'Who meets',
    ])
    expect(
      inputsOf(card).map((input) => [input['label'], input['isRequired'], input['errorMessage']]),
    ).toEqual([
      ['Title', true, 'Title is needed.'],
      ['Due day', false, 'Due day is needed.'],
      ['Working group', true, 'Working group is needed.'],
    ])
  })

  it('has one button, which carries its state and says what it does', () => {
    const form = formOf({ text: kinds.text })
    const sends = { type: 'Action.Submit', title: 'Send', style: 'positive', data: state }
    expect(cardOf(form)['actions']).toEqual([sends])
    expect(cardOf(form, { submit: 'Schedule' })['actions']).toMatchObject([{ title: 'Schedule' }])
  })

  it('says so when nothing is asked', () => {
    expect(textsOf(cardOf(formOf({})))).toEqual(['Nothing more is asked.'])
    expect(textsOf(cardOf(formOf({}), { about: 'It ends the meeting.' }))).toEqual(['It ends the meeting.'])
  })

  it('shows a refusal of its own on top, and what it is about under it', () => {
    const card = cardOf(formOf({ text: kinds.text }), { about: 'Why', note: 'You may not.' })
    expect(textsOf(card)).toEqual(['You may not.', 'Why', about])
    expect(array(card['body'])[0]).toMatchObject({ inlines: [{ color: 'Attention' }] })
    expect(array(card['body'])[1]).not.toMatchObject({ inlines: [{ color: 'Attention' }] })
  })

  it('shows a problem right under its input, which keeps what was typed', () => {
    const form = formOf({ title: kinds.text, start: kinds.moment }, { title: 'Ada', start: 'yesterdayish' })
    const card = cardOf(form, { problems: { start: 'That is not a date.' } })
    const body = array(card['body'])
    const at = body.findIndex((one) => textOf(one) === 'That is not a date.')
    expect(body[at]).toMatchObject({ inlines: [{ color: 'Attention' }] })
    expect(body[at - 1]).toMatchObject({ id: 'f.start', value: 'yesterdayish' })
    expect(inputsOf(card)[0]).toMatchObject({ value: 'Ada' })
    expect(textsOf(card)).toHaveLength(3)
  })

  it('shows a problem of an option that it does not ask for on top', () => {
    const card = cardOf(formOf({ title: kinds.text }), { problems: { start: 'That is not a date.' } })
    expect(textsOf(card)).toEqual(['That is not a date.', about])
  })

  it('lets nothing that was typed become a date of its own, and changes nothing else of it', () => {
    const hostile = '“{{DATE(2026-12-12T00:00:00Z, SHORT)}} *x* <at>you</at>” is none.'
    const [note, ...rest] = textsOf(
      cardOf(formOf({ text: kinds.text }), { note: hostile, problems: { text: hostile } }),
    )
    expect(note).not.toContain('{{')
    expect(rest.join()).not.toContain('{{')
    expect(note?.replace(/\u200b/g, '')).toBe(hostile)
  })

  it('shows the beginning of what is too much for a card, and says so', () => {
    const long = 'x'.repeat(30_000)
    const card = cardOf(formOf({ a: kinds.text, b: kinds.text }, { a: long, b: 'short' }))
    expect(bytesOf(card)).toBeLessThan(80_000)
    expect(textsOf(card).filter((text) => text.startsWith('Only the beginning'))).toHaveLength(1)
    expect(inputsOf(card)[1]).toMatchObject({ value: 'short' })
    const whole = cardOf(formOf({ a: kinds.text }, { a: 'x'.repeat(20_001) }))
    expect(inputsOf(whole)[0]).toMatchObject({ value: 'x'.repeat(20_001) })
    expect(textsOf(whole)).toEqual([about])
  })
})

describe('the input of an option', () => {
  it.each([
    ['text', 'a', { type: 'Input.Text', value: 'a', isMultiline: false }],
    ['text', 'a\r\nb', { type: 'Input.Text', value: 'a\nb', isMultiline: true }],
    ['text', 'x'.repeat(4000), { type: 'Input.Text', value: 'x'.repeat(4000), isMultiline: true }],
    ['integer', '7', { type: 'Input.Number', value: 7, min: 1, max: 1000 }],
    ['integer', '', { type: 'Input.Number', errorMessage: 'Give a whole number from 1 to 1000.' }],
    ['integer', '1001', { type: 'Input.Text', value: '1001' }],
    ['integer', '007', { type: 'Input.Text', value: '007' }],
    ['choice', 'comm', { type: 'Input.ChoiceSet', style: 'compact', value: 'committee' }],
    ['choice', 'xyz', { type: 'Input.Text', value: 'xyz' }],
    ['flag', 'ON', { type: 'Input.ChoiceSet', value: 'yes' }],
    ['flag', 'n', { type: 'Input.ChoiceSet', value: 'no' }],
    ['flag', 'perhaps', { type: 'Input.Text', value: 'perhaps' }],
    ['day', '2026-12-12', { type: 'Input.Date', value: '2026-12-12' }],
    ['day', '2026-02-29', { type: 'Input.Text', value: '2026-02-29' }],
    ['record', '', { type: 'Input.Text', placeholder: 'e.g. U12' }],
    ['period', 'Q4', { type: 'Input.Text', value: 'Q4' }],
    ['duration', '1h30', { type: 'Input.Text', value: '1h30' }],
    ['moment', 'next Tuesday', { type: 'Input.Text', value: 'next Tuesday' }],
    ['moment', '2026-02-29T10:00', { type: 'Input.Text', value: '2026-02-29T10:00' }],
    ['zone', 'Europe/Paris', { type: 'Input.ChoiceSet', value: 'Europe/Paris' }],
    ['person', 'Doe, Jane', { type: 'Input.Text', value: 'Doe, Jane' }],
    ['entity', 'a\nb', { type: 'Input.Text', value: 'a\nb', isMultiline: true }],
    ['entity', '{{DATE(x)}}', { type: 'Input.Text', value: '{{DATE(x)}}' }],
    ['entities', `${'y'.repeat(76)}, a`, { type: 'Input.Text', value: `${'y'.repeat(76)}, a` }],
  ] as const)('%s with “%s” is %o', (kind, given, wanted) => {
    const inputs = inputsOf(cardOf(formOf({ field: kinds[kind] }, { field: given })))
    expect(inputs).toHaveLength(1)
    expect(inputs[0]).toMatchObject(wanted)
  })

  it('never bounds a text, which a client would cut without a word', () => {
    const [input] = inputsOf(cardOf(formOf({ field: option.text({ about, max: 5 }) })))
    expect(input).not.toHaveProperty('maxLength')
  })

  it('is a list that Teams asks for while one types, with what was given in it', () => {
    const card = cardOf(
      formOf({ one: kinds.entity, many: kinds.entities }, { one: 'CTED', many: 'CTED, UNODC' }),
    )
    expect(inputsOf(card)).toMatchObject([
      {
        style: 'filtered',
        isMultiSelect: false,
        choices: [{ title: 'CTED', value: 'CTED' }],
        'choices.data': { type: 'Data.Query', dataset: 'pick:entity' },
        value: 'CTED',
      },
      {
        isMultiSelect: true,
        choices: [{ value: 'CTED' }, { value: 'UNODC' }],
        'choices.data': { dataset: 'pick:entities' },
        value: 'CTED,UNODC',
      },
    ])
  })

  it('shows what may be chosen before anything is typed, with what was given among it', () => {
    const offered = new Map([
      [
        'one',
        [
          { label: 'ETCIP: Emerging Threats', value: 'ETCIP' },
          { label: 'a, b', value: 'a, b' },
        ],
      ],
    ])
    const form = formOf({ one: kinds.group }, { one: 'PCVE' })
    const [input] = inputsOf(formCard(form, { state, offered }))
    expect(input).toMatchObject({
      style: 'filtered',
      choices: [
        { title: 'PCVE', value: 'PCVE' },
        { title: 'ETCIP: Emerging Threats', value: 'ETCIP' },
      ],
      'choices.data': { dataset: 'pick:group' },
      value: 'PCVE',
    })
  })

  it('is a list of all in a client that cannot search, and a text where that lacks what was typed', () => {
    const choices = [
      { label: 'ETCIP: Emerging Threats', value: 'ETCIP' },
      { label: 'PCVE: Prevention', value: 'PCVE' },
    ]
    const offered = new Map(['one', 'many', 'other', 'zone'].map((name) => [name, choices]))
    const fields = { one: kinds.group, many: kinds.groups, other: kinds.section, zone: kinds.zone }
    const form = formOf(fields, { one: 'PCVE', many: 'ETCIP, PCVE', other: 'elsewhere' })
    expect(inputsOf(formCard(form, { state, offered, unlisted: true }))).toMatchObject([
      {
        style: 'compact',
        choices: [{ value: 'ETCIP' }, { value: 'PCVE' }, { title: '(none)' }],
        value: 'PCVE',
      },
      { style: 'expanded', isMultiSelect: true, value: 'ETCIP,PCVE' },
      { type: 'Input.Text', value: 'elsewhere' },
      { type: 'Input.Text' },
    ])
  })

  it('is a list also where a choice has a comma, which some clients take for two', () => {
    const choices = ['Mandate, objectives', 'Challenges']
    const form = (given: string) =>
      formOf({ field: required(option.choice({ about, choices })) }, { field: given })
    const [input] = inputsOf(cardOf(form('mandate, objectives')))

    expect(input).toMatchObject({
      type: 'Input.ChoiceSet',
      choices: [{ title: 'Mandate, objectives' }, { title: 'Challenges', value: 'Challenges' }],
    })
    expect(JSON.stringify(array(input?.['choices']).map((one) => object(one)['value']))).not.toContain(', ')
    expect(readSubmission(form(''), { 'f.field': input?.['value'] }).fields).toEqual({ field: choices[0] })
    expect(readSubmission(form(''), { 'f.field': '~2' }).fields).toEqual({ field: '~2' })
  })

  it('offers a way back to nothing, unless something is needed', () => {
    const [input] = inputsOf(cardOf(formOf({ field: kinds.flag })))
    expect(array(input?.['choices']).map((one) => object(one)['title'])).toEqual(['Yes', 'No', '(none)'])
    const [needed] = inputsOf(cardOf(formOf({ field: required(option.flag({ about })) })))
    expect(array(needed?.['choices']).map((one) => object(one)['title'])).toEqual(['Yes', 'No'])
  })

  it('is a day and a time side by side for a moment', () => {
    const form = formOf({ start: required(option.moment({ about })) }, { start: '2026-12-12T14:30' })
    const card = cardOf(form)
    expect(array(card['body'])[0]).toMatchObject({ type: 'ColumnSet', columns: [{}, {}] })
    expect(inputsOf(card)).toMatchObject([
      { type: 'Input.Date', id: 'f.start', label: 'Start: day', isRequired: true, value: '2026-12-12' },
      { type: 'Input.Time', id: 'f.start~time', label: 'Start: time', isRequired: true, value: '14:30' },
    ])
  })

  it('is a searched list for a record that is suggested, and for several of them', () => {
    const one = required(option.record({ about, prefix: 'U' }))
    const several = required(option.records({ about, prefix: 'U' }))
    expect(inputsOf(cardOf(formOf({ update: one }, { update: 'U3' })))).toMatchObject([
      { style: 'filtered', isMultiSelect: false, value: 'U3', 'choices.data': { dataset: 'pick:record:U' } },
    ])
    expect(inputsOf(cardOf(formOf({ update: several }, { update: 'U3, U4' })))).toMatchObject([
      { isMultiSelect: true, value: 'U3,U4', 'choices.data': { dataset: 'pick:record:U' } },
    ])
  })
})

test('a dialog tells where a file is sent, since it has no input for one', () => {
  const card = cardOf(
    formOf({ file: option.file({ about: 'The people', endings: ['csv'] }), text: kinds.text }),
  )
  expect(JSON.stringify(card)).toContain('File: send it to me in our own chat, with “')
  expect(inputsOf(card)).toHaveLength(1)
})

describe('a submitted dialog', () => {
  test.each(Object.entries(kinds))('gives back what was typed for %s', (kind, one) => {
    fc.assert(
      fc.property(anyText, (typed) => {
        // A day alone is not a moment; this is told apart.
        fc.pre(!(kind === 'moment' && /^\s*(2026-12-12|T14:30)\s*$/.test(typed)))
        // A list has this word for nothing.
        fc.pre(!(/choice|flag/.test(kind) && typed === '~none'))
        const { fields, problems } = sent(formOf({ field: one }, { field: typed }))
        expect(problems).toEqual({})
        expect(meaning(kind, fields['field'] ?? '')).toEqual(meaning(kind, typed.trim() === '' ? '' : typed))
      }),
      { numRuns: 300 },
    )
  })

  it('leaves out what is empty', () => {
    for (const one of Object.values(kinds)) {
      expect(sent(formOf({ field: one }))).toEqual({ fields: {}, problems: {}, typed: {} })
      expect(cardOf(formOf({ field: one }, { field: ' \n' }))).toEqual(cardOf(formOf({ field: one })))
    }
    const blank = { 'f.field': ' \n ' }
    expect(readSubmission(formOf({ field: kinds.text }), blank).fields).toEqual({})
    expect(readSubmission(formOf({ field: kinds.flag }), { 'f.field': '~none' }).fields).toEqual({})
    expect(readSubmission(formOf({ field: kinds.text }), { 'f.field': '~none' }).fields).toEqual({
      field: '~none',
    })
  })

  it('takes numbers and yes or no in either shape', () => {
    const form = formOf({ count: kinds.integer, sure: kinds.flag })
    expect(readSubmission(form, { 'f.count': 12, 'f.sure': 'true' }).fields).toEqual({
      count: '12',
      sure: 'true',
    })
    expect(readSubmission(form, { 'f.count': '12', 'f.sure': false }).fields).toEqual({
      count: '12',
      sure: 'false',
    })
    expect(readSubmission(form, { 'f.count': Number.NaN }).fields).toEqual({})
  })

  it('puts a moment together, and takes one that was typed as it is', () => {
    const form = formOf({ start: kinds.moment })
    expect(readSubmission(form, { 'f.start': '2026-01-03', 'f.start~time': '09:05' }).fields).toEqual({
      start: '2026-01-03T09:05',
    })
    expect(readSubmission(form, { 'f.start': 'tomorrow 9:00' }).fields).toEqual({ start: 'tomorrow 9:00' })
  })

  it.each([
    [{ 'f.start': '2026-01-03' }, 'There is a day without its time; choose the time.', '2026-01-03'],
    [
      { 'f.start': '2026-01-03', 'f.start~time': '' },
      'There is a day without its time; choose the time.',
      '2026-01-03',
    ],
    [{ 'f.start~time': '10:00' }, 'There is a time without its day; choose the day.', 'T10:00'],
    [
      { 'f.start': '', 'f.start~time': '10:00' },
      'There is a time without its day; choose the day.',
      'T10:00',
    ],
  ])(
    'says of %o what is missing of the moment, and keeps the half that is there',
    (data, sentence, typed) => {
      const form = formOf({ start: kinds.moment })
      const read = readSubmission(form, data)
      expect(read).toEqual({ fields: {}, problems: { start: sentence }, typed: { start: typed } })
      const again = cardOf({ ...form, given: read.typed }, { problems: read.problems })
      const halves = { 'f.start': '', 'f.start~time': '', ...data }
      expect(inputsOf(again).map((input) => input['value'] ?? '')).toEqual(Object.values(halves))
    },
  )

  it('refuses a text longer than is read at all, rather than cut it, and keeps it', () => {
    const form = formOf({ field: kinds.text })
    expect(readSubmission(form, { 'f.field': 'x'.repeat(20_000) }).fields['field']).toHaveLength(20_000)
    const { fields, problems, typed } = readSubmission(form, { 'f.field': 'x'.repeat(20_001) })
    expect(fields).toEqual({})
    expect(problems['field']).toContain('20,000 characters')
    expect(typed['field']).toHaveLength(20_001)
  })

  it('withstands any data', () => {
    const ids = [...Object.keys(kinds).map((kind) => `f.${kind}`), 'f.moment~time', '__proto__', 'f.', 'verb']
    const data = fc.dictionary(fc.constantFrom(...ids), fc.anything())
    fc.assert(
      fc.property(fc.oneof(data, fc.anything(), fc.jsonValue()), (hostile) => {
        const read = readSubmission(formOf(kinds), hostile)
        for (const part of [read.fields, read.problems, read.typed])
          for (const [name, text] of Object.entries(part)) {
            expect(Object.keys(kinds)).toContain(name)
            expect(typeof text).toBe('string')
            expect(text.trim()).not.toBe('')
          }
      }),
    )
  })

  it('reads its own inputs only, and none that an object inherits', () => {
    const form = formOf({ field: kinds.text })
    const inherited = JSON.parse('{"__proto__": {"f.field": "x"}, "field": "y", "f.other": "z"}')
    expect(readSubmission(form, inherited).fields).toEqual({})
    expect(readSubmission(form, Object.create({ 'f.field': 'x' })).fields).toEqual({})
    for (const wrong of [['x'], { value: 'x' }, null]) {
      expect(readSubmission(form, { 'f.field': wrong }).fields).toEqual({})
    }
  })
})

function formOf(
  options: Readonly<Record<string, Option>>,
  given: Readonly<Record<string, string>> = {},
): Form {
  const fields = Object.entries(options).map(([name, one]) => ({ name, option: one }))
  return { command: 'meeting schedule', title: 'Schedule', given, fields }
}

function cardOf(form: Form, options: Partial<DialogOptions> = {}): Json {
  return formCard(form, { state, ...options })
}

/** All elements of a card, those in columns too. */
function elementsOf(card: Json): readonly Json[] {
  return array(card['body'])
    .map(object)
    .flatMap((one) => [
      one,
      ...array(one['columns']).flatMap((column) => array(object(column)['items']).map(object)),
    ])
}

function inputsOf(card: Json): readonly Json[] {
  return elementsOf(card).filter((one) => String(one['type']).startsWith('Input.'))
}

function textRun(text: string): Json {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] }
}

function textOf(element: unknown): string | undefined {
  const { type, inlines } = object(element)
  if (type !== 'RichTextBlock') return undefined
  return array(inlines)
    .map((run) => String(object(run)['text']))
    .join('')
}

function textsOf(card: Json): readonly string[] {
  return elementsOf(card).flatMap((one) => textOf(one) ?? [])
}

function bytesOf(card: Json): number {
  return Buffer.byteLength(JSON.stringify(card))
}

function sent(form: Form) {
  return readSubmission(form, dataOf(cardOf(form)))
}

/** What Teams sends when the card is submitted as it was shown. */
function dataOf(card: Json): unknown {
  const values = inputsOf(card).flatMap((input) => {
    const { id, type, value } = input
    if (value === undefined) return type === 'Input.Text' ? [[id, '']] : []
    const ends = input['isMultiline'] === true ? '\n' : ''
    return [[id, typeof value === 'string' ? value.replace(/\r\n?|\n/g, ends) : value]]
  })
  return JSON.parse(JSON.stringify({ ...state, ...Object.fromEntries(values) }))
}

/** What the core takes a text for, where an input says the same in its own words. */
function meaning(kind: string, text: string): unknown {
  const plain = text.replace(/\r\n?/g, '\n').toWellFormed()
  if (kind === 'entities' || kind === 'groups') return namesMeant(plain) ?? plain
  if (kind === 'choice') return choiceMeant(kinds.choice.choices ?? [], plain) ?? plain
  if (kind === 'flag') return flagMeant(plain) ?? plain
  return kind === 'text' ? plain : plain.trim()
}

/** Microsoft's own reader of cards; its modules lack the endings that Node wants. */
const reader: {
  AdaptiveCard: new () => { parse(card: object, context: object): void }
  SerializationContext: new () => { eventCount: number; getEventAt(at: number): { message: string } }
} = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js')

/** What Teams would not take of a card, or would show otherwise than it is meant. */
function faultsOf(card: Json): readonly string[] {
  const context = new reader.SerializationContext()
  new reader.AdaptiveCard().parse(JSON.parse(JSON.stringify(card)), context)
  const faults = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
  const ids = inputsOf(card).map((input) => input['id'])
  if (new Set(ids).size < ids.length) faults.push('an id twice')
  JSON.stringify(card, (_, value: unknown) => {
    if (typeof value === 'string' && !value.isWellFormed()) faults.push('half a character')
    return value
  })
  for (const one of elementsOf(card)) {
    if (one['type'] === 'TextBlock') faults.push('markup')
    if (textOf(one)?.includes('{{')) faults.push('a time token')
  }
  return [...faults, ...inputsOf(card).flatMap(inputFaults)]
}

function inputFaults({
  type,
  value,
  choices,
  min,
  max,
  isMultiline,
  isMultiSelect,
}: Json): readonly string[] {
  if (value === undefined) return []
  if (type === 'Input.Date') {
    const at = new Date(`${value}T00:00:00Z`)
    return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value ? ['no such day'] : []
  }
  if (type === 'Input.Time') return /^([01]\d|2[0-3]):[0-5]\d$/.test(String(value)) ? [] : ['no such time']
  if (type === 'Input.Text') return !isMultiline && /[\r\n]/.test(String(value)) ? ['lines lost'] : []
  if (type === 'Input.Number') {
    const within = Number(value) >= Number(min ?? value) && Number(value) <= Number(max ?? value)
    return typeof value === 'number' && within ? [] : ['a number out of bounds']
  }
  const known = array(choices).map((one) => object(one)['value'])
  const chosen = isMultiSelect ? String(value).split(',') : [value]
  return chosen.every((one) => known.includes(one)) ? [] : ['a value that the list has not']
}
