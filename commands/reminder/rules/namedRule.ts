import type { Trx } from '../../../db/store/db.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Rule } from '../../../src/core/feature/rule.ts'
import { shorten } from '../../../src/core/text/text.ts'

/**
 * The rule of a typed word, by its key or by words of what it is about. Raises `UserError` with those that it may be, of
 * `offered` where it is near to none.
 */
export function namedRule(
  rules: readonly Rule<Trx>[],
  typed: string,
  offered: readonly Rule<Trx>[] = rules,
): Rule<Trx> {
  const word = typed.trim().toLowerCase()
  const exact = rules.find(({ key }) => key === word) ?? rules.find(({ key }) => `${key}s` === word)
  const near = rules.filter(
    ({ key, about }) => key.startsWith(word) || ` ${about.toLowerCase()}`.includes(` ${word}`),
  )
  const [only, ...others] = near
  const meant = exact ?? (others.length === 0 ? only : undefined)
  if (meant) return meant
  throw new UserError(
    `There is no single rule “${shorten(typed)}”. ${offered.length > 0 || near.length > 0 ? 'Name one of these.' : '/reminder rules shows them.'}`,
    {
      option: 'rule',
      choices: (near.length > 0 ? near : offered)
        .slice(0, 10)
        .map(({ key, about }) => ({ label: about, value: key })),
    },
  )
}
