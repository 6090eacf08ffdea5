import type { Renaming } from '../../../db/directory/names/former.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, type Button, block, button } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'

/** From when a new acronym or name holds. */
export const renamingOptions = {
  from: option.day({ about: 'The day from which a new acronym or name holds; today by default' }),
  always: option.flag({ about: 'The old acronym or name was a mistake: correct the past too' }),
} as const

export interface Renamed {
  readonly acronym?: string | undefined
  readonly name?: string | undefined
  readonly from?: Day | undefined
  readonly always?: boolean | undefined
}

/** Reads from when a new name holds. Raises `UserError` for a day ahead, or for a day without a new name. */
export function readRenaming({ acronym, name, from, always }: Renamed, today: Day): Renaming {
  if (always && from !== undefined) {
    throw new UserError('Give “from” or “always”, not both. Nothing was changed.', { option: 'from' })
  }
  if (always) return { always: true }
  if (from !== undefined && acronym === undefined && name === undefined) {
    throw new UserError(
      '“from” is the day of a new acronym or name; give one of them. Nothing was changed.',
      {
        option: 'from',
      },
    )
  }
  if (from !== undefined && from > today) {
    throw new UserError(
      `A new name can be recorded once it holds; ${formatDay(from)} is still ahead. Set a reminder for it (/reminder add). Nothing was changed.`,
      { option: 'from' },
    )
  }
  return { from: from ?? today }
}

/** Says that lists of earlier days keep the old name, and offers to mark it as a mistake. */
export function renamedBlocks(
  before: string,
  renaming: Renaming,
  {
    command,
    values,
    renamed,
  }: {
    readonly command: string
    readonly values: Readonly<Record<string, string>>
    readonly renamed: boolean
  },
): { readonly text: Block | undefined; readonly button: readonly Button[] } {
  if (!renamed || 'always' in renaming) return { text: undefined, button: [] }
  return {
    text: block.text(
      `Lists of days before ${formatDay(renaming.from)} keep saying ${before}, by which it is still found.`,
    ),
    button: [button('The old name was a mistake', command, { ...values, always: 'yes' })],
  }
}
