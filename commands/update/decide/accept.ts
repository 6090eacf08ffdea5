import { clearancesOf } from '../../../db/newsletter/clearance/clearances.ts'
import { setUpdateStatus } from '../../../db/newsletter/decideUpdates.ts'
import { lockUpdate, type Update } from '../../../db/newsletter/updates.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, type Button, block, button, headed, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { line } from '../../../src/newsletter/compose/changes.ts'
import { type Context, command, found, type Question } from '../../define.ts'
import { askWhereMany } from '../../records/askWhereMany.ts'
import { whoClears } from '../clear/clear.ts'
import { leftOutOfPrint } from '../printed/onceIssued.ts'
import { nextButton, tellPerson, undoButton } from '../tell.ts'
import { learnFromDecisions } from './learn.ts'
import { waitingMeant } from './waitingMeant.ts'

export const accept = command({
  name: 'accept',
  about: 'Accept one, several or all waiting updates for the newsletter; their authors are told',
  options: {
    update: required(
      option.text({ about: 'U12, several as U12,U14, or all that wait', max: 700, prefix: 'U' }),
    ),
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  examples: ['/update accept U1', '/update accept U1,U2', '/update accept all'],
  async run(context, { update: typed }) {
    const ids = await waitingMeant(context, typed)
    const updates: Update[] = []
    for (const id of ids) updates.push(found(await lockUpdate(context.db, id), `update U${id}`))
    const undecided = updates.filter(({ status }) => status === 'proposed' || status === 'returned')
    const uncleared = await unclearedOf(context, undecided)
    const waiting = undecided.filter(({ id }) => !uncleared.has(id))
    const settled = [
      ...updates
        .filter((update) => !undecided.includes(update))
        .map(({ id, status }) => `U${id} is ${status}${status === 'accepted' ? ' already' : ''}`),
      ...uncleared.values(),
    ]
    if (waiting.length === 0)
      throw new UserError(`${settled.join('; ')}; nothing was changed.`, {
        buttons: [...clearButtons(uncleared), ...restoreButtons(updates)],
      })
    const asked = await questionOf(context, waiting)
    if (asked) return asked
    const done: Accepted[] = []
    for (const update of waiting) done.push(await acceptOne(context, update))
    const changes = done.map(({ change }) => change)
    const leftOut = done.flatMap((one) => one.leftOut)
    await learnFromDecisions(context)
    const [first] = waiting
    if (first && waiting.length === 1 && settled.length === 0)
      return message(
        rich`Accepted U${first.id}: ${shorten(line(first), 100)}`,
        ...leftOut,
        block.buttons(undoButton(first.id, changes[0] ?? 0), nextButton),
      )
    const numbers = waiting.map(({ id }) => `U${id}`).join(',')
    return message(
      `Accepted ${counted(waiting.length, 'update')}; their authors are told.`,
      block.list(waiting.map(lineOf)),
      settled.length > 0 ? block.text(`${settled.join('; ')}.`) : undefined,
      ...leftOut,
      block.buttons(button('Undo', 'update undo', { update: numbers, change: changes.join(',') })),
    )
  },
})

/** A withdrawn update can be restored first, so the refusal offers that. */
function restoreButtons(updates: readonly Update[]): readonly Button[] {
  return updates
    .filter(({ status }) => status === 'withdrawn')
    .slice(0, 3)
    .map(({ id }) => button(`Restore U${id}`, 'update restore', { update: `U${id}` }))
}

/** What the updates that wait for clearance wait for, by their numbers. */
export async function unclearedOf(
  { db }: Context,
  updates: readonly Pick<Update, 'id'>[],
): Promise<ReadonlyMap<number, string>> {
  const wanted = await clearancesOf(
    db,
    updates.map(({ id }) => id),
  )
  const open = wanted.filter(({ at }) => at === null)
  return new Map(open.map((one) => [one.id, `U${one.id} waits for clearance by ${whoClears(one)}`]))
}

/** The secretariat may clear for others, and says so by a press of its own. */
export function clearButtons(uncleared: ReadonlyMap<number, string>): readonly Button[] {
  return [...uncleared.keys()]
    .slice(0, 3)
    .map((id) => button(`Clear U${id}`, 'update clear', { update: `U${id}` }))
}

interface Accepted {
  /** The running number of the change. */
  readonly change: number
  /** That its issue is published without it, if so. */
  readonly leftOut: readonly Block[]
}

/** Accepts an update and tells its author. */
export async function acceptOne(context: Context, update: Update): Promise<Accepted> {
  const { id, authorId } = update
  const change = await setUpdateStatus(context.db, {
    id,
    status: 'accepted',
    comment: null,
    by: context.caller.personId,
  })
  context.about(`update:${id}`)
  const leftOut = await leftOutOfPrint(context, update)
  const notice = headed(
    'Update accepted',
    message(rich`Your update U${id} was accepted for the newsletter: ${line(update)}`, leftOut?.toAuthor),
  )
  tellPerson(context, update, change, { personId: authorId, kind: 'accepted' }, notice)
  return { change, leftOut: leftOut?.blocks ?? [] }
}

/** Shows what would be accepted before many authors are written to. */
function questionOf(context: Context, updates: readonly Update[]): Promise<Question | undefined> {
  const authors = new Set(updates.map(({ authorId }) => authorId))
  const people = [...authors].map((personId) => ({ personId }))
  return askWhereMany(context, people, {
    what: `Accept ${counted(updates.length, 'update')} and tell ${counted(authors.size, 'author')}?`,
    more: [block.list(updates.map(lineOf))],
    yes: 'Accept them',
    values: { update: updates.map(({ id }) => `U${id}`).join(',') },
  })
}

function lineOf({ id, entity, author, text }: Update) {
  return rich`U${id} ${entity ?? author}: ${shorten(text, 80)}`
}
