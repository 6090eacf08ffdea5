import type { ActionItem } from '../../../db/meetings/record/actionRows.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, message, type Rich, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'
import { ownerName } from './owner.ts'
import { actionButtons } from './tellOwners.ts'

/** What became of an action that stays with those who own it. */
export type ActionNews =
  | { readonly kind: 'done'; readonly note: string | undefined }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'due'; readonly from: Day | null }

/** Tells those who own an action what somebody else did with it; says to the caller that they are told. */
export function tellOfAction(
  context: Context,
  action: ActionItem,
  { owners, news }: { readonly owners: readonly number[]; readonly news: ActionNews },
): Block | undefined {
  const people = othersOf(context, owners)
  const { id, turns } = action
  context.notify(
    people.map((personId) => ({
      key: `action-${news.kind}:${id}:${turns}:${news.kind}:${personId}`,
      personId,
      // A notice of the kind `action` loses its buttons once the action is done, which is what this one is about.
      kind: news.kind === 'done' ? 'action-changed' : 'action',
      subject: `meeting:${action.meetingId}`,
      message: withReason(
        message(
          newsWords(context, action, news),
          news.kind === 'done'
            ? block.buttons(
                button('Not done: open it again', 'meeting action done', { action: `A${id}`, reopen: 'yes' }),
              )
            : actionButtons(action, owners.length > 1),
        ),
        { as: ownerWords(action, personId), otherwise: speakTo(context) },
        false,
      ),
    })),
  )
  if (people.length === 0) return undefined
  return block.text(
    owners.length > 1
      ? `Those who own it are told: ${counted(people.length, 'person', 'people')}.`
      : 'Its owner is told.',
  )
}

/** Tells those who owned an action until now who owns it from now on; says to the caller that they are told. */
export function tellFormerOwners(
  context: Context,
  { before, after }: { readonly before: ActionItem; readonly after: ActionItem },
  { former, present }: { readonly former: readonly number[]; readonly present: readonly number[] },
): Block | undefined {
  const people = othersOf(context, former).filter((one) => !present.includes(one))
  context.notify(
    people.map((personId) => ({
      key: `action-left:${after.id}:${after.turns}:left:${personId}`,
      personId,
      kind: 'action-changed',
      subject: `meeting:${after.meetingId}`,
      message: withReason(
        message(
          givenWords(context, after, before.ownerPerson === personId ? 'yours' : `${ownerName(before)}’s`),
          block.buttons(button('Show the meeting', 'meeting show', { meeting: `M${after.meetingId}` })),
        ),
        { as: `${ownerWords(before, personId)} until now`, otherwise: speakTo(context) },
        false,
      ),
    })),
  )
  if (people.length === 0) return undefined
  return block.text(people.length === 1 ? 'Whoever had it is told.' : 'Those who had it are told.')
}

function othersOf({ caller }: Context, people: readonly number[]): readonly number[] {
  return people.filter((one) => one !== caller.personId)
}

function newsWords({ caller }: Context, action: ActionItem, news: ActionNews): Rich {
  const by = byWhom(caller, action.groupIds)
  const it = inFull(action)
  switch (news.kind) {
    case 'done':
      return rich`${by} marked ${it} as done${news.note === undefined ? '' : `: ${news.note}`}.`
    case 'reopened':
      return rich`${by} opened ${it} again: it is not done after all${action.dueOn === null ? '' : ` and is due ${formatDay(action.dueOn)}`}.`
    case 'due':
      if (action.dueOn === null) return rich`${by} took the due day of ${it} away.`
      return news.from === null
        ? rich`${by} set a due day for ${it}: ${formatDay(action.dueOn)}.`
        : rich`${by} moved the due day of ${it} from ${formatDay(news.from)} to ${formatDay(action.dueOn)}.`
  }
}

function givenWords({ caller }: Context, after: ActionItem, was: string): Rich {
  const by = byWhom(caller, after.groupIds)
  const it = rich`${inFull(after)}, which was ${was}`
  if (after.ownerPerson === caller.personId)
    return rich`${by} took over ${it}: nothing is left for you to do.`
  return after.ownerPerson === null && after.ownerEntity === null && after.ownerRole === null
    ? rich`${by} left ${inFull(after)} without an owner; until now it was ${was}.`
    : rich`${by} gave ${it}, to ${ownerName(after)}: nothing is left for you to do.`
}

/** `A3 Circulate the draft of M1 Quarterly (ETCIP)`. */
function inFull({ id, what, meetingId, meetingTitle, groupAcronym }: ActionItem): Rich {
  const group = groupAcronym === null ? '' : ` (${groupAcronym})`
  return rich`A${id} ${what} of M${meetingId} ${meetingTitle}${group}`
}

function ownerWords(action: ActionItem, personId: number): string {
  if (action.ownerPerson === personId) return 'its owner'
  return action.entityAcronym === null
    ? `among those who answer for what ${ownerName(action)} owns`
    : `at ${action.entityAcronym}, whose action it is`
}

function speakTo({ caller }: Context): string {
  return `Is that wrong? Speak to ${caller.name}.`
}
