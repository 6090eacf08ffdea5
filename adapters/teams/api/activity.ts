import type { Json } from '../../../src/core/json.ts'

/** The card format that Teams shows. */
export const cardType = 'application/vnd.microsoft.card.adaptive'

export interface Attachment {
  readonly contentType: string
  readonly content: Json
  readonly name?: string
}

/** A message as it is sent to Teams: a plain text or a card, and what a notification tells. */
export interface Outgoing {
  readonly type: 'message'
  /** With `textFormat` plain: nothing in it is markup. */
  readonly text?: string
  readonly textFormat?: 'plain'
  readonly summary: string
  readonly attachments?: readonly Attachment[]
}

/**
 * The data of a button in our cards. An `Action.Execute` has it under the verb `press` or `refresh`; a button
 * that opens a form is an `Action.Submit` whose data also holds `msteams: { type: 'task/fetch' }`.
 */
export interface ActionData {
  /** `press` does what the button carries; `refresh` asks for the viewer’s own copy of a shared card. */
  readonly verb: 'press' | 'refresh'
  /** The button, as `ButtonData` wrote it; empty for `refresh`. */
  readonly b: string
  /** The operation, minted for each message that is sent, so that a press that comes twice acts once. */
  readonly o: string
  /** The list whose choice is pressed in place of a button. */
  readonly l?: string
  /** The shared card in which it stands, `meeting:12`. */
  readonly c?: string
}

/** The data of a dialog’s submit button beside the inputs; the id of an input is `f.` and the option’s name. */
export interface DialogData {
  readonly verb: 'form'
  /** `meeting schedule`. */
  readonly command: string
  /** Minted when the form was opened, so that a form that is sent twice acts once. */
  readonly o: string
  /** The name under which the store holds where the form was asked for. */
  readonly draft: string
}
