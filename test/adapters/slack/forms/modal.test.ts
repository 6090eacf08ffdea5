import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { formView, skeletonView } from '../../../../adapters/slack/forms/modal.ts'
import { readSubmission, splitText } from '../../../../adapters/slack/forms/read.ts'
import type { Form } from '../../../../src/core/invocation.ts'
import { type Option, option, required } from '../../../../src/core/option.ts'
import { match } from '../../../../src/core/text/nearest.ts'
import { about, catalogue, kinds } from '../../contract/forms/oneOfEach.ts'

type View = ReturnType<typeof formView>
type Block = View['blocks'][number]
type Input = Extract<Block, { type: 'input' }>
type Json = Record<string, unknown>

const longText = fc
  .tuple(
    fc.constantFrom('x', 'x ', '\u{1f600}', 'عربي', '👨‍👩‍👧', 'é', '\r\n', '👍🏽', ' '),
    fc.integer({ min: 2985, max: 3005 }),
    fc.string({ unit: 'binary', maxLength: 3200 }),
  )
  .map(([unit, length, tail]) => unit.repeat(length).slice(0, length).toWellFormed() + tail)

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 2 }),
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
    '2026-02-29',
  ),
  fc.constantFrom('2026-12-12', '2026-12-12T14:30', '2026-12-12T24:00', '2026-12-12T14:30Z', 'tomorrow 9:00'),
)

describe('a form as a modal', () => {
  test('the catalogue has forms to look at', () => {
    expect(catalogue.length).toBeGreaterThan(30)
  })

  test.each(catalogue)(
    '$name has a view within the limits, empty or with anything typed',
    ({ name, options }) => {
      const entries = Object.entries(options)
      const fills = [
        '',
        'x',
        '12',
        'yes',
        '2026-12-12T14:30',
        'next Tuesday',
        'y'.repeat(76),
        '\u{1f600}'.repeat(40_000),
      ]
      for (const fill of fills) {
        const given = Object.fromEntries(entries.map(([key]) => [key, fill]))
        const view = formView(formOf(options, given), { ...shown, title: name, note: 'n'.repeat(20_000) })
        expect(faultsOf(view)).toEqual([])
        const blocks = view.blocks.map((block) => block.block_id)
        for (const [key] of entries) expect(blocks).toContain(key)
      }
    },
  )

  test('any text for any kind of option gives a view within the limits', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, longText), fc.string({ unit: 'binary' }), (typed, title) => {
        const given = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, typed]))
        expect(
          faultsOf(formView(formOf(kinds, given), { ...shown, title, note: typed, about: title })),
        ).toEqual([])
      }),
    )
  })

  test('the checks of these tests find what is over a limit', () => {
    const view = formView(formOf({ text: kinds.text }), shown)
    const [input] = view.blocks
    expect(
      faultsOf({ ...view, title: { type: 'plain_text', text: 'x'.repeat(25), emoji: false } }),
    ).toHaveLength(1)
    expect(faultsOf({ ...view, title: { type: 'plain_text', text: 'x' } })).toHaveLength(1)
    expect(faultsOf({ ...view, blocks: input ? [input, input] : [] })).toHaveLength(1)
  })

  it('asks for the options in their order, required ones not optional, with what each means', () => {
    const options = {
      title: required(option.text({ about })),
      'due-day': kinds.day,
      wg: required(option.group({ about })),
    }
    const inputs = inputsOf(formView(formOf(options), shown))
    expect(
      inputs.map((input) => [input.block_id, input.label.text, input.optional, input.hint?.text]),
    ).toEqual([
      ['title', 'Title', false, about],
      ['due-day', 'Due day', true, about],
      ['wg', 'Working group', false, about],
    ])
  })

  it('cuts a title to fit, and keeps one that fits', () => {
    expect(formView(formOf({}), { ...shown, title: 'Schedule a meeting' }).title.text).toBe(
      'Schedule a meeting',
    )
    expect(skeletonView('Schedule a meeting of a group').title.text).toBe('Schedule a meeting of a…')
    expect(skeletonView(`${'x'.repeat(22)}\u{1f600}\u{1f600}`).title.text).toBe(`${'x'.repeat(22)}…`)
    expect(skeletonView(' ').title.text).toBe('Form')
  })

  it('shows its note above the fields and carries its metadata', () => {
    const view = formView(formOf({ text: kinds.text }), {
      ...shown,
      note: 'It *must* be a day.',
      submit: 'Post',
    })
    expect(view.blocks[0]).toEqual({
      type: 'section',
      block_id: '.note',
      text: { type: 'plain_text', text: 'It *must* be a day.', emoji: false },
    })
    expect(view).toMatchObject({ callback_id: 'form', private_metadata: 'draft-1', submit: { text: 'Post' } })
  })

  it('refuses metadata that Slack would refuse', () => {
    expect(() => formView(formOf({}), { ...shown, metadata: 'm'.repeat(3001) })).toThrow('3001 characters')
    expect(formView(formOf({}), { ...shown, metadata: 'm'.repeat(3000) }).private_metadata).toHaveLength(3000)
  })

  it('says something when there are no fields, and is a view within the limits', () => {
    const view = formView(formOf({}), shown)
    expect(view.blocks).toHaveLength(1)
    expect(faultsOf(view)).toEqual([])
    expect(formView(formOf({}), { ...shown, note: 'Really?' }).blocks).toMatchObject([
      { text: { text: 'Really?' } },
    ])
  })

  it('opens at once as a skeleton that cannot be sent', () => {
    const view = skeletonView('Schedule')
    expect(faultsOf(view)).toEqual([])
    expect(view.submit).toBeUndefined()
  })
})

