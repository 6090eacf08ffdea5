import type { WorkItem } from '../../../db/report/workItems.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { block, button, type Message, message, type Rich, rich } from '../../../src/core/message.ts'
import type { GroupRef } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { undoButton } from '../../records/undoChange.ts'

const mostButtons = 4

interface Done {
  readonly done: string
  readonly undo: { readonly item: number; readonly change: number }
  /** Who is told. */
  readonly told: string | undefined
}

/** A group's plan of a year, with what its reader may do with it. */
export function planCard(
  { caller, today }: Pick<Context, 'caller' | 'today'>,
  wg: GroupRef,
  year: number,
  items: readonly WorkItem[],
  done?: Done,
): Message {
  const open = items.filter(isOpen)
  const late = open.filter(({ dueOn }) => dueOn !== null && dueOn < today)
  const chair = leads(caller, wg.id)
  const values = { wg: wg.acronym, year: String(year) }
  const state =
    items.length === 0
      ? 'nothing is planned yet'
      : `${counted(items.length, 'item')}, ${items.filter(({ status }) => status === 'done').length} done${late.length === 0 ? '' : `, ${late.length} overdue`}`
  return message(
    rich`${done ? `${done.done}. ` : ''}Work plan of ${wg.acronym} for ${year}: ${state}.`,
    items.length > 0 ? block.list(items.map((item) => workLine(item, today))) : undefined,
    done?.told === undefined ? undefined : block.text(done.told),
    block.buttons(
      ...open
        .filter((item) => chair || (item.entityId !== null && item.entityId === caller.entityId))
        .slice(0, mostButtons)
        .map(({ id }) =>
          button(`WP${id} is done`, 'report plan', { wg: wg.acronym, item: `WP${id}`, status: 'done' }),
        ),
      ...(chair ? [{ ...button('Add an item', 'report plan', values), ask: true }] : []),
      button('The year before', 'report plan', { wg: wg.acronym, year: String(year - 1) }),
      button('The year after', 'report plan', { wg: wg.acronym, year: String(year + 1) }),
      ...(done ? [undoButton('report undo', { item: `WP${done.undo.item}` }, done.undo.change)] : []),
    ),
  )
}

function isOpen({ status }: WorkItem): boolean {
  return status === 'planned' || status === 'under way'
}

/** `WP3 A paper on drones (OPCW, due 30 Jun 2027): under way`. */
function workLine(item: WorkItem, today: Day): Rich {
  const facts = [item.entity, item.dueOn === null ? null : `due ${formatDay(item.dueOn)}`]
  const text = facts.filter((fact) => fact !== null).join(', ')
  const late = isOpen(item) && item.dueOn !== null && item.dueOn < today ? ', overdue' : ''
  return rich`WP${item.id} ${item.what}${text === '' ? '' : ` (${text})`}: ${item.status}${late}`
}
