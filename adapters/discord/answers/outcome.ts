import type { Answer } from '../../../src/core/invocation.ts'
import type { Message } from '../../../src/core/message.ts'

/** A button that is not a command typed in advance: a step of a form. */
export interface StepButton {
  readonly label: string
  readonly customId: string
  readonly primary: boolean
}

/** What came of an interaction. */
export interface InteractionOutcome {
  readonly answer: Answer
  /** The form that is asked for, ready to be opened. */
  readonly modal?: object
  /** The message with the button makes room for the answer. */
  readonly replaces?: boolean
  /** What the message with the button shows from now on: the shared card as it stands. */
  readonly card?: Message
  /** Below the answer. */
  readonly buttons?: readonly StepButton[]
}
