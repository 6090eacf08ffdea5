import type { UserError } from '../../core/errors.ts'
import type { Invocation } from '../../core/invocation.ts'
import type { Answered, FollowUps } from './followUps.ts'
import { type OptionOf, restored } from './keptFollowUp.ts'
import { type LastShown, readerKey, type Shown } from './lastShown.ts'

type Meant = Promise<Invocation | UserError>

/** What a line means after a question that another process may have asked. */
export interface Elsewhere {
  /** Undefined where no other process wants it. */
  meant(invocation: Invocation, line: string): Promise<Invocation | UserError | undefined>
  /** What a yes or a no means that presses nothing: it may be the value that was wanted, as after `/meeting rsvp M1`. */
  assented(invocation: Invocation, line: string, said: 'yes' | 'no', shown: Shown | undefined): Meant
}

export function createElsewhere({
  followUps,
  lastShown,
  optionOf,
}: {
  readonly followUps: FollowUps
  readonly lastShown: Pick<LastShown, 'of'>
  readonly optionOf: OptionOf
}): Elsewhere {
  /** The later of what this process answered and what is stored of any. */
  function lastOf(key: string, shown: Shown | undefined): Answered | undefined {
    const here = followUps.last(key)
    if (!shown?.follow || (here && here.at >= shown.at)) return here
    return { ...restored(shown.follow, optionOf), at: shown.at }
  }
  return {
    async meant(invocation, line) {
      const key = readerKey(invocation)
      const last = lastOf(key, await lastShown.of(invocation))
      // What this process answered was gone by already.
      if (!last || last === followUps.last(key)) return undefined
      return followUps.meantAfter(last, key, invocation, line)
    },
    async assented(invocation, line, said, shown) {
      const key = readerKey(invocation)
      const last = lastOf(key, shown)
      const meant =
        followUps.meant(key, invocation, line) ?? (last && followUps.meantAfter(last, key, invocation, line))
      return meant ?? followUps.assented(last, invocation, line, said)
    },
  }
}
