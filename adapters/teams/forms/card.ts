import type { Choice } from '../../../src/core/errors.ts'
import type { Form, FormField } from '../../../src/core/invocation.ts'
import type { Json } from '../../../src/core/json.ts'
import { hintOf, labelOf } from '../../../src/core/language/labels.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { DialogData } from '../api/activity.ts'
import { inert } from '../render/escape.ts'
import { fieldInput } from './inputs.ts'

export interface DialogOptions {
  /** Shown above the fields. */
  readonly about?: string
  /** The label of the button that sends the form; `Send` by default. */
  readonly submit?: string
  /** Comes back with the submission. */
  readonly state: DialogData
  /** An error that belongs to no field, shown at the very top. */
  readonly note?: string
  /** Errors by option name, each shown at its field; one whose field is not on this form joins the note. */
  readonly problems?: Readonly<Record<string, string>>
  /** What lists show before anything is typed, by option name. */
  readonly offered?: ReadonlyMap<string, readonly Choice[]>
  /** The client cannot search a list while one types, so such values are typed in full. */
  readonly unlisted?: boolean
}

export const dialogSize = { height: 'large', width: 'medium' } as const

/** The most characters of all typed text together: Teams rejects cards of more than about 80 KB. */
const room = 24_000

const noteLimit = 2000
const sentenceLimit = 1000

/** The card of a dialog, its fields filled with what was typed. */
export function formCard(form: Form, options: DialogOptions): Json {
  const { about, submit, state, note, problems = {}, unlisted = false, offered } = options
  const names = new Set(form.fields.map(({ name }) => name))
  const stray = Object.entries(problems).flatMap(([name, sentence]) => (names.has(name) ? [] : [sentence]))
  const top = [
    ...[note ?? '', ...stray].flatMap((sentence) => line(shorten(sentence, noteLimit), refusal)),
    ...line(shorten(about ?? '', noteLimit), {}),
  ]
  const share = shareOf(form)
  const fields = form.fields.flatMap((field) => {
    if (field.option.kind === 'file') return fileHint(field, form.command)
    const given = form.given[field.name] ?? ''
    const lists = { offered: offered?.get(field.name) ?? [], unlisted }
    const shown = fieldInput(field, shorten(given, share), lists)
    return fieldElements(field, shown, given.length > share, problems[field.name] ?? '')
  })
  const body = [...top, ...fields]
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: 'This form needs a newer Teams; please type the command instead.',
    body: body.length > 0 ? body : line('Nothing more is asked.', {}),
    actions: [
      {
        type: 'Action.Submit',
        title: shorten(submit?.trim() || 'Send', 40),
        style: 'positive',
        data: state,
      },
    ],
  }
}

/** The most characters a field may show if all are to fit; only longer texts are cut. */
function shareOf({ fields, given }: Form): number {
  const lengths = fields.map(({ name }) => given[name]?.length ?? 0).sort((a, b) => a - b)
  let left = room
  for (const [index, length] of lengths.entries()) {
    const share = Math.floor(left / (lengths.length - index))
    if (length > share) return share
    left -= length
  }
  return room
}

function fieldElements(field: FormField, shown: Json, cut: boolean, problem: string): readonly Json[] {
  const short = cut ? 'Only the beginning is shown here: the form can hold no more.' : ''
  return [
    { ...shown, spacing: 'Medium' },
    ...[problem, short].flatMap((sentence) => line(shorten(sentence, sentenceLimit), refusal)),
    ...line(hintOf(field.name, field.option.about), { isSubtle: true, size: 'Small' }),
  ]
}

/** A dialog has no input for a file; one that is optional is mentioned instead. */
function fileHint({ name, option }: FormField, command: string): readonly Json[] {
  const how = `${labelOf(name)}: send it to me in our own chat, with “${command}” as its text.`
  return [...line(how, {}), ...line(option.about, { isSubtle: true, size: 'Small' })]
}

const refusal = { color: 'Attention', weight: 'Bolder' }

/** Text without markup, although some clients read a time token even here; nothing for blank text. */
function line(text: string, look: Json): readonly Json[] {
  if (text.trim() === '') return []
  return [
    { type: 'RichTextBlock', spacing: 'Small', inlines: [{ type: 'TextRun', text: inert(text), ...look }] },
  ]
}
