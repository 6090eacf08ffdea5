import { lacking, momentPicked, tooLong } from '../../../src/chat/forms/dayAndTime.ts'
import type { Form } from '../../../src/core/invocation.ts'
import type { Option } from '../../../src/core/option.ts'
import { isDay } from '../../../src/core/time/day.ts'
import { choiceRead, noChoice } from './choiceInputs.ts'
import { inputId, timeId } from './input.ts'

export interface Submission {
  /** Texts by option name, as for a typed line. */
  readonly fields: Record<string, string>
  /** What the dialog itself finds wrong: sentences by option name. */
  readonly problems: Record<string, string>
  /** Everything typed, right or wrong: what the form shows when it comes back. */
  readonly typed: Record<string, string>
}

/** The option texts of a submitted dialog, by option name; empty ones are left out. */
export function readSubmission(form: Pick<Form, 'fields'>, data: unknown): Submission {
  const read: Submission = { fields: {}, problems: {}, typed: {} }
  for (const { name, option } of form.fields) {
    const { text, typed = text, problem = tooLong(text) } = readOption(data, name, option)
    if (typed.trim() !== '') read.typed[name] = typed
    if (problem !== undefined) read.problems[name] = problem
    else if (text.trim() !== '') read.fields[name] = text
  }
  return read
}

interface Read {
  readonly text: string
  readonly typed?: string
  readonly problem?: string
}

/** A typed date and time has one input; a picked one has two, and an empty one may not be sent. */
function readOption(data: unknown, name: string, { kind, choices }: Option): Read {
  const text = readInput(data, inputId(name))
  if ((kind === 'choice' || kind === 'flag') && text === noChoice) return { text: '' }
  if (kind === 'choice') return { text: choiceRead(choices ?? [], text) }
  if (kind !== 'moment' || !(has(data, timeId(name)) || isDay(text.trim()))) return { text }
  const time = readInput(data, timeId(name))
  const { text: moment, lacks } = momentPicked(text, time)
  if (lacks === undefined) return { text: moment }
  return { text: '', typed: lacks === 'day' ? `T${time.trim()}` : text, problem: lacking[lacks] }
}

/** Teams sends a number as a number or as text, and omits an empty input or sends it empty. */
function readInput(data: unknown, id: string): string {
  const value = has(data, id) ? data[id] : undefined
  if (typeof value === 'string') return value
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? `${value}` : ''
}

function has(data: unknown, id: string): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, id)
}
