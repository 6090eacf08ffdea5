import type { Rule } from './rule.ts'

/** Every rule of the house. */
export function rulesOf<Transaction>(
  features: readonly { readonly rules?: readonly Rule<Transaction>[] }[],
): readonly Rule<Transaction>[] {
  return features.flatMap(({ rules = [] }) => rules)
}
