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
  const { acronym } = entity
  const people = await othersOf(context, entity)
  const asked = on === null ? `Bring ${acronym} back?` : `Retire ${acronym} from ${formatDay(on)} on?`
  const told = people.map(({ id }) => ({ personId: id }))
  const question = await askWhereMany(context, told, {
    what: `${asked} That is about to write to ${counted(people.length, 'person', 'people')}.`,
    yes: on === null ? 'Bring it back and tell them' : 'Retire it and tell them',
  })
  if (question) return question
  return { told: tell(context, entity, people, { change, on }) }
}

/** Tells those who stand for an entity that it was added again, and is in use as it was before; says to the caller whom. */
export async function tellAddedAgain(
  context: Context,
  entity: { readonly id: number; readonly acronym: string },
  change: number,
): Promise<Block | undefined> {
  return tell(context, entity, await othersOf(context, entity), { change, on: null, isAddedAgain: true })
}

type Colleagues = Awaited<ReturnType<typeof colleagues>>

async function othersOf({ db, caller }: Context, { id }: { readonly id: number }): Promise<Colleagues> {
  return (await colleagues(db, id, most)).filter((one) => one.id !== caller.personId)
}

function tell(
  context: Context,
  entity: { readonly id: number; readonly acronym: string },
  people: Colleagues,
  {
    change,
    on,
    isAddedAgain,
  }: { readonly change: number; readonly on: Day | null; readonly isAddedAgain?: boolean },
): Block | undefined {
  const { acronym } = entity
  const by = context.caller.name
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
              ? isAddedAgain
                ? rich`${acronym} is in use again: ${by} added it to the directory again.`
                : rich`${acronym} is in use again, and so are the seats that ended with it: ${by} took that back.`
              : rich`${acronym} is retired from ${formatDay(on)} on, by a change of ${by}; its seats in working groups end with it.`,
          ),
          { as: `one of those who stand for ${acronym}`, otherwise: 'Is that wrong? Tell the secretariat.' },
          false,
        ),
      ),
    })),
  )
  return toldLine(people.map(({ name }) => name))
}
