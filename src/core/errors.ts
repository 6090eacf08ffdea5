import { randomBytes } from 'node:crypto'

import type { Button } from './message.ts'

/** What an ambiguous or mistyped word may have meant; `value` is what to type instead. */
export interface Choice {
  readonly label: string
  readonly value: string
  /** Who was named with it, where the command also asks for a person: their number is `P12`. */
  readonly holder?: { readonly name: string; readonly value: string }
  /** Opens the form, since the command lacks what is to be done. */
  readonly ask?: boolean
}

/** The caller's own fault: shown as written, to the caller alone; nothing was changed. */
export class UserError extends Error {
  override readonly name = 'UserError'
  /** Ways out, offered as buttons: candidates for an ambiguous word, the nearest command, a retry. */
  readonly buttons: readonly Button[]
  /** The option at fault, so that a form can show the sentence at its field. */
  readonly option: string | undefined
  /** What the option at fault may have meant: each becomes a button of the same command. */
  readonly choices: readonly Choice[]
  /** The line was not understood at all, so that whatever it may mean goes before it. */
  readonly unread: boolean

  constructor(
    message: string,
    extra: Partial<Pick<UserError, 'buttons' | 'option' | 'choices' | 'unread'>> = {},
  ) {
    super(message)
    this.unread = extra.unread ?? false
    this.buttons = extra.buttons ?? []
    this.option = extra.option
    this.choices = extra.choices ?? []
  }
}

/** A record to change was named and nothing to change in it: a button that opens the form is offered beside it. */
export class NothingGiven extends UserError {}

/** What is to be done is done already; a button takes it back. */
export class DoneAlready extends UserError {}

/** What was asked for was understood, and there is none: `the next meeting` where none is ahead. */
export class NoneThere extends UserError {}

/** A form that is filled in again would be refused as well, so none is offered. */
export class WithoutForm extends UserError {}

/** Whether none of what may be changed was given. */
export function isNothing(typed: object): boolean {
  return Object.values(typed).every((value) => value === undefined)
}

type GivenGuesses = Pick<GuessError, 'buttons' | 'guesses' | 'otherwise'> &
  Partial<Pick<GuessError, 'said' | 'noted' | 'isSure'>>

/**
 * Some of its buttons are guesses at what was meant: one whose values mean nothing here is left out, and where all are,
 * `otherwise` is said.
 */
export class GuessError extends UserError {
  readonly guesses: readonly Button[]
  readonly otherwise: UserError
  /** What is said above the guesses instead of asking which of them is meant. */
  readonly said: string | undefined
  /** Whether a guess is surely meant, so that it is said why it is refused. */
  readonly isSure: (guess: Button) => boolean
  /** What is said behind the question, of those that are shown. */
  readonly noted: (shown: readonly Button[]) => string

  constructor({ buttons, guesses, otherwise, said, ...how }: GivenGuesses) {
    super(said ?? whichIsMeant([...guesses, ...buttons]), {
      buttons: [...guesses, ...buttons],
      unread: said === undefined,
    })
    this.guesses = guesses
    this.otherwise = otherwise
    this.said = said
    this.noted = how.noted ?? (() => '')
    this.isSure = how.isSure ?? (() => true)
  }
}

/** Asks which of these buttons is meant. */
export function whichIsMeant(buttons: readonly Button[]): string {
  const ways = buttons.filter(({ command }) => command !== 'help')
  const which = ways.length === 1 ? 'this' : 'one of these'
  return `I am not sure what you mean, and nothing was done. Is it ${which}? /help shows what else can be said.`
}

/** The same error with a further button, where there is one. */
export function withWayOut(error: unknown, wayOut: Button | undefined): unknown {
  if (!(error instanceof UserError) || !wayOut) return error
  const { option, buttons, choices } = error
  return new UserError(error.message, {
    buttons: [...buttons, wayOut],
    ...(option === undefined ? {} : { option }),
    choices,
  })
}

/** What `read` reads, or the `UserError` that it raises; any other error is passed on. */
export function orUserError<T>(read: () => T): T | UserError {
  try {
    return read()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

/** What a failed delivery means for its recipient and for a retry. */
export type DeliveryFault =
  | { readonly kind: 'retryable'; readonly afterSeconds?: number }
  /** Not tried yet: its turn in this channel comes so many seconds from now. */
  | { readonly kind: 'paced'; readonly afterSeconds: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'auth' }
  | { readonly kind: 'invalid' }

/** Raised by an adapter's `post`; `message` tells the operator what to mend. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly fault: DeliveryFault

  constructor(message: string, fault: DeliveryFault, options: ErrorOptions = {}) {
    super(message, options)
    this.fault = fault
  }
}

/** A setting that keeps the program from starting; `message` says which one and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** A fault of ours as a user is told of it; the log has its cause under the same reference. */
export interface Fault {
  /** Eight hex digits. */
  readonly reference: string
  readonly sentence: string
}

/** A fault that only whoever runs the bot can mend; nothing was changed. */
export function diskFullFault(): Fault {
  const { reference } = newFault()
  return {
    reference,
    sentence: `The disk that the bot keeps its data on is full, so this was not done, and nothing was changed. Whoever runs the bot makes room there; then say it again. The reference is ${reference}.`,
  }
}

/** Makes a fault with a new reference. `untouched`: nothing was changed; `retry` says what to try, as an order. */
export function newFault({
  untouched = false,
  retry = 'Please try again',
}: {
  readonly untouched?: boolean
  readonly retry?: string
} = {}): Fault {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  const far = untouched ? ', and nothing was changed' : ''
  return {
    reference,
    sentence: `Something went wrong on our side${far}. ${retry}; if it happens again, tell the secretariat the reference ${reference}.`,
  }
}

/** The code of a failure, as Node and Postgres give one: `ENOENT`, `23P01`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** The codes of a full disk: of Node, of Postgres, and by number of the embedded store's file system. */
const noRoom: readonly unknown[] = ['ENOSPC', 'EDQUOT', '53100', 51]

/** Whether something failed because the disk is full. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  return (
    ('code' in error && noRoom.includes(error.code)) || ('errno' in error && noRoom.includes(error.errno))
  )
}

/** The constraint of the store that a statement would have broken. */
export function brokenConstraint(error: unknown): string | undefined {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined
}

/** Whether a constraint of the store says that ranges, such as two terms of an office, would overlap. */
export function overlaps(error: unknown): boolean {
  return codeOf(error) === '23P01'
}
