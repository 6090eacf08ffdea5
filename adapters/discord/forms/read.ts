import { tooLong } from '../../../src/chat/forms/dayAndTime.ts'
import type { FormField } from '../../../src/core/invocation.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'

export interface Submission {
  /** What the modal itself finds wrong: sentences by option name. */
  readonly problems: Readonly<Record<string, string>>
  /** Everything typed, by option name, right or wrong: what the form shows when it comes back. */
  readonly typed: Readonly<Record<string, string>>
}

/** Reads the inputs of these fields, without empty ones. Inputs of no field are ignored. */
export function readSubmission(fields: readonly FormField[], components: readonly Json[]): Submission {
  const put = new Map(components.flatMap(inputsOf).flatMap(readInput))
  const typed = fields.flatMap(({ name, option }) => {
    if (option.kind === 'file') return []
    const value = put.get(name) ?? ''
    return value.trim() === '' ? [] : [[name, value] as const]
  })
  const problems = typed.flatMap(([name, value]) => {
    const problem = tooLong(value)
    return problem === undefined ? [] : [[name, problem] as const]
  })
  return {
    problems: Object.fromEntries(problems),
    typed: Object.fromEntries(typed),
  }
}

/** The names of the inputs, in order. */
export function namesIn(components: readonly Json[]): readonly string[] {
  return components.flatMap(inputsOf).flatMap((input) => text(input['custom_id']) ?? [])
}

/** An input is in a label, or in a row as in older modals. */
function inputsOf(holder: Json): readonly Json[] {
  return [holder['component'], ...array(holder['components'])].map(object)
}

/** A text input has one value; a list has several. */
function readInput(input: Json): readonly (readonly [name: string, value: string])[] {
  const name = text(input['custom_id'])
  if (name === undefined) return []
  const values = array(input['values']).flatMap((value) => text(value) ?? [])
  return [[name, text(input['value']) ?? values.join(', ')]]
}
