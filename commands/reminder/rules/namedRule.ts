import type { Trx } from '../../../db/store/db.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Rule } from '../../../src/core/feature/rule.ts'
import { shorten } from '../../../src/core/text/text.ts'

/** The rule of a typed word, by its key or by words of what it is about. Raises `UserError`. */
export function namedRule(rules: readonly Rule<Trx>[], typed: string): Rule<Trx> {
  const word = typed.trim().toLowerCase()
  const exact = rules.find(({ key }) => key === word) ?? rules.find(({ key }) => `${key}s` === word)
  const near = rules.filter(
    ({ key, about }) => key.startsWith(word) || ` ${about.toLowerCase()}`.includes(` ${word}`),
  )
  const [only, ...others] = near
  const meant = exact ?? (others.length === 0 ? only : undefined)
  if (meant) return meant
  throw new UserError(`There is no single rule “${shorten(typed)}”. Name one of these.`, {
    option: 'rule',
    choices: (near.length > 0 ? near : rules)
      .slice(0, 10)
      .map(({ key, about }) => ({ label: about, value: key })),
  })
}
