import type { Update } from '../../../db/newsletter/updates.ts'
import { UserError } from '../../../src/core/errors.ts'
import {
  type Button,
  block,
  button,
  type Message,
  message,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Context, Question } from '../../define.ts'
import { askWhereMany } from '../../records/askWhereMany.ts'
import { nextButton, undoButton } from '../tell.ts'

/** An update and the running number of the change that was made to it. */
export interface ChangedUpdate {
  readonly update: Update
  readonly change: number
}

/** What is said of those that are in one of these states already. */
export function settledLines(updates: readonly Update[], live: readonly Update[]): readonly string[] {
  return updates
    .filter((update) => !live.includes(update))
    .map(({ id, status }) => `U${id} is ${status} already`)
}

/** Raises `UserError` where nothing is left to be changed. */
export function refuseAllSettled(live: readonly Update[], settled: readonly string[]): void {
  if (live.length === 0) throw new UserError(`${settled.join('; ')}; nothing was changed.`)
}

/** Shows what would be done before many people are written to; `told` are the persons' numbers. */
export function askBeforeTelling(
  context: Context,
  action: 'Withdraw' | 'Return' | 'Unaccept',
  updates: readonly Update[],
  told: readonly number[],
): Promise<Question | undefined> {
  const people = [...new Set(told)].map((personId) => ({ personId }))
  return askWhereMany(context, people, {
    what: `${action} ${counted(updates.length, 'update')} and tell ${counted(people.length, 'person', 'people')}?`,
    more: [block.list(updates.map(lineOf))],
    yes: `${action} them`,
    values: { update: updates.map(({ id }) => `U${id}`).join(',') },
  })
}

/** The most buttons that take back one of several; `/update undo U12` takes any back. */
const mostUndone = 4

/** What was done to several updates, with an undo of all and of each. */
export function answerSeveral(
  said: string | Rich,
  done: readonly ChangedUpdate[],
  settled: readonly string[],
  isSecretariat: boolean,
): Message {
  return message(
    said,
    block.list(done.map(({ update }) => lineOf(update))),
    settled.length > 0 ? block.text(`${settled.join('; ')}.`) : undefined,
    block.buttons(...undoButtons(done), ...(isSecretariat ? [nextButton] : [])),
  )
}

function undoButtons(done: readonly ChangedUpdate[]): readonly Button[] {
  if (done.length === 1) return done.map(({ update, change }) => undoButton(update.id, change))
  const all = button('Undo all', 'update undo', {
    update: done.map(({ update }) => `U${update.id}`).join(','),
    change: done.map(({ change }) => change).join(','),
  })
  const each = done.map(({ update, change }) => undoButton(update.id, change, `Undo U${update.id}`))
  return [all, ...(each.length > mostUndone ? [] : each)]
}

function lineOf({ id, entity, author, text }: Update) {
  return rich`U${id} ${entity ?? author}: ${shorten(text, 80)}`
}

/** The reason that was given, in brackets after what it is given for. */
export function reasonInBrackets(comment: string | null): string {
  return comment === null ? '' : ` (${comment})`
}
