import { dayAndTime } from '../../../src/chat/forms/prefill.ts'
import type { Form, FormField } from '../../../src/core/invocation.ts'
import { hintOf, labelOf } from '../../../src/core/language/labels.ts'
import { shorten } from '../../../src/core/text/text.ts'
import {
  datepicker,
  type Element,
  type InputBlock,
  type ModalBlock,
  type ModalView,
  picker,
  plainText,
} from './inputs.ts'
import { partBlock, partLimit, splitText, textLimit, timeBlock } from './read.ts'

interface FormOptions {
  /** Of any length. */
  readonly title: string
  readonly about?: string
  /** The label of the button that sends the form. */
  readonly submit?: string
  /** Comes back with the submission; at most 3,000 characters. */
  readonly metadata: string
  /** Shown above the fields: why the form was refused, or a remark. */
  readonly note?: string
}

/** The block of the note. No option has this name. */
const noteBlock = '.note'

/** The most text inputs in one modal: Slack rejects a view with more than 250,000 characters. */
const mostParts = 72

/** The most characters of a note that are shown; a longer one is cut and ends in “…”. */
const noteLimit = 9000

/** A form as a modal. */
export function formView(form: Form, { title, about, submit, metadata, note }: FormOptions): ModalView {
  if (metadata.length > 3000)
    throw new Error(`A form's metadata has ${metadata.length} characters; the limit is 3000.`)
  const empty = form.fields.length === 0 && !note?.trim() && !about?.trim()
  const parts = Math.min(partLimit, Math.floor(mostParts / Math.max(form.fields.length, 1)))
  const blocks = [
    ...noteBlocks(empty ? 'Nothing more is asked.' : (note ?? '')),
    ...(about?.trim() ? [section(about)] : []),
    ...form.fields.flatMap((field) => fieldBlocks(field, form.given[field.name] ?? '', parts)),
  ]
  return {
    ...frame(title, blocks),
    submit: plainText(submit?.trim() || 'Submit', 24),
    private_metadata: metadata,
  }
}

/** Shown at once when the form itself takes longer to load. */
export function skeletonView(title: string): ModalView {
  return frame(title, [section('Loading…')])
}

function frame(title: string, blocks: ModalBlock[]): ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    title: plainText(title.trim() || 'Form', 24),
    close: plainText('Cancel', 24),
    blocks,
  }
}

function noteBlocks(note: string): readonly ModalBlock[] {
  if (note.trim() === '') return []
  return splitText(shorten(note, noteLimit), textLimit).map((part, index) =>
    section(part, partBlock(noteBlock, index + 1)),
  )
}

function section(text: string, block?: string): ModalBlock {
  return { type: 'section', ...(block ? { block_id: block } : {}), text: plainText(text, 3000) }
}

/**
 * The inputs of one option, filled with what was typed for it. Text that its usual kind of input cannot show goes into
 * a plain text input, so that nothing typed is lost.
 */
function fieldBlocks(field: FormField, given: string, mostOfOne: number): readonly InputBlock[] {
  const typed = given.trim() === '' ? '' : given
  if (field.option.kind === 'moment') return momentBlocks(field, typed) ?? textBlocks(field, typed, mostOfOne)
  const element = picker(field.option, typed)
  return element ? [input(field, element)] : textBlocks(field, typed, mostOfOne)
}

interface Place {
  readonly block?: string
  readonly label?: string
  readonly optional?: boolean
}

function input({ name, option }: FormField, element: Element, place: Place = {}): InputBlock {
  const about = place.block === undefined ? hintOf(name, option.about) : ''
  return {
    type: 'input',
    block_id: place.block ?? name,
    label: plainText(`${labelOf(name)}${place.label ?? ''}`, 2000),
    ...(about === '' ? {} : { hint: plainText(about, 2000) }),
    optional: place.optional ?? !option.required,
    element,
  }
}

function textBlocks(field: FormField, typed: string, mostOfOne: number): readonly InputBlock[] {
  const { name, option } = field
  const parts = splitText(typed, textLimit).slice(0, mostOfOne)
  // A single-line input would drop line breaks.
  const multiline = option.multiline === true || parts.length > 1 || /[\r\n]/.test(typed)
  const wanted = option.kind === 'text' && parts.length === 1 ? (option.max ?? textLimit) : textLimit
  return parts.map((part, index) => {
    const element: Element = {
      type: 'plain_text_input',
      action_id: 'text',
      multiline,
      // No limit here: the core refuses a text that is too long with a sentence, Slack would do so without one.
      max_length: Math.max(Math.min(wanted, textLimit), part.length),
      ...(part === '' ? {} : { initial_value: part }),
      ...(option.kind === 'record' ? { placeholder: plainText(`${option.prefix ?? ''}12`, 150) } : {}),
    }
    if (index === 0) return input(field, element)
    const block = partBlock(name, index + 1)
    return input(field, element, { block, label: `, continued (${index + 1})`, optional: true })
  })
}

function momentBlocks(field: FormField, typed: string): readonly InputBlock[] | undefined {
  const shown = dayAndTime(typed)
  if (!shown) return undefined
  const { day, time } = shown
  const timepicker: Element = {
    type: 'timepicker',
    action_id: 'time',
    ...(time ? { initial_time: time } : {}),
  }
  return [
    input(field, datepicker(day), { label: ': day' }),
    input(field, timepicker, { block: timeBlock(field.name), label: ': time' }),
  ]
}