describe('the input of an option', () => {
  test.each<[keyof typeof kinds, string, Json]>([
    [
      'text',
      'Hello',
      { type: 'plain_text_input', action_id: 'text', max_length: 3000, initial_value: 'Hello' },
    ],
    ['integer', '', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '1000' }],
    ['integer', '12', { type: 'number_input', initial_value: '12' }],
    ['integer', '1001', { type: 'plain_text_input', initial_value: '1001' }],
    ['integer', 'a dozen', { type: 'plain_text_input', initial_value: 'a dozen' }],
    ['choice', 'In-Focus', { type: 'static_select', initial_option: { value: 'in-focus' } }],
    ['choice', 'weekly', { type: 'plain_text_input', initial_value: 'weekly' }],
    ['flag', 'TRUE', { type: 'static_select', initial_option: { text: { text: 'Yes' }, value: 'yes' } }],
    ['flag', 'off', { type: 'static_select', initial_option: { text: { text: 'No' }, value: 'no' } }],
    ['flag', 'perhaps', { type: 'plain_text_input', initial_value: 'perhaps' }],
    ['entity', '', { type: 'external_select', action_id: 'pick:entity', min_query_length: 1 }],
    ['person', '', { type: 'external_select', action_id: 'pick:person', min_query_length: 1 }],
    ['zone', '', { type: 'external_select', action_id: 'pick:zone', min_query_length: 1 }],
    ['group', '', { type: 'external_select', action_id: 'pick:group', min_query_length: 0 }],
    ['meeting', '', { type: 'external_select', action_id: 'pick:meeting', min_query_length: 0 }],
    ['section', '', { type: 'external_select', action_id: 'pick:section', min_query_length: 0 }],
    ['group', 'ETCIP', { initial_option: { text: { text: 'ETCIP' }, value: 'ETCIP' } }],
    ['group', 'g'.repeat(76), { type: 'plain_text_input', initial_value: 'g'.repeat(76) }],
    ['group', 'one\ntwo', { type: 'plain_text_input', multiline: true }],
    ['entities', 'CTED; UNODC,\nCTED', { initial_options: [{ value: 'CTED' }, { value: 'UNODC' }] }],
    ['entities', '', { type: 'multi_external_select', action_id: 'pick:entities' }],
    ['groups', '', { type: 'multi_external_select', action_id: 'pick:groups', min_query_length: 0 }],
    ['groups', 'ETCIP, BMLE', { initial_options: [{ value: 'ETCIP' }, { value: 'BMLE' }] }],
    ['entities', ',;', { type: 'plain_text_input', initial_value: ',;' }],
    ['record', '', { type: 'plain_text_input', placeholder: { text: 'U12' } }],
    ['day', '2026-12-12', { type: 'datepicker', initial_date: '2026-12-12' }],
    ['day', '2026-02-29', { type: 'plain_text_input', initial_value: '2026-02-29' }],
    ['day', 'Friday', { type: 'plain_text_input', initial_value: 'Friday' }],
    ['period', 'August 2022', { type: 'plain_text_input', initial_value: 'August 2022' }],
    ['duration', '1h30', { type: 'plain_text_input', initial_value: '1h30' }],
    ['moment', 'next Tuesday 10:00', { type: 'plain_text_input', initial_value: 'next Tuesday 10:00' }],
    ['moment', '2026-02-29T10:00', { type: 'plain_text_input', initial_value: '2026-02-29T10:00' }],
    ['moment', '2026-12-12T14:30+01:00', { type: 'plain_text_input' }],
  ])('%s with “%s” is %o', (kind, given, wanted) => {
    const inputs = inputsOf(viewOf(kinds[kind], given))
    expect(inputs).toHaveLength(1)
    expect(inputs[0]?.element).toMatchObject(wanted)
  })

  it('is a searched list for a record that is suggested, and for several of them', () => {
    const one = required(option.record({ about, prefix: 'U' }))
    const several = required(option.records({ about, prefix: 'U' }))
    const list = { action_id: 'pick:record:U', min_query_length: 0 }
    expect(inputsOf(viewOf(one, 'U3'))[0]?.element).toMatchObject({
      ...{ ...list, type: 'external_select', initial_option: { value: 'U3' } },
    })
    expect(inputsOf(viewOf(several, 'U3, U4'))[0]?.element).toMatchObject({
      ...{ ...list, type: 'multi_external_select', initial_options: [{ value: 'U3' }, { value: 'U4' }] },
    })
  })

  it('is plain text for choices that no list of Slack can hold', () => {
    const long = option.choice({ about, choices: ['x'.repeat(76)] })
    const many = option.choice({ about, choices: Array.from({ length: 101 }, (_, at) => `c${at}`) })
    for (const wide of [long, many])
      expect(inputsOf(viewOf(wide, ''))[0]?.element.type).toBe('plain_text_input')
  })

  it('keeps the lines of a text whose input would have one line', () => {
    expect(inputsOf(viewOf(kinds.text, 'a\nb'))[0]?.element).toMatchObject({ multiline: true })
    expect(inputsOf(viewOf(kinds.text, 'a b'))[0]?.element).toMatchObject({ multiline: false })
  })

  it('bounds a text as its option does, but never below what was typed', () => {
    const short = option.text({ about, max: 5 })
    expect(inputsOf(viewOf(short, 'abc'))[0]?.element).toMatchObject({ max_length: 5 })
    expect(inputsOf(viewOf(short, 'abcdefgh'))[0]?.element).toMatchObject({ max_length: 8 })
  })

  it('is a day and a time for a moment, filled from an ISO moment', () => {
    const inputs = inputsOf(viewOf(required(option.moment({ about })), '2026-12-12T14:30'))
    expect(inputs.map((input) => [input.block_id, input.label.text, input.optional])).toEqual([
      ['field', 'Field: day', false],
      ['field~time', 'Field: time', false],
    ])
    expect(inputs.map((input) => input.element)).toMatchObject([
      { type: 'datepicker', initial_date: '2026-12-12' },
      { type: 'timepicker', initial_time: '14:30' },
    ])
    expect(inputsOf(viewOf(kinds.moment, '2026-12-12'))[1]?.element).not.toHaveProperty('initial_time')
  })
})

