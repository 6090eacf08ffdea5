import type { FormField } from '../../../src/core/invocation.ts'
import { labelOf } from '../../../src/core/language/labels.ts'

export function inputId(name: string): string {
  return `f.${name}`
}

/** The input for the time of day; the option's own input holds the day. */
export function timeId(name: string): string {
  return `${inputId(name)}~time`
}

/** What every input has. Its own error message covers a missing or unsuitable value. */
export function input(type: string, { name, option }: FormField, refusal = `${labelOf(name)} is needed.`) {
  return {
    type,
    id: inputId(name),
    label: labelOf(name),
    isRequired: option.required,
    errorMessage: refusal,
  }
}
