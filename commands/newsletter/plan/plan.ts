import { recordFigure } from '../../../db/report/recordFigure.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, bold, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { list } from '../../../src/core/text/list.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { type Plan, type PrintedDetail, planOf, sectionsOf } from '../../../src/newsletter/plan.ts'
import { figuresInPlace } from '../../../src/newsletter/plannedFigures.ts'
import { newsletterName } from '../../../src/newsletter/render/title.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import { command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { markedFigure, standingFigure, undoOfFigure } from '../../records/standingFigure.ts'
import { changePlan } from './changePlan.ts'
import { figuresStored, labelOf } from './figures.ts'
import { changesHeld, changesHere } from './planHere.ts'

export const showPlan = command({
  name: 'show',
  group: 'plan',
  about: 'The newsletter’s name, its sections in order, and its figures',
  heading: 'Plan of the newsletter',
  options: {},
  access: secretariat,
  examples: ['/newsletter plan show'],
  async run(context) {
    const changes = await changesHere(context.db)
    const plan = planOf(changes)
    const figures = await figuresStored(context)
    const removed = sectionsOf(changes).filter(({ isRemoved }) => isRemoved)
    return message(
      `The newsletter${plan.framework === null ? ' has no framework’s name' : ` of the ${plan.framework}`}.`,
      ...parts(plan),
      removed.length > 0
        ? block.text(`Removed: ${removed.map(({ key, title }) => `${title} (${key})`).join('; ')}.`)
        : undefined,
      block.heading(plan.figuresTitle),
      block.list(
        figuresInPlace(figures, plan).map(
          (one) => rich`${labelOf(one, figures)} (${one.key})${one.hidden ? ', not printed' : ''}`,
        ),
      ),
      plan.closing === null ? undefined : block.heading(plan.closing.title),
      plan.closing === null ? undefined : block.text(plan.closing.text),
      block.text('What was published stays as it was printed.'),
      block.buttons(
        { ...button('Add a section', 'newsletter plan add'), ask: true },
        { ...button('Remove a section', 'newsletter plan remove'), ask: true },
        { ...button('Add a part', 'newsletter plan add-part'), ask: true },
        { ...button('Closing words', 'newsletter plan closing'), ask: true },
        ...removed
          .slice(0, 3)
          .map(({ key, title }) =>
            button(`Bring back ${shorten(title, 40)}`, 'newsletter plan restore', { section: key }),
          ),
      ),
    )
  },
})

/** Each part with its sections, in printed order. */
function parts({ sections }: Plan): readonly Block[] {
  return sections.flatMap(({ key, title, subsections }) => {
    const live = subsections.filter(({ isRemoved }) => !isRemoved)
    return [
      block.text(
        rich`${bold(title)} (${key})${live.length === 0 ? ': no section yet, so it is not printed' : ''}`,
      ),
      ...(live.length === 0
        ? []
        : [block.list(live.map((one) => `${one.title} (${one.key}), ${printsWords(one.prints)}`))]),
    ]
  })
}

/** What its items print beside their text, in words. */
export function printsWords(prints: readonly PrintedDetail[]): string {
  return prints.length === 0 ? 'without date or link' : `with ${list(prints, 'and')}`
}

const wholePlan = button('The whole plan', 'newsletter plan show')

export const namePlan = command({
  name: 'name',
  group: 'plan',
  about: 'The framework’s name, printed before “newsletter” in every title; “none” for no name',
  options: {
    name: required(option.text({ about: 'E.g. Counter-Terrorism Compact', max: 100 })),
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan name "Counter-Terrorism Compact"'],
  async run(context, { name, undoes }) {
    const changes = await changesHeld(context.db)
    const { framework, ...others } = changes
    const stands =
      framework === undefined ? 'It has no framework’s name.' : `It is called ${newsletterName(framework)}.`
    refuseOverruled(undoes, framework, stands, [wholePlan])
    const after = /^none$/i.test(name.trim()) ? undefined : name.trim()
    await changePlan(context, after === undefined ? others : { ...others, framework: after })
    return message(
      after === undefined
        ? 'The newsletter no longer has a framework’s name.'
        : rich`The newsletter is called ${newsletterName(after)} now.`,
      block.buttons(
        button('Undo', 'newsletter plan name', {
          name: framework ?? 'none',
          undoes: undoesOf(after, framework, stands, [wholePlan]),
        }),
      ),
    )
  },
})

export const titlePlan = command({
  name: 'title',
  group: 'plan',
  about: 'The printed title of a section; “standing” for the original one',
  options: {
    section: required(option.section({ about: 'Which section' })),
    title: required(option.text({ about: 'Its title', max: 120 })),
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan title publications title:"Further reading"'],
  async run(context, { section, title, undoes }) {
    const changes = await changesHeld(context.db)
    const { [section]: before, ...others } = changes.titles ?? {}
    const stands = `The section ${section} is printed as “${sectionTitle(sectionsOf(changes), section)}”.`
    refuseOverruled(undoes, before, stands, [wholePlan])
    const after = /^standing$/i.test(title.trim()) ? undefined : title.trim()
    const now = { ...changes, titles: after === undefined ? others : { ...others, [section]: after } }
    await changePlan(context, now)
    return message(
      rich`The section ${section} is printed as “${sectionTitle(sectionsOf(now), section)}” from now on.`,
      block.buttons(
        button('Undo', 'newsletter plan title', {
          section,
          title: before ?? 'standing',
          undoes: undoesOf(after, before, stands, [wholePlan]),
        }),
      ),
    )
  },
})

export const figurePlan = command({
  name: 'figure',
  group: 'plan',
  about: 'Record a figure of “In numbers” as it stood on a day',
  options: {
    key: required(option.text({ about: 'Its key, such as focalPoints or documents', max: 40 })),
    value: required(option.integer({ about: 'The number', min: 0, max: 1_000_000_000_000 })),
    label: required(option.text({ about: 'The printed label, such as Focal points', max: 80 })),
    on: option.day({ about: 'The day of the figure; today by default' }),
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan figure focalPoints value:1200 label:"Focal points"'],
  async run(context, { key, value, label, on, undoes }) {
    // A figure that was recorded by its name has that in its key.
    if (undoes === undefined && !/^[a-z][A-Za-z0-9]{1,39}$/.test(key)) {
      throw new UserError(`“${key}” is not a key: give letters without blanks, such as focalPoints.`, {
        option: 'key',
      })
    }
    const asOf = on ?? context.today
    if (asOf > context.today)
      throw new UserError(`${formatDay(asOf)} is ahead; a figure is recorded for a day that has come.`, {
        option: 'on',
      })
    const figure = { label: label.trim(), value }
    const before = await recordFigure(context.db, { ...figure, key, asOf })
    refuseOverruled(undoes, markedFigure(before), standingFigure(before, asOf))
    return message(
      rich`Recorded for ${formatDay(asOf)}: ${label.trim()}, ${value.toLocaleString('en')}. A second record of that day takes its place.`,
      block.buttons(undoOfFigure(key, asOf, { after: figure, before })),
    )
  },
})