describe('a submitted modal', () => {
  test.each(Object.entries(kinds))('gives back what was typed for %s', (kind, one) => {
    fc.assert(
      fc.property(fc.oneof(anyText, longText), (typed) => {
        fc.pre(!(kind === 'moment' && typed === '2026-12-12'))
        const { fields, problems } = sent(one, typed)
        expect(problems).toEqual({})
        expect(meaning(kind, fields['field'] ?? '')).toEqual(meaning(kind, typed.trim() === '' ? '' : typed))
      }),
    )
  })

  it('puts a long text together as it was, whatever stands at the seam', () => {
    for (const unit of ['\u{1f600}', 'ab \r\n', '\r\n\r\n', 'شكرا ', '👩‍👩‍👧‍👦', '   '])
      for (let lead = 1; lead < 8; lead++) {
        const text = `${'a'.repeat(lead)}${unit.repeat(3500 / unit.length + 1500)}`
          .slice(0, 9000)
          .toWellFormed()
        expect(sent(kinds.text, text).fields['field']).toBe(text)
      }
  })

  it('spreads a text of more than 3,000 characters over optional inputs of their own', () => {
    const inputs = inputsOf(viewOf(required(option.text({ about })), `${'a'.repeat(3000)}bc`))
    expect(inputs.map((input) => [input.block_id, input.optional])).toEqual([
      ['field', false],
      ['field~2', true],
    ])
    const state = { field: { text: { value: 'kept, ' } }, 'field~2': { text: { value: null } } }
    expect(readSubmission(formOf({ field: kinds.text }), state).fields).toEqual({ field: 'kept, ' })
  })

  it('leaves out what is empty', () => {
    for (const one of Object.values(kinds))
      expect(sent(one, '')).toEqual({ fields: {}, problems: {}, files: [] })
    for (const one of Object.values(kinds)) expect(viewOf(one, ' \n')).toEqual(viewOf(one, ''))
    const blank = { field: { text: { value: ' \n ' } } }
    expect(readSubmission(formOf({ field: kinds.text }), blank)).toEqual({
      fields: {},
      problems: {},
      files: [],
    })
  })

  it('takes what was picked in either shape, whatever was shown', () => {
    const form = formOf({ on: kinds.day, at: kinds.moment, wg: kinds.group })
    const picked = {
      on: { day: { type: 'datepicker', selected_date: '2026-01-02' } },
      at: { day: { selected_date: '2026-01-03' } },
      'at~time': { time: { selected_time: '09:05' } },
      wg: { 'pick:group': { selected_option: { text: { text: 'Emerging' }, value: 'ETCIP' } } },
    }
    expect(readSubmission(form, picked).fields).toEqual({
      on: '2026-01-02',
      at: '2026-01-03T09:05',
      wg: 'ETCIP',
    })
    const typed = {
      on: { text: { value: 'Friday' } },
      at: { text: { value: 'now' } },
      wg: { text: { value: 'X' } },
    }
    expect(readSubmission(form, typed).fields).toEqual({ on: 'Friday', at: 'now', wg: 'X' })
  })

  it('joins several choices by commas', () => {
    const selected_options = [{ value: 'CTED' }, { value: '' }, { value: 'UNODC' }]
    const state = { field: { 'pick:entities': { selected_options } } }
    expect(readSubmission(formOf({ field: kinds.entities }), state).fields).toEqual({ field: 'CTED, UNODC' })
  })

  it('asks for a file by its own input, and tells where what was chosen lies', () => {
    const file = required(option.file({ about: 'The people', endings: ['csv', 'xlsx'] }))
    const form = formOf({ file })
    expect(viewOf(file, '').blocks).toContainEqual(
      expect.objectContaining({
        type: 'input',
        optional: false,
        element: { type: 'file_input', action_id: 'file', max_files: 1, filetypes: ['csv', 'xlsx'] },
      }),
    )
    const chosen = {
      name: 'people.csv',
      mimetype: 'text/csv',
      size: 3,
      url_private_download: 'https://x.example/1',
    }
    expect(
      readSubmission(form, { file: { file: { type: 'file_input', files: [chosen, {}, null] } } }),
    ).toEqual({
      fields: {},
      problems: {},
      files: [
        { option: 'file', name: 'people.csv', mediaType: 'text/csv', size: 3, url: 'https://x.example/1' },
      ],
    })
    expect(readSubmission(form, { file: { file: 'people.csv' } }).files).toEqual([])
  })

  it('says what is missing of a moment at the input where it is missing', () => {
    const form = formOf({ start: kinds.moment })
    const day = {
      start: { day: { selected_date: '2026-01-03' } },
      'start~time': { time: { selected_time: null } },
    }
    expect(readSubmission(form, day)).toMatchObject({
      fields: {},
      problems: { 'start~time': 'There is a day without its time; choose the time.' },
    })
    const time = {
      start: { day: { selected_date: null } },
      'start~time': { time: { selected_time: '10:00' } },
    }
    expect(readSubmission(form, time)).toMatchObject({
      fields: {},
      problems: { start: 'There is a time without its day; choose the day.' },
    })
  })

  it('refuses a text longer than is read at all, rather than cut it', () => {
    expect(sent(kinds.text, 'x'.repeat(20_000)).fields['field']).toHaveLength(20_000)
    // Blanks where a piece would best end, so that the pieces are as short as they get.
    const sparse = `x${' '.repeat(198)}${'x'.repeat(2602)}`.repeat(8).slice(0, 20_000)
    expect(sent(kinds.text, sparse).fields['field']).toBe(sparse)
    for (const length of [20_001, 60_000]) {
      const { fields, problems } = sent(kinds.text, 'x'.repeat(length))
      expect(fields).toEqual({})
      expect(problems['field']).toContain('20,000 characters')
    }
  })

  it('withstands any state', () => {
    const shapes = [
      fc.jsonValue(),
      fc.constantFrom(
        { value: 5 },
        { value: ['x'] },
        { selected_option: 'x' },
        { selected_options: { length: 3 } },
      ),
      fc.constantFrom({ selected_date: {} }, { selected_options: [null, 1, { value: {} }] }, null, 'x'),
    ]
    const state = fc.dictionary(
      fc.constantFrom('text', 'moment', 'moment~time', 'entities', 'flag', 'text~2', '__proto__'),
      fc.dictionary(fc.string(), fc.oneof(...shapes)),
    )
    fc.assert(
      fc.property(fc.oneof(state, fc.jsonValue(), fc.constant(undefined)), (hostile) => {
        const { fields, problems } = readSubmission(formOf(kinds), hostile)
        for (const [name, text] of [...Object.entries(fields), ...Object.entries(problems)]) {
          expect(Object.keys(kinds)).toContain(name.replace('~time', ''))
          expect(typeof text).toBe('string')
          expect(text.trim()).not.toBe('')
        }
      }),
    )
  })

  it('reads its own blocks only, and none that an object inherits', () => {
    const inherited = JSON.parse(
      '{"__proto__": {"field": {"text": {"value": "x"}}}, "other": {"text": {"value": "y"}}}',
    )
    expect(readSubmission(formOf({ field: kinds.text }), inherited).fields).toEqual({})
    expect(
      readSubmission(formOf({ field: kinds.text }), Object.create({ field: { text: { value: 'x' } } }))
        .fields,
    ).toEqual({})
    const wrong = { field: { text: { value: 7, selected_options: [{ value: 1 }, null] } } }
    expect(readSubmission(formOf({ field: kinds.text }), wrong).fields).toEqual({})
  })
})

