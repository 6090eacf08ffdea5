import { secretariatPeople } from '../../db/directory/people.ts'
import { followers, type Recommendation } from '../../db/recommendations/recommendations.ts'
import { withReason } from '../../src/core/feature/withReason.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatDay } from '../../src/core/time/day.ts'
import type { Context } from '../define.ts'
import { byWhom } from '../records/byWhom.ts'
import { follower } from './shown.ts'

/** Tells those who follow a recommendation up of one of its changes, the caller apart; says to the caller who is told. */
export async function tellFollowers(
  context: Context,
  one: Recommendation,
  change: number,
  sentence: string,
): Promise<string | undefined> {
  const people = await followers(context.db, one)
  if (people.length === 0 && follower(one) !== null)
    return `Nobody is told or reminded: nobody in the directory acts for ${follower(one)}.`
  return toldWords(tell(context, people, one, change, sentence), [
    'Whoever follows it up',
    'Those who follow it up',
  ])
}

/** Tells those who followed a recommendation up, and do not any more, that it is not theirs; says so to the caller. */
export async function tellFormerFollowers(
  { db, caller, notify }: Context,
  { before, after }: { readonly before: Recommendation; readonly after: Recommendation },
  change: number,
): Promise<string | undefined> {
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
  return toldWords(former.length, ['Whoever followed it up until now', 'Those who followed it up until now'])
}

/** `Whoever follows it up is told.`, or of several how many they are; undefined where nobody is. */
function toldWords(count: number, [one, several]: readonly [string, string]): string | undefined {
  if (count === 0) return undefined
  return count === 1 ? `${one} is told.` : `${several} are told: ${counted(count, 'person', 'people')}.`
}

/** Tells the secretariat of a change of a recommendation, the caller apart; says to the caller that it is told. */
export async function tellSecretariat(
  context: Context,
  one: Recommendation,
  change: number,
  sentence: string,
): Promise<string | undefined> {
  const told = tell(context, await secretariatPeople(context.db), one, change, sentence)
  return told === 0 ? undefined : 'The secretariat is told.'
}

/** Returns how many are told. */
function tell(
  { caller, notify }: Context,
  people: readonly number[],
  one: Recommendation,
  change: number,
  sentence: string,
): number {
  const due = one.dueOn === null ? '' : `, due ${formatDay(one.dueOn)}`
  const item = { recommendation: `REC${one.id}` }
  const others = people.filter((id) => id !== caller.personId)
  notify(
    others.map((personId) => ({
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
  return others.length
}
