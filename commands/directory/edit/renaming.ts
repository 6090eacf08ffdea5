import type { Renaming } from '../../../db/directory/names/former.ts'
import { UserError } from '../../../src/core/errors.ts'
import {
  type Block,
  type Button,
  block,
  button,
  type Message,
  message,
  rich,
} from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import { revertButton } from './answer.ts'
import { changedFields } from './shown.ts'

/** From when a new acronym or name holds. */
export const renamingOptions = {
  from: option.day({ about: 'From when a new acronym or name holds; today by default' }),
  always: option.flag({ about: 'The old acronym or name was a mistake: correct the past too' }),
  was: option.text({
    inForms: false,
    about: 'Which former acronym or name was the mistake; the last one',
    max: 300,
  }),
} as const

export interface RenamingFields {
  readonly acronym?: string | undefined
  readonly name?: string | undefined
  readonly from?: Day | undefined
  readonly always?: boolean | undefined
  readonly was?: string | undefined
}

/**
 * Reads from when a new name holds. Raises `UserError` for a day ahead, for a day without a new name, and for a former
 * name without a word on what becomes of it.
 */
export function readRenaming({ acronym, name, from, always, was }: RenamingFields, today: Day): Renaming {
  if (was !== undefined && (!always || acronym !== undefined || name !== undefined)) {
    throw new UserError(
      '“was” names the former name that was a mistake; it goes with “always:yes” and without a new name. Nothing was changed.',
      { option: 'was' },
    )
  }
  if (always && from !== undefined) {
    throw new UserError('Give “from” or “always”, not both. Nothing was changed.', { option: 'from' })
  }
  if (always) return { always: true, was }
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

/** What an edit of a record wrote. */
interface Saved {
  readonly after: object
  readonly change: number
  /** The old name, where it was kept for earlier days. */
  readonly kept?: string | undefined
}

/** Answers an edit of an entity or a group; `show` and `edit` are the commands of its kind, with `values` to name it. */
export function renamedAnswer(
  before: string,
  saved: Saved,
  renaming: Renaming,
  {
    show,
    edit,
    values,
    note,
    told,
  }: {
    readonly show: string
    readonly edit: string
    readonly values: Readonly<Record<string, string>>
    /** What else is to be said of it. */
    readonly note?: string | undefined
    readonly told?: Block | undefined
  },
): Message {
  const names = renamedBlocks(before, renaming, {
    ...{ command: edit, values, kept: saved.kept },
    acronymChanged: 'acronym' in saved.after,
  })
  return message(
    rich`Changed ${before}.`,
    Object.keys(saved.after).length > 0 ? changedFields(saved.after) : undefined,
    names.text,
    note === undefined ? undefined : block.text(note),
    told,
    block.buttons(button('Show', show, values), revertButton(saved.change), ...names.button),
  )
}

/** Says that lists of earlier days keep the old name, and offers to mark it as a mistake. */
function renamedBlocks(
  before: string,
  renaming: Renaming,
  {
    command,
    values,
    kept,
    acronymChanged,
  }: {
    readonly command: string
    readonly values: Readonly<Record<string, string>>
    readonly acronymChanged: boolean
    /** The old name, where it was kept for earlier days. */
    readonly kept: string | undefined
  },
): { readonly text: Block | undefined; readonly button: readonly Button[] } {
  if (kept === undefined || 'always' in renaming) return { text: undefined, button: [] }
  return {
    text: block.text(
      `Lists of days before ${formatDay(renaming.from)} keep ${acronymChanged ? `saying ${before}` : 'the old name'}, by which it is still found.`,
    ),
    button: [button('The old name was a mistake', command, { ...values, always: 'yes', was: kept })],
  }
}