describe('a text in pieces', () => {
  it('is the same text together, and no piece is too long or ends inside a character', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, longText), fc.integer({ min: 2, max: 300 }), (text, limit) => {
        const pieces = splitText(text, limit)
        expect(pieces.join('')).toBe(text)
        expect(pieces.filter((piece) => piece.length > limit || !piece.isWellFormed())).toEqual([])
      }),
    )
  })

  it('is not cut at a space, nor inside what is joined, where it can be helped', () => {
    expect(splitText('abcd efgh', 5)).toEqual(['abc', 'd efg', 'h'])
    expect(splitText('abc👩‍👧', 5)).toEqual(['abc', '👩‍👧'])
    expect(splitText('abcd👍🏽', 6)).toEqual(['abcd', '👍🏽'])
  })
})

const shown = { title: 'A form', metadata: 'draft-1' }

function formOf(
  options: Readonly<Record<string, Option>>,
  given: Readonly<Record<string, string>> = {},
): Form {
  const fields = Object.entries(options).map(([name, one]) => ({ name, option: one }))
  return { command: 'meeting schedule', title: 'Schedule', given, fields }
}

function viewOf(one: Option, given: string): View {
  return formView(formOf({ field: one }, { field: given }), shown)
}

function inputsOf(view: View): readonly Input[] {
  return view.blocks.filter(isInput)
}

