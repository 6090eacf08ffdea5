import { type Access, type Catalog, findCommand } from '../../../core/catalog.ts'
import type { Caller } from '../../../core/feature/caller.ts'
import { helpButton } from '../../../core/language/offers/meantButton.ts'
import type { WhichError } from '../../../core/language/offers/whichError.ts'
import type { Button } from '../../../core/message.ts'

interface Offered {
  readonly buttons: readonly Button[]
  /** The candidates that are among them. */
  readonly named: readonly string[]
  /** One of them does what was typed. */
  readonly isDone: boolean
}

/**
 * What is offered of commands that may be meant: those of which a button is left, and without any the help on those that
 * the caller may use, where nothing else is meant then.
 */
export function ofCandidates(
  { candidates, otherwise }: WhichError,
  readable: readonly Button[],
  catalog: Catalog,
  caller: Caller,
): Offered {
  const isFor = (words: string) => {
    const command = findCommand(catalog, words)?.command
    return !command || isOpenTo(command.access, caller)
  }
  const open = candidates.filter(isFor)
  const buttons = readable.filter((one) => one.command !== 'help' || isFor(aboutWhat(one)))
  const named = open.filter((words) => buttons.some((one) => isOf(one, words)))
  const isDone = buttons.some((one) => one.command !== 'help' && named.some((words) => isOf(one, words)))
  if (isDone || (named.length > 0 && !otherwise)) return { buttons, named, isDone }
  if (otherwise) return { buttons, named: [], isDone }
  return { buttons: [...open.map(helpButton), ...buttons], named: open, isDone }
}

/** The buttons with a change for which nothing is lacking before one that only opens a form for the same. */
export function wholeFirst(buttons: readonly Button[]): readonly Button[] {
  const order = buttons.map((one, at) => {
    const isForm = one.ask === true && Object.keys(one.values).length > 0
    const same = (other: Button) => !other.ask && JSON.stringify(other.values) === JSON.stringify(one.values)
    return { one, at: isForm ? Math.max(at, buttons.findLastIndex(same)) : at, isForm }
  })
  return order.toSorted((a, b) => a.at - b.at || Number(a.isForm) - Number(b.isForm)).map(({ one }) => one)
}

function isOf(one: Button, words: string): boolean {
  return `${aboutWhat(one)} `.startsWith(`${words} `)
}

/** The words of the command that a button presses, or shows the help on. */
function aboutWhat({ command, values }: Button): string {
  if (command !== 'help') return command
  return [values['feature'], values['action']].filter((one) => one !== undefined).join(' ')
}

/** Whether a command is open to such a one at all. */
export function isOpenTo({ who }: Access, { isSecretariat, isCoordinator }: Caller): boolean {
  return isSecretariat || (who === 'coordinator' ? isCoordinator : who !== 'secretariat')
}
