import { secretariatPeople } from '../../db/directory/people.ts'
import { followers, type Recommendation } from '../../db/recommendations/recommendations.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { formatDay } from '../../src/core/time/day.ts'
import type { Context } from '../define.ts'

/** Tells those who follow a recommendation up of one of its changes, the caller apart. */
export async function tellFollowers(
  context: Context,
  one: Recommendation,
  change: number,
  sentence: string,
): Promise<void> {
  tell(context, await followers(context.db, one), one, change, sentence)
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
