import type { Form, FormField } from '../../../src/core/invocation.ts'

/** What a command cannot run without and was not given; at a prompt nothing else is asked for. */
export function wantedFields({ given, fields }: Form): readonly FormField[] {
  return fields.filter(({ name, option }) => option.required && !given[name]?.trim())
}
