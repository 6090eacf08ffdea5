import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { type Placed, type Plan, planOf, sectionsOf } from '../../../src/newsletter/plan.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import { command } from '../../define.ts'
import { refuseRemoved } from '../../update/write/removedSection.ts'
import { changePlan } from './changePlan.ts'
import { changesHere } from './planHere.ts'

export const heads = ['leadership', 'guidance', 'joint'] as const

export const headPlan = command({
  name: 'head',
  group: 'plan',
  about: 'The heading of a part of the newsletter; “standing” for the original one',
  options: {
    part: required(option.choice({ about: 'Which part', choices: heads })),
    title: required(option.text({ about: 'Its title', max: 120 })),
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan head joint title:"Working together"'],
  async run(context, { part, title }) {
    const changes = await changesHere(context.db)
    const { [part]: before, ...others } = changes.titles ?? {}
    const isStanding = /^standing$/i.test(title.trim())
    const now = { ...changes, titles: isStanding ? others : { ...others, [part]: title.trim() } }
    await changePlan(context, now)
    return message(
      rich`The part ${part} is headed “${planOf(now).sections.find(({ key }) => key === part)?.title ?? part}” from now on.`,
      block.buttons(
        button('Undo', 'newsletter plan head', { part, title: before ?? 'standing' }),
        button('The whole plan', 'newsletter plan show'),
      ),
    )
  },
})

export const placePlan = command({
  name: 'place',
  group: 'plan',
  about: 'Where a section is printed: its part and its place there',
  options: {
    section: required(option.section({ about: 'Which section' })),
    part: option.choice({ about: 'In which part; its present one by default', choices: heads }),
    before: option.section({ about: 'Before which section of that part; last by default' }),
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter plan place publications part:leadership before:key-issues'],
  async run(context, { section, part, before }) {
    const changes = await changesHere(context.db)
    const placed = placesIn(planOf(changes))
    const sections = sectionsOf(changes)
    refuseRemoved(sections, section)
    const was = placed.find(({ key }) => key === section)
    const next = placed.find(({ key }) => key === before)
    const under = part ?? next?.under ?? was?.under
    if (!was || under === undefined) throw new Error('every section has a place in the plan')
    if (before === section || (next && next.under !== under))
      throw new UserError(
        `“${sectionTitle(sections, before ?? section)}” is ${before === section ? 'the section itself' : `not in the part ${under}`}; nothing was changed.`,
        { option: 'before' },
      )
    const order = putBefore(placed, { key: was.key, under }, next)
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
        }),
      ),
    )
  },
})

/** Where each section of a plan stands, in printed order. */
export function placesIn({ sections }: Plan): readonly Placed[] {
  return sections.flatMap(({ key: under, subsections }) => subsections.map(({ key }) => ({ key, under })))
}

/** The order with a section before another one, or last of its part. Parts keep their order and their sections together. */
export function putBefore(
  placed: readonly Placed[],
  section: Placed,
  next: Placed | undefined,
): readonly Placed[] {
  const others = placed.filter(({ key }) => key !== section.key)
  const at = next ? others.indexOf(next) : others.length
  const order = others.toSpliced(at, 0, section)
  return heads.flatMap((head) => order.filter(({ under }) => under === head))
}
