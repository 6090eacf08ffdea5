import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { takenBackIf } from '../../../db/store/savepoints/takenBackIf.ts'
import { message, type Rich } from '../../../src/core/message.ts'
import { nothingSent } from '../../../src/core/reach/reach.ts'
import type { Context, Question } from '../../define.ts'
import { asksFirst, isMany } from '../../records/askWhereMany.ts'
import { callsShown, callsToCome } from './callsToCome.ts'
import type { UpdateCall } from './due.ts'

/** What is asked before so many people are called. */
type Asking = (people: number) => Pick<Question, 'yes'> & {
  readonly what: Rich
  readonly values?: Question['values']
}

/** Changes an issue or its calls; where many come to be called by it, takes that back and shows whom and when. */
export async function askBeforeCalling<T extends object>(
  context: Context,
  issue: Pick<NewsletterIssue, 'id'>,
  change: () => Promise<T>,
  asking: Asking,
  /** Who is told besides of what was changed. */
  told: () => Promise<readonly UpdateCall[]> = async () => [],
  /** Whether it is asked however few they are, since what was shown before stands no longer. */
  anew = false,
): Promise<T | Question> {
  if (!anew && (context.confirmed || !Number.isFinite(context.askAbove))) return change()
  const before = new Set((await callsToCome(context, issue.id)).map(({ key }) => key))
  return takenBackIf<T | Question>(
    context.db,
    async () => {
      const made = await change()
      const come = (await callsToCome(context, issue.id)).filter(({ key }) => !before.has(key))
      const calls = [...come, ...(await told())]
      if (!anew && !isMany(context, calls)) return made
      const { what, yes, values = {} } = asking(new Set(calls.map(({ personId }) => personId)).size)
      const shown = calls.length === 0 ? [] : await callsShown(context, calls)
      return { kind: 'question', message: message(what, ...shown, nothingSent), yes, values }
    },
    asksFirst,
  )
}
