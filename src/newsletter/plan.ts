import { type SectionKey, type Section as StandingSection, sections } from './sections.ts'

/** How one deployment's newsletter is laid out: what it is called, its sections in order, its figures. */
export interface Plan {
  /** Name of the framework, such as Counter-Terrorism Compact; null where none was given. */
  readonly framework: string | null
  readonly sections: readonly PlannedSection[]
  readonly figures: readonly PlannedFigure[]
}

export interface PlannedSection {
  readonly key: StandingSection['key']
  readonly title: string
  readonly subsections: readonly { readonly key: SectionKey; readonly title: string }[]
}

/** A figure in its printed place. */
export interface PlannedFigure {
  readonly key: string
  /** Null where the store's own label is printed. */
  readonly label: string | null
  readonly hidden: boolean
}

/** What a deployment set otherwise than the standing plan has it, as it is stored. */
export interface PlanChanges {
  readonly framework?: string
  /** By the key of a section or subsection. */
  readonly titles?: Readonly<Record<string, string>>
  /** Subsections in the order in which they are printed, each under the section that it belongs to. */
  readonly order?: readonly { readonly key: SectionKey; readonly under: StandingSection['key'] }[]
  readonly figures?: readonly PlannedFigure[]
}

/** The order in which the published issues print their figures. */
const printedFigures: readonly PlannedFigure[] = [
  'entities',
  'memberStates',
  'organizations',
  'focalPoints',
  'documents',
  'visits',
  'ctedRecommendations',
  'ctedCountryAssessments',
].map((key) => ({ key, label: null, hidden: false }))

/** Changes as they were stored; nothing else ever stands there. Raises an `Error` for what is not an object. */
export function storedPlan(json: unknown): PlanChanges {
  if (json === undefined) return {}
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json
  throw new Error('what is stored is not a plan of the newsletter')
}

/** Changes without what is as the standing plan has it; undefined where nothing else is left. */
export function realChanges({ titles = {}, figures, ...others }: PlanChanges): PlanChanges | undefined {
  const isStanding = figures === undefined || JSON.stringify(figures) === JSON.stringify(printedFigures)
  const changes = {
    ...others,
    ...(Object.keys(titles).length > 0 && { titles }),
    ...(!isStanding && { figures }),
  }
  return Object.keys(changes).length > 0 ? changes : undefined
}

/** The standing plan with the changes of a deployment. */
export function planOf({ framework, titles = {}, order, figures = [] }: PlanChanges = {}): Plan {
  const standing = sections.flatMap(({ key: under, subsections }) =>
    subsections.map(({ key }) => ({ key, under })),
  )
  const known = (order ?? []).filter(({ key }) => standing.some((one) => one.key === key))
  // A subsection that is not in the order yet stands behind the others: no item is without a place.
  const placed = [...known, ...standing.filter(({ key }) => !known.some((one) => one.key === key))]
  const heads = [...new Set([...placed.map(({ under }) => under)])]
  return {
    framework: framework ?? null,
    sections: heads.flatMap((head) => {
      const section = sections.find(({ key }) => key === head)
      if (!section) return []
      return [
        {
          key: section.key,
          title: titles[section.key] ?? section.title,
          subsections: placed
            .filter(({ under }) => under === head)
            .map(({ key }) => ({ key, title: titles[key] ?? standingTitle(key) })),
        },
      ]
    }),
    figures: [...figures, ...printedFigures.filter(({ key }) => !figures.some((one) => one.key === key))],
  }
}

function standingTitle(key: SectionKey): string {
  for (const { subsections } of sections) {
    const found = subsections.find((one) => one.key === key)
    if (found) return found.title
  }
  return key
}

/** Figures in the plan's order and under its labels; those that it does not name follow as they came. */
export function plannedFigures<F extends { readonly key: string; readonly label: string }>(
  figures: readonly F[],
  plan: Pick<Plan, 'figures'>,
): readonly F[] {
  const named = plan.figures.flatMap(({ key, label, hidden }) => {
    const figure = figures.find((one) => one.key === key)
    return figure && !hidden ? [label === null ? figure : { ...figure, label }] : []
  })
  const others = figures.filter(({ key }) => !plan.figures.some((one) => one.key === key))
  return [...named, ...others]
}
