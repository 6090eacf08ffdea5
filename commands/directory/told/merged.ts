import type { ReachablePerson } from '../../../db/directory/identities.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, headed, message } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import type { Context } from '../../define.ts'
import { toldLine } from '../../wg/told/toldLine.ts'

/** The two records of a merge, as they are apart. */
export interface MergedPeople {
  /** Whose record becomes part of the other. */
  readonly twin: ReachablePerson
  readonly kept: ReachablePerson
}

/**
 * Tells those behind both records that they are one, or two again: on an account of their own each, as the same person
 * has the accounts of both now; by e-mail where they have none. Says to the caller
 * whose side is told, and whose cannot be.
 */
export function tellMerged(
  context: Context,
  { twin, kept }: MergedPeople,
  { change, takenBack }: { readonly change: number; readonly takenBack: boolean },
): readonly Block[] {
  const by = context.caller.name
  const lines = takenBack
    ? {
        twin: `${by} took back that your record, P${twin.id}, became part of the ${labelOf(kept)}: it is your own again, with all that it had.`,
        kept: `${by} took back that the ${labelOf(twin)} became part of your record: they are two again, each with what it had.`,
      }
    : {
        twin: `Your record, P${twin.id}, is now part of the ${labelOf(kept)}, by a change of ${by}: your accounts, roles and what was in your hands belong to that one.`,
        kept: `The ${labelOf(twin)} is now part of your record, by a change of ${by}: what it held belongs to you.`,
      }
  // Merged, one record has the accounts of both.
  const alone = takenBack || twin.accounts.length === 0
  const sides = [
    { side: twin, words: lines.twin, owner: takenBack ? twin.id : kept.id, byRecord: takenBack },
    { side: kept, words: lines.kept, owner: kept.id, byRecord: alone },
  ]
  const others = sides.filter(({ side }) => side.id !== context.caller.personId)
  const told = others.filter((one) => tell(context, one, { change, takenBack })).map(({ side }) => side)
  const untold = others.map(({ side }) => side).filter((side) => !told.includes(side))
  return [
    toldLine(told.map(({ name }) => name)),
    untold.length === 0
      ? undefined
      : block.text(
          `Nothing reaches the ${list(untold.map(labelOf), 'and')}, so they are not told: no account speaks for it, and ${context.hasMail ? 'it has no address' : 'no mail is set up'}.`,
        ),
  ].filter((one) => one !== undefined)
}

interface Side {
  readonly side: ReachablePerson
  readonly words: string
  /** Whose record it is part of now. */
  readonly owner: number
  /** Whether what is written to that record reaches this side, and no other. */
  readonly byRecord: boolean
}

function labelOf({ name, id }: ReachablePerson): string {
  return `record of ${name} (P${id})`
}

function tell(
  context: Context,
  { side, words, owner, byRecord }: Side,
  { change, takenBack }: { readonly change: number; readonly takenBack: boolean },
): boolean {
  const why = {
    as: 'the one whose record it is',
    otherwise: takenBack
      ? 'Not right? Tell the secretariat.'
      : `Not right? Tell the secretariat, which takes it back with /directory revert D${change}.`,
  }
  const [account] = side.accounts
  if (account === undefined && !byRecord) {
    if (side.email === null || !context.hasMail) return false
    context.mail({
      to: side.email,
      name: side.name,
      subject: 'Your record in the directory',
      text: `${words}\n\nWhy you: you are ${why.as}. ${why.otherwise}\n`,
    })
    return true
  }
  context.notify([
    {
      key: `merged:D${change}:${side.id}`,
      personId: owner,
      ...(byRecord || account === undefined ? {} : { account, waits: true }),
      kind: 'merged',
      subject: `person:${owner}`,
      message: headed(
        'Your record',
        withReason(
          message(
            words,
            block.buttons(button('Show my record', 'directory person', { person: `P${owner}` })),
          ),
          why,
          false,
        ),
      ),
    },
  ])
  return true
}
