import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { takenBackIf } from '../../../db/store/savepoints/takenBackIf.ts'
import { message, moment, rich } from '../../../src/core/message.ts'
import { nothingSent } from '../../../src/core/reach/reach.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Context, Question } from '../../define.ts'
import { isMany } from '../../records/askWhereMany.ts'
import { issueName } from '../issue/issue.ts'
import { callsShown, stillUncalled } from './stillUncalled.ts'

/** Changes the calls for an issue; where many come to be called by it, takes that back and shows whom and when. */
export async function askBeforeCalling(
  context: Context,
  issue: NewsletterIssue,
  change: () => Promise<void>,
): Promise<Question | undefined> {
  if (context.confirmed || !Number.isFinite(context.askAbove)) {
    await change()
    return undefined
  }
  const before = new Set((await stillUncalled(context, issue.id)).map(({ key }) => key))
  return takenBackIf(
    context.db,
    async () => {
      await change()
      const calls = (await stillUncalled(context, issue.id)).filter(({ key }) => !before.has(key))
      return isMany(context, calls) ? questionOf(context, issue, calls) : undefined
    },
    (question) => question !== undefined,
  )
}

async function questionOf(
  context: Context,
  issue: NewsletterIssue,
  calls: Awaited<ReturnType<typeof stillUncalled>>,
): Promise<Question> {
  return {
    kind: 'question',
    message: message(
      rich`Call ${counted(calls.length, 'entity', 'entities')} for ${issueName(issue)}, which takes updates until ${moment(issue.closesAt, context.zone)}?`,
      ...(await callsShown(context, calls)),
      nothingSent,
    ),
    yes: 'Call them',
    values: {},
  }
}
