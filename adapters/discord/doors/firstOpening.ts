import { within } from '../../../src/chat/work/within.ts'
import { StartError } from '../../../src/core/errors.ts'
import { refusedText } from './gatewayListener.ts'

/** The opening that the start of the program waits for. */
export interface FirstOpening {
  opened(): void
  /** Raises the refusal in `wait` while somebody waits there; reports a later one, and everything else goes on. */
  refused(why: string): void
  /** Whether it opened within `ms`. Raises `StartError` where Discord refuses the bot. */
  wait(ms: number): Promise<boolean>
}

export function createFirstOpening(reported: (why: string) => void): FirstOpening {
  const opening = Promise.withResolvers<void>()
  let starting = true
  return {
    opened: () => opening.resolve(),
    refused(why) {
      if (starting) opening.reject(new StartError(`${refusedText(why)}.`))
      else reported(why)
    },
    async wait(ms) {
      try {
        return (await within(opening.promise, ms)) !== undefined
      } finally {
        starting = false
      }
    },
  }
}
