import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { closingPart, figuresPart, partsOf, readPart } from '../../../src/newsletter/parts.ts'
import { type PlanChanges, type PrintedDetail, planOf, sectionsOf } from '../../../src/newsletter/plan.ts'
import { isSectionKey, sectionTitle } from '../../../src/newsletter/sections.ts'
import { command } from '../../define.ts'
import { refuseRemoved } from '../../update/write/removedSection.ts'
import { changePlan } from './changePlan.ts'
import { placesIn, putBefore } from './layout.ts'
import { yesOrNo } from './needs.ts'
import { printsWords } from './plan.ts'
import { changesHeld } from './planHere.ts'

/** As many as a list of choices holds on every platform; the standing ones count. */
const mostSections = 25

export const addToPlan = command({
  name: 'add',
  group: 'plan',
  about: 'Add a section of your own to the newsletter',
  options: {
    title: required(option.text({ about: 'Its printed title', max: 120 })),
    part: option.text({
      about: 'The part of the newsletter that it goes into; the last one by default',
      max: 120,
    }),
    before: option.section({ about: 'Before which section of that part; last by default' }),
    like: option.section({
      about: 'A section whose kind of updates it takes, so that it is proposed for them',
    }),
    date: option.choice({ about: 'Whether its items print a date; yes by default', choices: yesOrNo }),
    link: option.choice({ about: 'Whether its items print a link; no by default', choices: yesOrNo }),
  },
  access: secretariat,
  changes: true,
  examples: [
    '/newsletter plan add "Trainings of the period" part:joint before:civil-society like:regional',
    '/newsletter plan add "Calls for contributions" part:guidance date:no link:yes',
  ],
  async run(context, { title: typed, part: named, before, like, date = 'yes', link = 'no' }) {
    const changes = await changesHeld(context.db)
    const known = sectionsOf(changes)
    const title = typed.trim()
    refuseTaken(known, title)
    const placed = placesIn(planOf(changes))
    const parts = partsOf(changes)
    const part = named === undefined ? undefined : readPart(named, parts).key
    const ofPart = known.filter(({ key }) =>
      placed.some((one) => one.key === key && (part === undefined || one.under === part)),
    )
    refuseRemoved([...ofPart, ...known.filter(({ isRemoved }) => isRemoved)], before, 'before')
    const next = placed.find(({ key }) => key === before)
    const under = part ?? next?.under ?? parts.at(-1)?.key ?? ''
    if (next && next.under !== under)
      throw new UserError(
        `“${sectionTitle(known, next.key)}” is not in the part ${under}; nothing was changed.`,
        { option: 'before', choices: ofPart.map(({ key, title }) => ({ label: title, value: key })) },
      )
    const headed = [...partsOf({ ...changes, removedParts: [] }), figuresPart, closingPart]
    const key = freeKey(title, [...known, ...headed])
    const near = likeness(changes, like)
    const prints: readonly PrintedDetail[] = [
      ...(date === 'yes' ? (['date'] as const) : []),
      ...(link === 'yes' ? (['link'] as const) : []),
    ]
    await changePlan(context, {
      ...changes,
      own: [...(changes.own ?? []), { key, title, under, ...(near === null ? {} : { like: near }) }],
      prints: { ...changes.prints, [key]: prints },
      order: putBefore(parts, placed, { key, under }, next),
    })
    return message(
      rich`“${title}” (${key}) is a section of the part ${under} from now on, ${printsWords(prints)}.`,
      block.text(
        near === null
          ? 'It is offered for every update; which ones belong there is learned from what you move to it.'
          : rich`It is proposed where “${sectionTitle(known, near)}” was, and learns from what you accept and move.`,
      ),
      block.buttons(
        button('Undo', 'newsletter plan remove', { section: key }),
        button('The whole plan', 'newsletter plan show'),
      ),
    )
  },
})

type Known = ReturnType<typeof sectionsOf>

/** Raises `UserError` for a title by which another section is known, or for one section too many. */
function refuseTaken(known: Known, title: string): void {
  const taken = known.find((one) => [one.key, one.title].some((name) => fold(name) === fold(title)))
  if (taken)
    throw new UserError(
      taken.isRemoved
        ? `“${taken.title}” was a section before and can be brought back.`
        : `“${taken.title}” is a section already; nothing was changed.`,
      taken.isRemoved
        ? { buttons: [button('Bring it back', 'newsletter plan restore', { section: taken.key })] }
        : { option: 'title' },
    )
  if (known.length >= mostSections)
    throw new UserError(
      `The plan has ${mostSections} sections, removed ones included, and takes no more. Nothing was changed.`,
    )
}

/** The standing section whose items are like those of a new one; null where none is named. */
function likeness({ own = [] }: PlanChanges, like: string | undefined) {
  const near = own.find(({ key }) => key === like)?.like ?? like
  return near !== undefined && isSectionKey(near) ? near : null
}

/** A key that may be typed, from the Latin letters of a title, and that none of these has. */
export function freeKey(title: string, known: readonly { readonly key: string }[]): string {
  const letters = fold(title)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const stem = letters.split(' ').slice(0, 3).join('-').slice(0, 30) || 'section'
  const taken = new Set(known.map(({ key }) => key))
  for (let at = 1; ; at++) {
    const key = at === 1 && stem !== 'section' ? stem : `${stem}-${at}`
    if (!taken.has(key)) return key
  }
}
