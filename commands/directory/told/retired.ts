import { colleagues } from '../../../db/directory/people.ts'
import type { Question } from '../../../src/core/feature/feature.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, headed, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { askWhereMany } from '../../records/askWhereMany.ts'
import { toldLine } from '../../wg/told/toldLine.ts'

const most = 200

/**
 * Tells those who stand for an entity that it is retired, or in use again where `on` is null; asks first where they are
 * many, and the caller takes back what was written.
 */
export async function tellRetired(
  context: Context,
  entity: { readonly id: number; readonly acronym: string },
  { change, on }: { readonly change: number; readonly on: Day | null },
): Promise<Question | { readonly told: Block | undefined }> {
  const { db, caller } = context
  const { acronym } = entity
  const people = (await colleagues(db, entity.id, most)).filter(({ id }) => id !== caller.personId)
  const asked = on === null ? `Bring ${acronym} back?` : `Retire ${acronym} from ${formatDay(on)} on?`
  const told = people.map(({ id }) => ({ personId: id }))
  const question = await askWhereMany(context, told, {
    what: `${asked} That is about to write to ${counted(people.length, 'person', 'people')}.`,
    yes: on === null ? 'Bring it back and tell them' : 'Retire it and tell them',
  })
  if (question) return question
  context.notify(
    people.map(({ id }) => ({
      key: `retired:D${change}:${id}`,
      personId: id,
      kind: 'retired',
      subject: `entity:${entity.id}`,
      message: headed(
        'Directory',
        withReason(
          message(
            on === null
              ? rich`${acronym} is in use again, and so are the seats that ended with it: ${caller.name} took that back.`
              : rich`${acronym} is retired from ${formatDay(on)} on, by a change of ${caller.name}; its seats in working groups end with it.`,
          ),
          { as: `one of those who stand for ${acronym}`, otherwise: 'Is that wrong? Tell the secretariat.' },
          false,
        ),
      ),
    })),
  )
  return { told: toldLine(people.map(({ name }) => name)) }
}
