import type { Posted } from '../../../support/discord/far/asked.ts'
import { displayed, wrongOf } from '../../../support/discord/rules/limits.ts'
import type { Seen } from '../../contract/subject.ts'

/** What a reader sees of a message; `direct` is whose conversation with the bot it stands in. */
export function seenIn({ body, onlyFor }: Posted, caller: string, direct: string | undefined): Seen {
  const reader = onlyFor ?? direct
  const { text, pings } = displayed(body)
  return {
    by: reader === undefined ? 'room' : reader === caller ? 'caller' : 'other',
    direct: direct !== undefined,
    text,
    // Discord has no text of its own for those who do not look.
    fallback: undefined,
    pings,
    wrong: wrongOf(body),
  }
}
