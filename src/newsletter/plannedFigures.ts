/** A figure in its printed place. */
export interface PlannedFigure {
  readonly key: string
  /** Null where the store's own label is printed. */
  readonly label: string | null
  readonly hidden: boolean
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

/** Figures without those at the end that would follow the others anyway. */
export function otherThanStanding(figures: readonly PlannedFigure[]): readonly PlannedFigure[] {
  const whole = JSON.stringify(withStanding(figures))
  const needed = figures.findIndex(
    (_, length) => JSON.stringify(withStanding(figures.slice(0, length))) === whole,
  )
  return needed < 0 ? figures : figures.slice(0, needed)
}

/** Figures, and after them those of the published issues that are not among them. */
export function withStanding(figures: readonly PlannedFigure[]): readonly PlannedFigure[] {
  return [...figures, ...printedFigures.filter(({ key }) => !figures.some((one) => one.key === key))]
}

/** Figures in the plan's order and under its labels; those that it does not name follow as they came. */
export function plannedFigures<F extends { readonly key: string; readonly label: string }>(
  figures: readonly F[],
  plan: { readonly figures: readonly PlannedFigure[] },
): readonly F[] {
  const named = plan.figures.flatMap(({ key, label, hidden }) => {
    const figure = figures.find((one) => one.key === key)
    return figure && !hidden ? [label === null ? figure : { ...figure, label }] : []
  })
  const others = figures.filter(({ key }) => !plan.figures.some((one) => one.key === key))
  return [...named, ...others]
}

/** The figures of the store as they are planned: in printed order, the hidden ones too. */
export function figuresInPlace(
  figures: readonly { readonly key: string }[],
  plan: { readonly figures: readonly PlannedFigure[] },
): readonly PlannedFigure[] {
  const planned = plan.figures.filter(({ key }) => figures.some((one) => one.key === key))
  const others = figures.filter(({ key }) => !planned.some((one) => one.key === key))
  return [...planned, ...others.map(({ key }) => ({ key, label: null, hidden: false }))]
}

/** Planned figures without those at the end that the figures of the store would print there anyway. */
export function otherThanInPlace(
  planned: readonly PlannedFigure[],
  figures: readonly { readonly key: string }[],
): readonly PlannedFigure[] {
  const whole = JSON.stringify(withOthers(planned, figures))
  const needed = planned.findIndex(
    (_, length) => JSON.stringify(withOthers(planned.slice(0, length), figures)) === whole,
  )
  return needed < 0 ? planned : planned.slice(0, needed)
}

/** Figures of a plan, and after them those of the published issues, then those of the store. */
export function withOthers(
  planned: readonly PlannedFigure[],
  figures: readonly { readonly key: string }[],
): readonly PlannedFigure[] {
  const all = withStanding(planned)
  return [
    ...all,
    ...figuresInPlace(figures, { figures: [] }).filter(({ key }) => !all.some((one) => one.key === key)),
  ]
}

/** Figures in the order of the published issues, the hidden ones too, under the labels of a deployment. */
export function inPrintedOrder<F extends { readonly key: string; readonly label: string }>(
  figures: readonly F[],
  { figures: planned = [] }: { readonly figures?: readonly PlannedFigure[] },
): readonly F[] {
  const labelled = printedFigures.map((one) => ({
    ...one,
    label: planned.find(({ key }) => key === one.key)?.label ?? null,
  }))
  return plannedFigures(figures, { figures: labelled })
}
