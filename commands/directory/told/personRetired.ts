import { lastWord } from '../../../src/core/feature/whyUnsent.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, headed, message, rich } from '../../../src/core/message.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { toldLine } from '../../wg/told/toldLine.ts'

/** Tells somebody that their record was retired, or is in use again where `on` is null, unless they did it themselves. */
export function tellPersonRetired(
  { caller, notify }: Context,
  person: { readonly id: number; readonly name: string },
  { change, on }: { readonly change: number; readonly on: Day | null },
): Block | undefined {
  if (person.id === caller.personId) return undefined
  notify([
    {
      key: `person-retired:D${change}:${person.id}`,
      personId: person.id,
      kind: lastWord,
      subject: `person:${person.id}`,
      message: headed(
        'Your record',
        withReason(
          message(
            on === null
              ? rich`Your record in the directory is in use again: ${caller.name} took its retirement back.`
              : rich`${caller.name} retired your record in the directory from ${formatDay(on)} on: the roles that you held by name end, and I no longer answer you.`,
          ),
          {
            as: 'the one whose record it is',
            otherwise: `Is that wrong? Tell ${caller.name} or the secretariat.`,
          },
          false,
        ),
      ),
    },
  ])
  return toldLine([person.name])
}
