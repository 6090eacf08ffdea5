import { UserError } from '../../errors.ts'
import type { Button } from '../../message.ts'

/** Names the commands that may be meant. Of those that the caller cannot use so, neither a button nor the name is left. */
export class WhichError extends UserError {
  /** The words of the commands, or of their groups. */
  readonly candidates: readonly string[]
  readonly saying: (candidates: readonly string[]) => string
  /** What is said where none of them can be used so. */
  readonly otherwise: UserError | undefined

  constructor(
    candidates: readonly string[],
    saying: (candidates: readonly string[]) => string,
    ways: { readonly buttons: readonly Button[]; readonly otherwise?: UserError | undefined },
  ) {
    super(saying(candidates), { buttons: ways.buttons, unread: true })
    this.candidates = candidates
    this.saying = saying
    this.otherwise = ways.otherwise
  }
}
