import { lockPart, type ReportPart, reportParts, submittedParts } from '../../db/report/parts.ts'
import { workItemById, workItems, workPlan } from '../../db/report/workItems.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { leads } from '../../src/core/feature/caller.ts'
import { type Block, block, button, message, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { type Context, command, found } from '../define.ts'
import { undoButton, undoChange, whichChange } from '../records/undoChange.ts'
import { toldLine } from '../wg/told/toldLine.ts'
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
    const before = (await submittedParts(db, of, wg.id)).find((one) => one.id === id)
    const saved = await undoChange(context, reportParts, { recordId: id, number }, () => undefined)
    context.about(`report:${wg.id}:${of}`)
    const after = (await submittedParts(db, of, wg.id)).find((one) => one.id === id)
    const told = tellAuthors(context, wg.acronym, { before, after, change: saved.change })
    const values = { wg: wg.acronym, year: String(of) }
    const gone = saved.after.removed === true
    return message(
      rich`“${heading}” of ${wg.acronym} for ${of} is ${gone ? 'not submitted any more' : 'as it was before'}.`,
      gone || !saved.after.body ? undefined : block.text(saved.after.body),
      told,
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

/** Tells whoever wrote what is taken back, and whose words stand again; says to the caller who is told. */
function tellAuthors(
  { caller, notify }: Context,
  group: string,
  {
    before,
    after,
    change,
  }: {
    readonly before: ReportPart | undefined
    readonly after: ReportPart | undefined
    readonly change: number
  },
): Block | undefined {
  const authors = new Map<number, { readonly part: ReportPart; readonly isBack: boolean }>()
  if (before) authors.set(before.byId, { part: before, isBack: false })
  if (after && after.byId !== before?.byId) authors.set(after.byId, { part: after, isBack: true })
  authors.delete(caller.personId)
  notify(
    [...authors].map(([personId, { part, isBack }]) => ({
      key: `report-undone:${part.id}:${change}:${personId}`,
      personId,
      kind: 'report',
      subject: `report:${part.groupId}:${part.year}`,
      message: message(
        isBack
          ? rich`${caller.name} took back what had replaced your words for ${group} under “${part.heading}” in the report on ${part.year}: they stand again.`
          : rich`${caller.name} took back what you wrote for ${group} under “${part.heading}” in the report on ${part.year}.`,
        block.text(part.body),
        block.buttons(button('The whole report', 'report show', { wg: group, year: String(part.year) })),
      ),
    })),
  )
  return toldLine([...authors.values()].map(({ part }) => part.by))
}
