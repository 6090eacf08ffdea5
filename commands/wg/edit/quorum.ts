import { UserError } from '../../../src/core/errors.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { plainDigits } from '../../../src/core/time/reading/token.ts'
import type { Context } from '../../define.ts'
import { membersOf } from '../../meeting/room/quorum.ts'

const most = 999

/** Shares in words, of so many parts. */
const shares: readonly (readonly [said: RegExp, share: readonly [parts: number, of: number]])[] = [
  [/^(?:a |one )?half$/i, [1, 2]],
  [/^(?:a |one[ -])?third$|^1\/3$/i, [1, 3]],
  [/^two[ -]thirds$|^2\/3$/i, [2, 3]],
  [/^(?:three[ -]quarters|3\/4)$/i, [3, 4]],
]

/** How many entities a group's decision needs, and how a share of its members was counted. */
interface Quorum {
  readonly quorum: number | null
  readonly note?: string
}

/**
 * Reads `12`, `50%`, `two thirds` or `majority`, a share of the members that the group has that day; 0 and `none` are no
 * such rule. Raises `UserError`.
 */
export async function readQuorum(
  { db, today }: Context,
  group: { readonly id: number; readonly acronym: string } | undefined,
  text: string,
): Promise<Quorum> {
  const typed = plainDigits(text.trim()).replace(
    / (?:of )?(?:the |its )?(?:(?:member )?entities|members)$/i,
    '',
  )
  if (/^(?:none|no|no quorum)$/i.test(typed)) return { quorum: null }
  if (/^\d{1,3}$/.test(typed)) return { quorum: Number(typed) || null }
  const isMajority = /^(?:(?:a |the )?(?:simple )?majority|more than half)$/i.test(typed)
  const share = shareOf(typed)
  if (!isMajority && !share)
    throw new UserError(
      `I cannot read “${shorten(text)}” as a quorum. Give a number of member entities, 0 to ${most}, or a share of them such as “50%” or “majority”.`,
      { option: 'quorum' },
    )
  const members = group ? (await membersOf(db, group.id, today)).size : 0
  if (!group || members === 0)
    throw new UserError(
      'A share needs members to be counted, and there are none yet. Give the quorum as a number of entities.',
      { option: 'quorum' },
    )
  const [parts, of] = share ?? [1, 2]
  const quorum = isMajority ? Math.floor(members / 2) + 1 : Math.max(1, Math.ceil((members * parts) / of))
  return {
    quorum,
    note: `“${text.trim()}” of the ${counted(members, 'member entity', 'member entities')} of ${group.acronym} is ${quorum}. It stays so when members come or go.`,
  }
}

function shareOf(typed: string): readonly [number, number] | undefined {
  const percent = /^(\d{1,3}) ?(?:%|per ?cent)$/i.exec(typed)?.[1]
  if (percent !== undefined)
    return Number(percent) > 0 && Number(percent) <= 100 ? [Number(percent), 100] : undefined
  return shares.find(([pattern]) => pattern.test(typed))?.[1]
}
