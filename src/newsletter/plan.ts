import { closingPart, figuresPart, type PartChanges, partsOf } from './parts.ts'
import { otherThanStanding, type PlannedFigure, withStanding } from './plannedFigures.ts'
import { type NamedSection, type SectionKey, sections } from './sections.ts'

/** How one deployment's newsletter is laid out: what it is called, its sections in order, its figures. */
export interface Plan {
  /** Name of the framework, such as Counter-Terrorism Compact; null where none was given. */
  readonly framework: string | null
  readonly sections: readonly PlannedPart[]
  readonly figures: readonly PlannedFigure[]
  /** The heading of the figures. */
  readonly figuresTitle: string
  /** The words that end every issue, with their heading; null where there are none. */
  readonly closing: { readonly title: string; readonly text: string } | null
}

export interface PlannedPart {
  readonly key: string
  readonly title: string
  /** Those that were removed keep their place, for items that still stand there. */
  readonly subsections: readonly PlannedSection[]
}

export interface PlannedSection extends NamedSection {
  readonly prints: readonly PrintedDetail[]
  readonly isRemoved: boolean
  /** Of a deployment's own section: the standing one whose items are like its own. */
  readonly like: SectionKey | null
}

/** What an item of a section has beside its text. */
export type PrintedDetail = 'date' | 'link'

/** A section that a deployment added. */
export interface OwnSection {
  readonly key: string
  readonly title: string
  /** The key of its part. */
  readonly under: string
  readonly like?: SectionKey
}

/** What a deployment set otherwise than the standing plan has it, as it is stored. */
export interface PlanChanges extends PartChanges {
  readonly framework?: string
  readonly closing?: string
  /** Sections in the order in which they are printed, each under the part that it belongs to. */
  readonly order?: readonly PlacedSection[]
  /** In the order in which they were added. None is ever taken out: items may stand there. */
  readonly own?: readonly OwnSection[]
  /** The keys of the sections that are not offered any more. */
  readonly removed?: readonly string[]
  /** What the items of a section print, where it is not what the standing plan has. */
  readonly prints?: Readonly<Record<string, readonly PrintedDetail[]>>
  readonly figures?: readonly PlannedFigure[]
}

export interface PlacedSection {
  readonly key: string
  /** The key of its part. */
  readonly under: string
}

/** Changes as they were stored; nothing else ever stands there. Raises an `Error` for what is not an object. */
export function storedPlan(json: unknown): PlanChanges {
  if (json === undefined || json === null) return {}
  if (typeof json === 'object' && !Array.isArray(json)) return json
  throw new Error('what is stored is not a plan of the newsletter')
}

/** Changes without what is as the standing plan has it; undefined where nothing else is left. */
export function realChanges({ figures, order, ...others }: PlanChanges): PlanChanges | undefined {
  const moved = figures === undefined ? [] : otherThanStanding(figures)
  const isInOrder = order === undefined || isSameOrder(planOf({ ...others, order }), planOf(others))
  const filled = Object.entries(others).filter(
    ([, value]) => typeof value !== 'object' || Object.keys(value).length > 0,
  )
  const changes = {
    ...Object.fromEntries(filled),
    ...(!isInOrder && { order }),
    ...(moved.length > 0 && { figures: moved }),
  }
  return Object.keys(changes).length > 0 ? changes : undefined
}

function isSameOrder(one: Plan, other: Plan): boolean {
  const placesOf = ({ sections: parts }: Plan) =>
    parts.map(({ key, subsections }) => [key, ...subsections.map((section) => section.key)])
  return JSON.stringify(placesOf(one)) === JSON.stringify(placesOf(other))
}

/** The standing plan with the changes of a deployment. */
export function planOf(changes: PlanChanges = {}): Plan {
  const { framework, order = [], figures = [], titles = {}, closing } = changes
  const parts = partsOf(changes)
  const placed = inPlace(changes)
  const known = sectionsOf(changes)
  return {
    framework: framework ?? null,
    sections: parts.map(({ key, title }) => {
      const here = placed.filter(({ under }) => under === key)
      return {
        ...{ key, title },
        subsections: here.flatMap((one) => known.find((section) => section.key === one.key) ?? []),
      }
    }),
    figures: withStanding(figures),
    figuresTitle:
      titles[figuresPart.key] ?? (framework === undefined ? figuresPart.title : `${framework} in numbers`),
    closing:
      closing === undefined ? null : { title: titles[closingPart.key] ?? closingPart.title, text: closing },
  }

  /** A section that is not in the order yet stands after the others: no item is without a place. */
  function inPlace({ own = [] }: PlanChanges): readonly PlacedSection[] {
    const standing = sections.flatMap(({ key: under, subsections }) =>
      subsections.map(({ key }): PlacedSection => ({ key, under })),
    )
    const all = [...standing, ...own.map(({ key, under }): PlacedSection => ({ key, under }))]
    const ordered = order.filter(({ key }) => all.some((one) => one.key === key))
    const last = parts.at(-1)?.key ?? ''
    return [...ordered, ...all.filter(({ key }) => !ordered.some((one) => one.key === key))].map((one) =>
      // What stood in a part that was removed stands in the last one.
      parts.some(({ key }) => key === one.under) ? one : { ...one, under: last },
    )
  }
}

/** The sections of a deployment, the removed ones too: the standing ones first, then its own as they were added. */
export function sectionsOf({
  titles = {},
  own = [],
  removed = [],
  prints = {},
}: PlanChanges): readonly PlannedSection[] {
  const standing = sections.flatMap(({ subsections }) =>
    subsections.map((section) => ({ ...section, like: null })),
  )
  const added = own.map(({ key, title, like = null }) => ({
    ...{ key, title, aliases: [], like },
    prints: ['date' as const],
  }))
  return [...standing, ...added].map((section) => {
    const title = titles[section.key] ?? section.title
    return {
      ...section,
      title,
      // Whoever knows a section by its standing title still finds it.
      aliases: title === section.title ? section.aliases : [...section.aliases, section.title],
      prints: prints[section.key] ?? section.prints,
      isRemoved: removed.includes(section.key),
    }
  })
}
