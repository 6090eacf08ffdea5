import { secretariat } from '../../../src/core/catalog.ts'
import { NothingGiven, UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { closingPart, figuresPart, type IssuePart, partsOf, readPart } from '../../../src/newsletter/parts.ts'
import {
  type PlacedSection,
  type Plan,
  type PlanChanges,
  planOf,
  sectionsOf,
} from '../../../src/newsletter/plan.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import { command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { refuseRemoved } from '../../update/write/removedSection.ts'
import { changePlan } from './changePlan.ts'
import { changesHeld } from './planHere.ts'

export const headPlan = command({
  name: 'head',
  group: 'plan',
  about: 'The heading of a part of the newsletter and its place; “standing” for the original heading',
  options: {
    part: required(option.text({ about: 'Which part', max: 120 })),
    title: option.text({ about: 'Its title', max: 120 }),
    before: option.text({ about: 'Before which part it is printed; “last” for the end', max: 120 }),
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  examples: [
    '/newsletter plan head joint title:"Working together"',
    '/newsletter plan head joint before:leadership',
    '/newsletter plan head figures title:"The Platform in numbers"',
  ],
  async run(context, { part: typed, title, before, undoes }) {
    const changes = await changesHeld(context.db)
    const parts = partsOf(changes)
    const part = readPart(typed, [...parts, figuresPart, closingPart])
    if (before !== undefined && !parts.includes(part))
      throw new UserError(
        `“${part.title}” keeps its place; the parts stand between the figures and the closing words.`,
        {
          option: 'before',
        },
      )
    if (title === undefined && before === undefined)
      throw new UserError(`Give a title: or a before: for the part “${part.title}”.`, { option: 'title' })
    const given = (of: PlanChanges) => [
      title === undefined ? null : (of.titles?.[part.key] ?? null),
      before === undefined ? null : partsOf(of).map(({ key }) => key),
    ]
    const stands = `It is headed “${part.title}”; the parts are: ${parts.map(({ key }) => key).join(', ')}.`
    refuseOverruled(undoes, given(changes), stands, [wholePlan])
    const { [part.key]: was, ...others } = changes.titles ?? {}
    const titles =
      title === undefined
        ? (changes.titles ?? {})
        : /^standing$/i.test(title.trim())
          ? others
          : { ...others, [part.key]: title.trim() }
    const follower = parts[parts.indexOf(part) + 1]
    const now = {
      ...(before === undefined ? changes : inOrder(changes, part, before)),
      titles,
    }
    await changePlan(context, now)
    const after = partsOf(now)
    const { figuresTitle, closing } = planOf(now)
    const heading = { [figuresPart.key]: figuresTitle, [closingPart.key]: closing?.title ?? title?.trim() }[
      part.key
    ]
    return message(
      rich`The part ${part.key} is headed “${heading ?? after.find(({ key }) => key === part.key)?.title ?? part.key}” from now on${before === undefined ? '.' : ', and the parts are printed in this order:'}`,
      before === undefined ? undefined : block.list(after.map((one) => `${one.title} (${one.key})`)),
      block.buttons(
        button('Undo', 'newsletter plan head', {
          part: part.key,
          ...(title === undefined ? {} : { title: was ?? 'standing' }),
          ...(before === undefined ? {} : { before: follower?.key ?? 'last' }),
          undoes: undoesOf(given(now), given(changes), stands, [wholePlan]),
        }),
        wholePlan,
      ),
    )
  },
})

const wholePlan = button('The whole plan', 'newsletter plan show')

/** The plan with a part before another one, or last. */
function inOrder(changes: PlanChanges, part: IssuePart, before: string): PlanChanges {
  const parts = partsOf(changes)
  const others = parts.filter(({ key }) => key !== part.key)
  const next = /^last$/i.test(before.trim()) ? undefined : readPart(before, parts, 'before')
  if (next?.key === part.key)
    throw new UserError(`“${part.title}” cannot stand before itself; nothing was changed.`, {
      option: 'before',
    })
  const at = next ? others.findIndex(({ key }) => key === next.key) : others.length
  return withPartOrder(
    changes,
    others.toSpliced(at, 0, part).map(({ key }) => key),
  )
}

/** The plan with its parts in an order; one that they have anyway is not kept. */
export function withPartOrder(changes: PlanChanges, order: readonly string[]): PlanChanges {
  const { partOrder: _, ...others } = changes
  const isStanding = order.length === 0 || partsOf(others).every(({ key }, at) => order[at] === key)
  return isStanding ? others : { ...others, partOrder: order }
}

export const placePlan = command({
  name: 'place',
  group: 'plan',
  about: 'Where a section is printed: its part and its place there',
  options: {
    section: required(option.section({ about: 'Which section' })),
    part: option.text({ about: 'In which part; its present one by default', max: 120 }),
    before: option.section({ about: 'Before which section of that part; last by default' }),
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan place publications part:leadership before:key-issues'],
  async run(context, { section, part: typed, before, undoes }) {
    const changes = await changesHeld(context.db)
    const parts = partsOf(changes)
    const part = typed === undefined ? undefined : readPart(typed, parts).key
    const placed = placesIn(planOf(changes))
    const sections = sectionsOf(changes)
    refuseRemoved(sections, section)
    if (typed === undefined && before === undefined)
      throw new NothingGiven(
        `Say where “${sectionTitle(sections, section)}” is to be printed: part: or before:. Nothing was changed.`,
      )
    const was = placed.find(({ key }) => key === section)
    const stands = `“${sectionTitle(sections, section)}” is printed in the part ${was?.under}.`
    refuseOverruled(undoes, besides(placed, section), stands, [wholePlan])
    const next = placed.find(({ key }) => key === before)
    const under = part ?? next?.under ?? was?.under
    if (!was || under === undefined) throw new Error('every section has a place in the plan')
    if (before === section || (next && next.under !== under))
      throw new UserError(
        `“${sectionTitle(sections, before ?? section)}” is ${before === section ? 'the section itself' : `not in the part ${under}`}; nothing was changed.`,
        { option: 'before' },
      )
    const order = putBefore(parts, placed, { key: was.key, under }, next)
    await changePlan(context, { ...changes, order })
    const follower = placed.slice(placed.indexOf(was) + 1).find((one) => one.under === was.under)
    return message(
      rich`“${sectionTitle(sections, section)}” is printed in the part ${under}${next ? ` before “${sectionTitle(sections, next.key)}”` : ', as its last section,'} from now on.`,
      block.list(
        order
          .filter(({ key }) => sections.some((one) => one.key === key && !one.isRemoved))
          .map(({ key, under: within }) => `${within}: ${sectionTitle(sections, key)}`),
      ),
      block.buttons(
        button('Undo', 'newsletter plan place', {
          section,
          part: was.under,
          ...(follower ? { before: follower.key } : {}),
          undoes: undoesOf(besides(order, section), besides(placed, section), stands, [wholePlan]),
        }),
      ),
    )
  },
})

/** Where a section stands: its part, with all that is in it, in their order. */
function besides(placed: readonly PlacedSection[], section: string): readonly string[] {
  const under = placed.find(({ key }) => key === section)?.under ?? ''
  return [under, ...placed.filter((one) => one.under === under).map(({ key }) => key)]
}

/** Where each section of a plan stands, in printed order. */
export function placesIn({ sections }: Plan): readonly PlacedSection[] {
  return sections.flatMap(({ key: under, subsections }) => subsections.map(({ key }) => ({ key, under })))
}

/** The order with a section before another one, or last of its part. Parts keep their order and their sections together. */
export function putBefore(
  parts: readonly IssuePart[],
  placed: readonly PlacedSection[],
  section: PlacedSection,
  next: PlacedSection | undefined,
): readonly PlacedSection[] {
  const others = placed.filter(({ key }) => key !== section.key)
  const at = next ? others.indexOf(next) : others.length
  const order = others.toSpliced(at, 0, section)
  return parts.flatMap(({ key }) => order.filter(({ under }) => under === key))
}
