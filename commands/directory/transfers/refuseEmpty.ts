import type { HandoverLoad } from '../../../db/directory/transfers/load.ts'
import type { Successor } from '../../../db/directory/transfers/transferTerms.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { NamedHanded } from './handed.ts'
import { loadWords } from './loadWords.ts'

/** Raises `UserError` where there is nothing to hand over. */
export function refuseEmpty({ held, things }: HandoverLoad, handed: NamedHanded, to: Successor): void {
  if (loadWords(held, things).length > 0) return
  throw new UserError(
    handed.kind === 'role'
      ? `${to.name} is ${handed.label} already, and whoever was before has nothing left in hand for the group. Nothing was changed.`
      : `${handed.label} has nothing in hand that could go over: no role or seat by name, no open action, recommendation, update, meeting or reminder. Nothing was changed.`,
  )
}