function sent(one: Option, given: string) {
  return readSubmission(formOf({ field: one }), stateOf(viewOf(one, given)))
}

/** What Slack sends when the view is submitted as it was shown. */
function stateOf(view: View): Json {
  return JSON.parse(
    JSON.stringify(
      Object.fromEntries(
        inputsOf(view).map(({ block_id, element }) => [
          block_id,
          { [`${element.action_id}`]: answerOf(element) },
        ]),
      ),
    ),
  )
}

function answerOf(element: Input['element']): Json {
  const { type } = element
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
      return { type, value: element.initial_value ?? null }
    case 'static_select':
    case 'external_select':
      return { type, selected_option: element.initial_option ?? null }
    case 'multi_external_select':
      return { type, selected_options: element.initial_options ?? [] }
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null }
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null }
    default:
      throw new Error(`No form has a ${type}.`)
  }
}

/** What the core takes a text for, where a list says the same in its own words. */
function meaning(kind: string, text: string): unknown {
  if ((kind === 'entities' || kind === 'groups') && /[^\s,;]/.test(text))
    return [...new Set(text.split(/[,;\n]/).map((part) => part.trim()))].filter(Boolean)
  const texts = match(text, kind === 'choice' ? (kinds.choice.choices ?? []) : ['yes', 'true', 'on', '1'])
  if (kind === 'choice' && texts.length === 1) return texts[0]
  if (kind === 'flag' && texts.length > 0) return 'yes'
  if (kind === 'flag' && match(text, ['no', 'false', 'off', '0']).length > 0) return 'no'
  return text
}

