import { lockPart, reportParts } from '../../db/report/parts.ts'
import { workItemById, workItems, workPlan } from '../../db/report/workItems.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { leads } from '../../src/core/feature/caller.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { type Context, command, found } from '../define.ts'
import { undoButton, undoChange, whichChange } from '../records/undoChange.ts'
import { headings } from './headings.ts'
import { year } from './plan/plan.ts'
import { planCard } from './plan/shown.ts'
import { tellDoers } from './plan/tellDoers.ts'

export const undoReport = command({
  name: 'undo',
  about: 'Take back a change of a work plan (item:) or of a heading (wg:, year: and heading:)',
  options: {
    item: option.record({ about: 'An item of a work plan, e.g. WP3', prefix: 'WP' }),
    wg: option.group({ about: 'The working group of the report' }),
    year,
    heading: option.choice({ about: 'The heading of the report', choices: headings }),
    change: whichChange,
  },
  access: anyone,
  changes: true,
  examples: ['/report undo WP1', '/report undo wg:ETCIP year:2026 heading:challenges'],
  async run(context, { item, wg, year: of, heading, change: number }) {
    const { db, caller } = context
    if (item !== undefined) {
      const before = found(await workItemById(db, item), `item WP${item}`)
      const saved = await undoChange(context, workItems, { recordId: item, number }, (own) => {
        // The entity that does an item says how it stands.
        const does = [before.entityId, own?.entityId].some((id) => id !== null && id === caller.entityId)
        if (!own || !does) refuseStranger(context, before.groupId, before.group)
      })
      context.about(`work-item:${item}`)
      const ref = { id: before.groupId, acronym: before.group, name: before.group }
      const after = found(await workItemById(db, item), `item WP${item}`)
      return planCard(context, ref, before.year, await workPlan(db, before.groupId, before.year), {
        done: `WP${item} is ${after.removed ? 'taken out again' : 'as it was before'}`,
        undo: { item, change: saved.change },
        told: await tellDoers(context, { before, after, change: saved.change }),
      })
    }
    if (!wg || of === undefined || heading === undefined)
      throw new UserError('Say what is to be taken back: item:WP3, or wg:, year: and heading: of a report.')
    refuseStranger(context, wg.id, wg.acronym)
    const id = await lockPart(db, { groupId: wg.id, year: of, heading })
    const saved = await undoChange(context, reportParts, { recordId: id, number }, () => undefined)
    context.about(`report:${wg.id}:${of}`)
    const values = { wg: wg.acronym, year: String(of) }
    const gone = saved.after.removed === true
    return message(
      rich`“${heading}” of ${wg.acronym} for ${of} is ${gone ? 'not submitted any more' : 'as it was before'}.`,
      gone || !saved.after.body ? undefined : block.text(saved.after.body),
      block.buttons(
        button('The whole report', 'report show', values),
        undoButton('report undo', { ...values, heading }, saved.change),
      ),
    )
  },
})

function refuseStranger({ caller }: Context, groupId: number, acronym: string): void {
  if (leads(caller, groupId)) return
  throw new UserError(`Only the chairs of ${acronym} and the secretariat may take that back.`)
}
