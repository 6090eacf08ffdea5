import type { Host, Suggest } from '../../core/adapter.ts'
import type { Choice } from '../../core/errors.ts'
import type { FormField } from '../../core/invocation.ts'
import { within } from '../work/within.ts'
import { lookedUp, isSuggested as suggested } from './lookups.ts'

/** A list that takes longer is left out, so that the form opens in time. */
const patienceMs = 700

/** Who fills in a form, as far as suggestions depend on it. */
export type Asker = Pick<Suggest, 'caller' | 'vouchedEmail'>

/** Whether an option has few enough choices to list them all. */
export function isListed({ option }: Pick<FormField, 'option'>): boolean {
  return option.kind === 'group' || option.kind === 'groups' || option.kind === 'section'
}

/** Whether values of an option are suggested before anything is typed, though perhaps not all of them. */
export function isSuggested({ option }: Pick<FormField, 'option'>): boolean {
  return suggested(option)
}

/** The first choices of the fields that `wanted` lets through, by option name; none for lists that are too late. */
export async function listedChoices(
  host: Pick<Host, 'suggest'>,
  asker: Asker,
  fields: readonly FormField[],
  { wanted, limit }: { readonly wanted: (field: FormField) => boolean; readonly limit: number },
): Promise<ReadonlyMap<string, readonly Choice[]>> {
  const asked = fields.filter(wanted).map(async ({ name, option }) => {
    const choices = await host.suggest({ ...asker, ...lookedUp(option), typed: '', limit })
    return [name, choices] as const
  })
  if (asked.length === 0) return new Map()
  const found = await within(Promise.all(asked), patienceMs).catch(() => undefined)
  return new Map(found?.value.filter(([, { length }]) => length > 0))
}
