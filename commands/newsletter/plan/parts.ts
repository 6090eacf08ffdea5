import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { list } from '../../../src/core/text/list.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { closingPart, figuresPart, partsOf, readPart } from '../../../src/newsletter/parts.ts'
import { type PlanChanges, planOf } from '../../../src/newsletter/plan.ts'
import { command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { freeKey } from './addToPlan.ts'
import { changePlan } from './changePlan.ts'
import { withPartOrder } from './layout.ts'
import { changesHeld } from './planHere.ts'

/** More would be a book. */
const mostParts = 12

export const addPartToPlan = command({
  name: 'add-part',
  group: 'plan',
  about: 'Add a part, a heading under which sections stand, or bring one back that was removed',
  options: {
    title: required(option.text({ about: 'Its printed title', max: 120 })),
    before: option.text({ about: 'Before which part; last by default', max: 120 }),
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan add-part "News from the field" before:guidance'],
  async run(context, { title: typed, before }) {
    const changes = await changesHeld(context.db)
    const { parts: own = [], removedParts = [] } = changes
    const live = partsOf(changes)
    const every = partsOf({ ...changes, removedParts: [] })
    const title = typed.trim()
    const known = every.find(({ key, title: name }) => [key, name].some((one) => fold(one) === fold(title)))
    if (known && !removedParts.includes(known.key))
      throw new UserError(`“${known.title}” is a part already; nothing was changed.`, { option: 'title' })
    if (!known && every.length >= mostParts)
      throw new UserError(`The plan has ${mostParts} parts and takes no more. Nothing was changed.`)
    const next = before === undefined ? undefined : readPart(before, live, 'before')
    const part = known ?? {
      key: freeKey(title, [
        figuresPart,
        closingPart,
        ...every,
        ...planOf(changes).sections.flatMap(({ subsections }) => subsections),
      ]),
      title,
    }
    const whole = known
      ? { ...changes, removedParts: removedParts.filter((key) => key !== known.key) }
      : { ...changes, parts: [...own, part] }
    const others = live.map(({ key }) => key)
    const order = next ? others.toSpliced(others.indexOf(next.key), 0, part.key) : undefined
    const now = order ? withPartOrder(whole, order) : whole
    await changePlan(context, now)
    return message(
      rich`“${part.title}” (${part.key}) is a part of the newsletter from now on; it is printed once it has a section.`,
      block.list(partsOf(now).map((one) => `${one.title} (${one.key})`)),
      block.buttons(
        button('Undo', 'newsletter plan remove-part', {
          part: part.key,
          undoes: undoesOf(part.title, undefined, `It is headed “${part.title}”.`),
        }),
        { ...button('Add a section', 'newsletter plan add', { part: part.key }), ask: true },
        { ...button('Place a section in it', 'newsletter plan place', { part: part.key }), ask: true },
      ),
    )
  },
})

export const removePartFromPlan = command({
  name: 'remove-part',
  group: 'plan',
  about: 'Remove a part that has no section; it can be brought back',
  options: { part: required(option.text({ about: 'Which part', max: 120 })), undoes: undoesOption },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan remove-part guidance'],
  async run(context, { part: typed, undoes }) {
    const changes = await changesHeld(context.db)
    const live = partsOf(changes)
    const part = readPart(typed, live)
    refuseOverruled(undoes, part.title, `It is headed “${part.title}”.`)
    const inside = (planOf(changes).sections.find(({ key }) => key === part.key)?.subsections ?? []).filter(
      ({ isRemoved }) => !isRemoved,
    )
    if (inside.length > 0)
      throw new UserError(
        `${list(
          inside.map(({ title }) => `“${title}”`),
          'and',
        )} ${inside.length === 1 ? 'stands' : 'stand'} in “${part.title}”. Place ${inside.length === 1 ? 'it' : 'them'} in another part first; nothing was changed.`,
        {
          buttons: inside.slice(0, 4).map(({ key, title }) => ({
            ...button(shorten(`Place ${title}`, 70), 'newsletter plan place', { section: key }),
            ask: true as const,
          })),
        },
      )
    if (live.length === 1)
      throw new UserError(`“${part.title}” is the last part of the newsletter; nothing was changed.`)
    const follower = live[live.indexOf(part) + 1]
    await changePlan(context, withoutPart(changes, part.key))
    return message(
      rich`“${part.title}” is not a part of the newsletter any more.`,
      block.buttons(
        button('Undo', 'newsletter plan add-part', {
          title: part.title,
          ...(follower ? { before: follower.key } : {}),
        }),
        button('The whole plan', 'newsletter plan show'),
      ),
    )
  },
})

/** A part of one's own goes for good, since nothing stands in it; a standing one can be brought back. */
function withoutPart(changes: PlanChanges, gone: string): PlanChanges {
  const { parts = [], removedParts = [], partOrder = [], titles = {} } = changes
  const { [gone]: _, ...others } = titles
  const left = parts.some(({ key }) => key === gone)
    ? { ...changes, parts: parts.filter(({ key }) => key !== gone), titles: others }
    : { ...changes, removedParts: [...removedParts, gone] }
  return withPartOrder(
    left,
    partOrder.filter((key) => key !== gone),
  )
}
