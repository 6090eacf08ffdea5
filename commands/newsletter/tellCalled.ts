import { askedBefore } from '../../db/ledger/askedBefore.ts'
import { silentPeople } from '../../db/newsletter/calls/silent.ts'
import type { NewsletterIssue } from '../../db/newsletter/newsletters.ts'
import { eachTime } from '../../src/core/feature/notice.ts'
import { withReason } from '../../src/core/feature/withReason.ts'
import { type Block, block, button, message, type Rich, rich } from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import type { Context } from '../define.ts'
import { callsToCome } from './calls/callsToCome.ts'
import { firstCalls, type UpdateCall } from './calls/due.ts'
import { newsletterCall } from './calls/rules.ts'
import { calledFirst, monthsOf } from './issue/issue.ts'

/** How far back an issue may have been opened. */
const days = 120

/** Those who were called for an open issue, from whose entities nothing has come. */
export async function calledInVain(
  { db, now, caller }: Context,
  newsletterId: number,
): Promise<readonly UpdateCall[]> {
  const silent = (await silentPeople(db, now)).filter((one) => one.newsletterId === newsletterId)
  const since = new Date(now.getTime() - days * 86_400_000)
  const asked = await askedBefore(db, newsletterCall.key, [`newsletter:${newsletterId}`], since)
  const keys = new Set(asked.map(({ key }) => key))
  return firstCalls(newsletterCall.key, silent).filter(
    ({ key, personId }) => keys.has(key) && personId !== caller.personId,
  )
}

/** Tells those who were called in vain how the issue stands by now; whoever is reminded now anyway hears it so. */
export async function tellCalled(
  context: Context,
  issue: NewsletterIssue,
  called: readonly UpdateCall[],
  stands: 'open' | 'later' | 'closed',
  say: (reader: string) => Rich,
): Promise<Block | undefined> {
  const { caller } = context
  const reminded = new Set((await callsToCome(context, issue.id)).map(({ personId }) => personId))
  const first = new Map(called.toReversed().map((one) => [one.personId, one]))
  const told = [...first.values()].filter(({ personId }) => !reminded.has(personId))
  context.notify(
    told.map(({ personId, zone, entity }) => ({
      key: `newsletter-stands:${issue.id}:${stands}-${eachTime}:${personId}`,
      personId,
      kind: 'newsletter',
      subject: `newsletter:${issue.id}`,
      message: withReason(
        message(
          say(zone),
          block.buttons(
            button('Post an update', 'update post', {}, 'primary'),
            button('Status', 'newsletter status', monthsOf(issue)),
          ),
        ),
        {
          as: `one of those who answer for ${entity}, from which nothing has come`,
          by: `${caller.name} changed it`,
          otherwise: 'Somebody else should? /newsletter contact names whom to call first.',
        },
        false,
      ),
    })),
  )
  return told.length === 0
    ? undefined
    : block.text(
        `${counted(told.length, 'person is', 'people are')} told who ${told.length === 1 ? 'was' : 'were'} called and from whose entities nothing has come.`,
      )
}

/** As `tellCalled`, of an issue that was closed before its day. */
export function tellClosed(
  context: Context,
  issue: NewsletterIssue,
  called: readonly UpdateCall[],
): Promise<Block | undefined> {
  return tellCalled(
    context,
    issue,
    called,
    'closed',
    () =>
      rich`${calledFirst(issue)} was closed before its day: what is posted from now on goes to the next issue.`,
  )
}