/** What Slack would refuse of a view. */
function faultsOf(view: View): readonly string[] {
  const faults: string[] = []
  const bound = (what: string, length: number | undefined, max: number, min = 0) => {
    if (length !== undefined && (length > max || length < min)) faults.push(`${what} has ${length}`)
  }
  JSON.stringify(view, (key, value: unknown) => {
    if (isJson(value) && value['type'] === 'plain_text' && value['emoji'] !== false)
      faults.push(`emoji in ${key}`)
    if (isJson(value) && value['type'] === 'mrkdwn') faults.push(`mrkdwn in ${key}`)
    return value
  })
  bound('blocks', view.blocks.length, 100, 1)
  for (const part of [view.title, view.submit, view.close]) bound('title or button', part?.text.length, 24, 1)
  bound('metadata', view.private_metadata?.length, 3000)
  bound('size', JSON.stringify(view).length, 250_000)
  if (inputsOf(view).length > 0 && !view.submit) faults.push('no submit')
  const ids = view.blocks.flatMap((block) => block.block_id ?? [])
  if (new Set(ids).size < ids.length) faults.push('a block_id twice')
  for (const block of view.blocks) {
    bound('block_id', block.block_id?.length, 255, 1)
    if (isSection(block)) bound('section', block.text?.text.length, 3000, 1)
    if (isInput(block)) checkInput(block, bound)
  }
  return faults
}

function checkInput(
  { label, hint, element }: Input,
  bound: (what: string, length: number | undefined, max: number, min?: number) => void,
) {
  bound('label', label.text.length, 2000, 1)
  bound('hint', hint?.text.length, 2000, 1)
  bound('action_id', element.action_id?.length, 255, 1)
  if ('placeholder' in element) bound('placeholder', element.placeholder?.text.length, 150, 1)
  if (element.type === 'plain_text_input') {
    bound('max_length', element.max_length, 3000, 1)
    bound('initial_value', element.initial_value?.length, element.max_length ?? 3000, 1)
  }
  if (element.type === 'number_input' && element.initial_value !== undefined)
    bound(
      'number',
      Number(element.initial_value),
      Number(element.max_value ?? 1e15),
      Number(element.min_value ?? -1e15),
    )
  if (element.type === 'datepicker' && element.initial_date !== undefined)
    bound(
      'date',
      new Date(`${element.initial_date}T00:00:00Z`).toISOString().slice(0, 10) === element.initial_date
        ? 0
        : 1,
      0,
    )
  const options = [
    ...(element.type === 'static_select' ? (element.options ?? []) : []),
    ...(element.type === 'external_select' && element.initial_option ? [element.initial_option] : []),
    ...(element.type === 'multi_external_select' ? (element.initial_options ?? []) : []),
  ]
  if (element.type === 'static_select') bound('options', options.length, 100, 1)
  bound('options', options.length, 100)
  for (const one of options) {
    bound('option', one.text.text.length, 75, 1)
    bound('option value', one.value?.length, 75, 1)
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}

function isInput(block: Block): block is Input {
  return block.type === 'input'
}

function isSection(block: Block): block is Extract<Block, { type: 'section' }> {
  return block.type === 'section'
}
