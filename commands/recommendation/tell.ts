import { secretariatPeople } from '../../db/directory/people.ts'
import { followers, type Recommendation } from '../../db/recommendations/recommendations.ts'
import { withReason } from '../../src/core/feature/withReason.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { formatDay } from '../../src/core/time/day.ts'
import type { Context } from '../define.ts'
import { byWhom } from '../records/byWhom.ts'
import { follower } from './shown.ts'

/** Tells those who follow a recommendation up of one of its changes, the caller apart. */
export async function tellFollowers(
  context: Context,
  one: Recommendation,
  change: number,
  sentence: string,
): Promise<void> {
  tell(context, await followers(context.db, one), one, change, sentence)
}

/** Tells those who followed a recommendation up, and do not any more, that it is not theirs. */
export async function tellFormerFollowers(
  { db, caller, notify }: Context,
  { before, after }: { readonly before: Recommendation; readonly after: Recommendation },
  change: number,
): Promise<void> {
  const present = after.removed ? [] : await followers(db, after)
  const former = (await followers(db, before)).filter((id) => !present.includes(id) && id !== caller.personId)
  const to = after.removed ? null : follower(after)
  notify(
    former.map((personId) => ({
      key: `recommendation-left:${after.id}:${change}:${personId}`,
      personId,
      kind: 'recommendation',
      subject: `recommendation:${after.id}`,
      // What it says from now on is not theirs to read.
      message: withReason(
        message(
          to === null
            ? rich`${byWhom(caller)} took back REC${before.id} ${before.country}, ${before.body}: nothing is left for you to do.`
            : rich`${byWhom(caller)} gave REC${before.id} ${before.country}, ${before.body}, to ${to}: nothing is left for you to do.`,
        ),
        {
          as: 'among those who followed it up until now',
          otherwise: `Is that wrong? Speak to ${caller.name}.`,
        },
        false,
      ),
    })),
  )
}

/** Tells the secretariat of a change of a recommendation, the caller apart. */
export async function tellSecretariat(
  context: Context,
  one: Recommendation,
  change: number,
  sentence: string,
): Promise<void> {
  tell(context, await secretariatPeople(context.db), one, change, sentence)
}

function tell(
  { caller, notify }: Context,
  people: readonly number[],
  one: Recommendation,
  change: number,
  sentence: string,
): void {
  const due = one.dueOn === null ? '' : `, due ${formatDay(one.dueOn)}`
  const item = { recommendation: `REC${one.id}` }
  notify(
    people
      .filter((id) => id !== caller.personId)
      .map((personId) => ({
        key: `recommendation:${one.id}:${change}:${personId}`,
        personId,
        kind: 'recommendation',
        subject: `recommendation:${one.id}`,
        message: message(
          rich`${sentence}: REC${one.id} ${one.country}, ${one.body} (${one.status}${due}).`,
          block.buttons(button('Open', 'recommendation show', item), {
            ...button('Say how it stands', 'recommendation status', item),
            ask: true,
          }),
        ),
      })),
  )
}
