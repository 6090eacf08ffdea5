import type { Choice } from '../../../core/errors.ts'
import type { Button } from '../../../core/message.ts'
import type { Options } from '../../../core/option.ts'

type Values = NonNullable<Button['values']>

/** A choice as a button, with whom it was named with where the command asks for a person and none was given. */
export function withHolder(
  options: Options,
  { label, holder }: Pick<Choice, 'label' | 'holder'>,
  values: Values,
): { readonly label: string; readonly values: Values } {
  if (holder === undefined || options['person']?.kind !== 'person' || values['person'] !== undefined)
    return { label, values }
  return { label: `${label} (${holder.name})`, values: { ...values, person: holder.value } }
}
