import type { ActionItem, Owner } from '../../../db/meetings/record/actionRows.ts'
import { handOver, lockAction, ownersOf } from '../../../db/meetings/record/actions.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { type Day, dayOf, formatDay, isDay } from '../../../src/core/time/day.ts'
import { dayAfter } from '../../../src/core/time/phrases/longer.ts'
import { type Context, command, found } from '../../define.ts'
import { actionLine } from '../agenda/card.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { ownerKey, ownerKeyed, ownerText, readOwner, refuseStranger } from './owner.ts'
import { tellFormerOwners, tellOfAction } from './tellOfAction.ts'
import { tellOwners } from './tellOwners.ts'

function untilWhen(id: number, dueOn: Day | null): UserError {
  const stands = dueOn === null ? 'has no due day' : `is due on ${formatDay(dueOn)}`
  return new UserError(`Until when? A${id} ${stands}; say “A${id} by 20 December”. Nothing was changed.`, {
    option: 'due',
    choices:
      dueOn === null
        ? []
        : ['1 week', '2 weeks'].map((more) => ({ label: `${more} more`, value: `+${more}` })),
  })
}

export const handOverAction = command({
  group: 'action',
  name: 'hand-over',
  about: 'Give an action to another owner, who is told',
  options: {
    action: required(option.record({ about: 'A3', prefix: 'A' })),
    owner: required(
      option.text({
        about: 'An entity, a person, me, the chair, or nobody',
        max: 100,
        names: ['entity', 'person'],
      }),
    ),
    due: option.dueDayOrLonger({ about: 'The new due day, or +1 week' }),
    from: option.text({ about: 'Who has it, as an undo says', max: 100, onlyPressed: true }),
    back: option.text({ about: 'Whose it was until when, as an undo says', max: 100, onlyPressed: true }),
  },
  access: anyone,
  onlyFor: 'the owner, members of the group, and the secretariat',
  audience: 'room',
  changes: true,
  examples: ['/meeting action hand-over A1 owner:CTED'],
  async run(context, { action: id, owner, due: typed, from, back }) {
    const { db, now } = context
    const before = found(await lockAction(db, id), `action A${id}`)
    refuseStranger(context, before)
    if (before.status === 'done') throw new UserError(`A${id} is done already; reopen it first.`)
    if (from !== undefined && from !== standing(before))
      throw new UserError(`${actionLine(before)} was changed since, so it stays. Nothing was changed.`)
    const today = dayOf(now, before.zone)
    if (typeof typed === 'object' && before.dueOn === null)
      throw new UserError(`A${id} has no due day yet; give one, such as “15 December”.`, { option: 'due' })
    const due = typed === undefined ? undefined : dayAfter(before.dueOn ?? today, typed)
    if (due !== undefined && due < today && due !== before.dueOn)
      throw new UserError(`${formatDay(due)} has passed; give a day ahead.`, { option: 'due' })
    const stays = keepsOwner.test(owner)
    if (stays && typed === undefined && back === undefined) throw untilWhen(id, before.dueOn)
    const undone = back === undefined ? undefined : stoodAs(back)
    const owned = undone ?? (stays ? before : await readOwner(context, owner))
    const dueOn = undone ? undone.dueOn : (due ?? before.dueOn)
    const sameOwner = ownerKey(owned) === ownerKey(before)
    if (sameOwner && dueOn === before.dueOn)
      throw new UserError(`A${id} is theirs already, due the same day; nothing was changed.`)
    const { ownerPerson, ownerEntity, ownerRole } = owned
    const former = await ownersOf(db, id, now)
    await handOver(db, id, { ownerPerson, ownerEntity, ownerRole, dueOn }, now)
    const after = found(await lockAction(db, id), `action A${id}`)
    context.about(`meeting:${after.meetingId}`)
    await noteInHistory(
      context,
      after.meetingId,
      stays
        ? rich`Changed the due day: ${actionLine(after)}.`
        : rich`Handed over the action ${actionLine(after)}.`,
    )
    const told = sameOwner
      ? [tellOfAction(context, after, { owners: former, news: { kind: 'due', from: before.dueOn } })]
      : await tellOfHandover(context, { before, after, former })
    return message(
      stays ? rich`Changed: ${actionLine(after)}.` : rich`Handed over: ${actionLine(after)}.`,
      ...told,
      block.buttons(
        button(stays ? 'Undo: as before' : 'Undo: give it back', 'meeting action hand-over', {
          action: `A${id}`,
          owner: ownerText(before),
          from: standing(after),
          back: standing(before),
        }),
      ),
    )
  },
})

/** Tells those who own an action from now on, and those who did until now. */
async function tellOfHandover(
  context: Context,
  {
    before,
    after,
    former,
  }: { readonly before: ActionItem; readonly after: ActionItem; readonly former: readonly number[] },
): Promise<readonly (Block | undefined)[]> {
  const given = await tellOwners(context, after, context.caller.name)
  const present = await ownersOf(context.db, after.id, context.now)
  return [given, tellFormerOwners(context, { before, after }, { former, present })]
}

/** Keeps the present owner, where only the day changes. */
const keepsOwner = /^(?:same|unchanged|as before)$/i

/** Who has an action until when, as the button that takes a change back says it. */
function standing(action: ActionItem): string {
  return `${ownerKey(action)} ${action.dueOn ?? ''}`.trim()
}

/** The inverse; undefined for any other text. */
function stoodAs(text: string): (Owner & Pick<ActionItem, 'dueOn'>) | undefined {
  const [key = '', day] = text.split(' ')
  const owner = ownerKeyed(key)
  return owner && { ...owner, dueOn: day !== undefined && isDay(day) ? day : null }
}
