import { tooLong } from '../../../src/chat/forms/dayAndTime.ts'
import type { FormField } from '../../../src/core/invocation.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'

export interface Submission {
  /** What is amiss before anything is read: sentences by option name. */
  readonly problems: Readonly<Record<string, string>>
  /** All that was typed by option name, also what is amiss: what the form shows when it is shown again. */
  readonly typed: Readonly<Record<string, string>>
}

/** What was put into the inputs of these fields; an empty one is left out. What belongs to no field is not read. */
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

/** The names of the inputs, in their order. */
export function namesIn(components: readonly Json[]): readonly string[] {
  return components.flatMap(inputsOf).flatMap((input) => text(input['custom_id']) ?? [])
}

/** An input stands in a label, or in a row as modals had them before. */
function inputsOf(holder: Json): readonly Json[] {
  return [holder['component'], ...array(holder['components'])].map(object)
}

/** An input has a value; a list has values. */
function readInput(input: Json): readonly (readonly [name: string, value: string])[] {
  const name = text(input['custom_id'])
  if (name === undefined) return []
  const values = array(input['values']).flatMap((value) => text(value) ?? [])
  return [[name, text(input['value']) ?? values.join(', ')]]
}
