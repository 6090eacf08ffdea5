import { contributions } from '../../../../db/newsletter/coverage/contributions.ts'
import { listUpdates } from '../../../../db/newsletter/listUpdates.ts'
import type { NewsletterIssue } from '../../../../db/newsletter/newsletters.ts'
import { lockUpdate } from '../../../../db/newsletter/updates.ts'
import { secretariat } from '../../../../src/core/catalog.ts'
import { UserError } from '../../../../src/core/errors.ts'
import { block, button, type Message, message, rich } from '../../../../src/core/message.ts'
import { option } from '../../../../src/core/option.ts'
import { type Context, command, found } from '../../../define.ts'
import { acceptOne, clearButtons, unclearedOf } from '../../../update/decide/accept.ts'
import { learnFromDecisions } from '../../../update/decide/learn.ts'
import { undoButton } from '../../../update/tell.ts'
import { issueName, issueOf, monthsOf, period } from '../../issue/issue.ts'
import { issueWaiting } from './issueWaiting.ts'
import { type Accepted, acceptedWords, waitingCard } from './waitingCard.ts'

/** More than any issue has waiting at once. */
const most = 1000

export const triage = command({
  name: 'triage',
  about: 'Updates waiting for your decision, one at a time, with what is uncertain',
  heading: 'Triage',
  options: {
    period,
    accept: option.record({ about: 'Accepts this one first, then shows the next', prefix: 'U' }),
    after: option.record({ about: 'Start after this update', prefix: 'U' }),
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter triage'],
  async run(context, { period: asked, accept, after }) {
    const issue = asked === undefined ? await issueWaiting(context) : await issueOf(context, asked)
    const accepted = accept === undefined ? undefined : await acceptFirst(context, accept)
    const waiting = await listUpdates(context.db, {
      newsletterId: issue.id,
      statuses: ['proposed'],
      limit: most,
    })
    const inOrder = waiting.toSorted((one, other) => one.id - other.id)
    const behind = Math.max(after ?? 0, accept ?? 0)
    // After the last one comes the first again.
    const next = inOrder.find(({ id }) => id > behind) ?? inOrder[0]
    if (!next) return nothingLeft(context, issue, accepted)
    return waitingCard(context, issue, next, inOrder, accepted)
  },
})

async function acceptFirst(context: Context, id: number): Promise<Accepted> {
  const update = found(await lockUpdate(context.db, id), `update U${id}`)
  if (update.status !== 'proposed' && update.status !== 'returned')
    throw new UserError(`U${id} is ${update.status} already; nothing was changed.`, {
      buttons: [button('Next', 'newsletter triage')],
    })
  const uncleared = await unclearedOf(context, [update])
  const why = uncleared.get(id)
  if (why !== undefined) {
    throw new UserError(`${why}; nothing was changed.`, {
      buttons: [...clearButtons(uncleared), button('Next', 'newsletter triage', { after: `U${id}` })],
    })
  }
  const { change } = await acceptOne(context, update)
  await learnFromDecisions(context)
  return { id, change }
}

async function nothingLeft(
  { db, now }: Context,
  issue: NewsletterIssue,
  accepted: Accepted | undefined,
): Promise<Message> {
  const ready = issue.status !== 'published' && (await contributions(db, issue.id, now)).accepted > 0
  return message(
    rich`${acceptedWords(accepted)}Nothing of ${issueName(issue)} waits for a decision.`,
    block.buttons(
      ...(accepted ? [undoButton(accepted.id, accepted.change)] : []),
      button('Draft', 'newsletter draft', monthsOf(issue)),
      ...(ready ? [button('Approve the issue', 'newsletter approve', monthsOf(issue))] : []),
    ),
  )
}
