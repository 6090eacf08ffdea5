import { changeRecord } from '../../../db/records/change.ts'
import {
  addWorkItem,
  type WorkFields,
  type WorkItem,
  workItemById,
  workItems,
  workPlan,
} from '../../../db/report/workItems.ts'
import { holdRow } from '../../../db/store/holdRow.ts'
import { memberOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { option, required } from '../../../src/core/option.ts'
import { partsOf } from '../../../src/core/time/day.ts'
import { type Context, command, found } from '../../define.ts'
import { planCard } from './shown.ts'
import { tellDoers } from './tellDoers.ts'

const statuses = ['planned', 'under way', 'done', 'dropped'] as const

/** What else people say of how an item stands. */
const statusWords = {
  'under way': ['underway', 'ongoing', 'in progress', 'started'],
  done: ['completed', 'complete', 'finished', 'implemented'],
  dropped: ['cancelled', 'canceled', 'abandoned'],
}

export const year = option.integer({ about: 'Which year; this one by default', min: 2018, max: 2100 })

export const plan = command({
  name: 'plan',
  about: 'A group’s work plan of a year: show it, add an item, or change one',
  heading: 'Work plan',
  options: {
    wg: required(option.group({ about: 'Which working group' })),
    add: option.text({ about: 'A new item: what is to be done', max: 500, multiline: true }),
    item: option.record({ about: 'The item to change, e.g. WP3', prefix: 'WP' }),
    text: option.text({ about: 'What that item says from now on', max: 500, multiline: true }),
    who: option.entity({ about: 'Which entity does it' }),
    due: option.dueDay({ about: 'By which day, e.g. 30 Jun or end of March' }),
    status: option.choice({ about: 'How it stands', choices: statuses, also: statusWords }),
    year,
  },
  access: memberOf('wg'),
  changes: true,
  examples: [
    '/report plan ETCIP',
    '/report plan ETCIP add:"A paper on drones" who:OPCW due:"30 Jun 2027" year:2027',
    '/report plan ETCIP item:WP1 status:done',
  ],
  async run(context, { wg, add, item, text, who, due, status, year: asked }) {
    const { db, caller, now, today } = context
    const given = {
      ...(text === undefined ? {} : { what: text }),
      ...(who === undefined ? {} : { entityId: who.id }),
      ...(due === undefined ? {} : { dueOn: due }),
      ...(status === undefined ? {} : { status }),
    }
    if (add !== undefined && item !== undefined)
      throw new UserError('Add a new item (add:) or change one (item:), one at a time. Nothing was changed.')
    if (add === undefined && item === undefined && Object.keys(given).length > 0)
      throw new UserError('Say which item is to be changed (item:), or what is to be added (add:).', {
        option: 'item',
      })
    const of = asked ?? partsOf(today)[0]
    if (item !== undefined) {
      const before = await itemOf(context, wg.id, item)
      refuseOthers(context, before, given)
      const saved = await changeRecord(db, workItems, item, given, { by: caller.personId, now })
      if (!saved) throw new UserError(`WP${item} says that already; give text:, who:, due: or status:.`)
      context.about(`work-item:${item}`)
      const after = await itemOf(context, wg.id, item)
      return planCard(context, wg, before.year, await workPlan(db, wg.id, before.year), {
        done: `Changed WP${item}`,
        undo: { item, change: saved.change },
        told: await tellDoers(context, { before, after, change: saved.change }),
      })
    }
    if (add === undefined) return planCard(context, wg, of, await workPlan(db, wg.id, of))
    if (!leads(caller, wg.id))
      throw new UserError(`Only the chairs of ${wg.acronym} and the secretariat add to its work plan.`)
    await refuseTwin(context, wg.id, of, { what: add, entityId: who?.id ?? null, dueOn: due ?? null })
    const added = await addWorkItem(
      db,
      {
        groupId: wg.id,
        year: of,
        what: add,
        entityId: who?.id ?? null,
        dueOn: due ?? null,
        status: status ?? 'planned',
      },
      { by: caller.personId, now },
    )
    context.about(`work-item:${added.id}`)
    const after = await itemOf(context, wg.id, added.id)
    return planCard(context, wg, of, await workPlan(db, wg.id, of), {
      done: `Added WP${added.id}`,
      undo: { item: added.id, change: added.change },
      told: await tellDoers(context, { before: undefined, after, change: added.change }),
    })
  },
})

async function itemOf({ db }: Context, groupId: number, id: number): Promise<WorkItem> {
  const item = await workItemById(db, id)
  return found(
    item && !item.removed && item.groupId === groupId ? item : undefined,
    `item WP${id} in this plan`,
  )
}

/** Raises `UserError` for an item that stands in the plan already, as where a line is sent twice, also at once. */
async function refuseTwin(
  { db }: Context,
  groupId: number,
  year: number,
  { what, entityId, dueOn }: Pick<WorkFields, 'what' | 'entityId' | 'dueOn'>,
): Promise<void> {
  await holdRow(db, 'workingGroups', groupId)
  const twin = (await workPlan(db, groupId, year)).find(
    (one) => one.what === what && one.entityId === entityId && one.dueOn === dueOn,
  )
  if (twin) throw new UserError(`WP${twin.id} says that already; nothing was added.`)
}

/** Chairs change everything; the people of the entity that does it say how it stands. Raises `UserError`. */
function refuseOthers({ caller }: Context, item: WorkItem, given: Partial<WorkFields>): void {
  if (leads(caller, item.groupId)) return
  const onlyStatus = Object.keys(given).every((name) => name === 'status')
  if (onlyStatus && item.entityId !== null && item.entityId === caller.entityId) return
  throw new UserError(
    `Only the chairs of ${item.group} and the secretariat change its work plan; the entity that does an item may say how it stands.`,
  )
}
