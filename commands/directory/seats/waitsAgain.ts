import type { RecordedChange } from '../../../db/directory/edit/changes.ts'
import { secretariatPeople } from '../../../db/directory/people.ts'
import { type Nominee, reopenNomination } from '../../../db/directory/seats/nominations.ts'
import { type Block, type Button, block, button, message, rich } from '../../../src/core/message.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'

/** What the secretariat may do with a nomination that waits. */
export function decisionButtons(id: number): readonly Button[] {
  return [
    button('Confirm', 'directory nominee confirm', { nomination: `N${id}` }, 'primary'),
    { ...button('Decline', 'directory nominee decline', { nomination: `N${id}` }, 'danger'), ask: true },
  ]
}

/** A nomination whose confirmation was taken back. */
export type Reopened = NonNullable<Awaited<ReturnType<typeof reopened>>>

/** The nomination that waits again, now that the filling of a seat is taken back; undefined where there was none. */
export async function reopened({ db }: Context, { after, recordedAt }: RecordedChange) {
  const { groupId, entityId, seat, personId } = after
  const nominee = { groupId, entityId, seat, personId } as Pick<
    Nominee,
    'groupId' | 'entityId' | 'seat' | 'personId'
  >
  return reopenNomination(db, nominee, recordedAt)
}

/** Tells the others of the secretariat that a nomination waits for them again, and says so to the caller. */
export async function tellWaitsAgain(
  context: Context,
  { id, groupId, fromOn }: Reopened,
  told: {
    readonly change: number
    readonly name: string
    readonly seat: string
    readonly heard: readonly number[]
  },
): Promise<readonly Block[]> {
  const { caller } = context
  const { change, name, seat, heard } = told
  const others = (await secretariatPeople(context.db)).filter(
    (one) => one !== caller.personId && !heard.includes(one),
  )
  context.notify(
    others.map((personId) => ({
      key: `nomination:${id}:back:${change}:${personId}`,
      personId,
      kind: 'nomination',
      subject: `group:${groupId}`,
      message: message(
        rich`N${id} waits for the secretariat again, since ${caller.name} took its confirmation back: ${name} for the ${seat} from ${formatDay(fromOn)} on.`,
        block.buttons(...decisionButtons(id)),
      ),
    })),
  )
  return [
    block.text(`N${id} waits for the secretariat again, as before.`),
    ...(caller.isSecretariat ? [block.buttons(...decisionButtons(id))] : []),
  ]
}
