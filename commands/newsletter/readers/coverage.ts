import { meetingsHeld } from '../../../db/meetings/meetings.ts'
import { contributions } from '../../../db/newsletter/coverage/contributions.ts'
import { coverable, coveredBy, issuesUpTo } from '../../../db/newsletter/coverage/covered.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import { type Coverage, type CoveredItem, coverageOf } from '../../../src/newsletter/coverage.ts'
import { regionsOf, worldRegions } from '../../../src/newsletter/places/regionOf.ts'
import { type NamedSection, sectionTitle } from '../../../src/newsletter/sections.ts'
import { type Context, command } from '../../define.ts'
import { calledFirst, issueOf, monthsOf, period } from '../issue/issue.ts'
import { sectionsHere } from '../plan/planHere.ts'
import { type CoverageAxis, coverageAxes, pillarName } from './coverageAxes.ts'
import { askedDays, asksOf, nudgesOf } from './nudges.ts'

/** Two years of bi-monthly issues. */
const mostIssues = 12

export const coverage = command({
  name: 'coverage',
  about: 'Which entities, groups, pillars, regions or sections are silent, and for how many issues',
  heading: 'Coverage',
  options: {
    by: option.choice({ about: 'What to count; entities by default', choices: coverageAxes, trailing: true }),
    period,
  },
  access: secretariat,
  examples: ['/newsletter coverage', '/newsletter coverage by:region'],
  async run(context, { by = 'entity', period: asked }) {
    const issue = await issueOf(context, asked)
    const year = await issuesOfYear(context, issue)
    const before = year ? [] : await issuesUpTo(context.db, issue.periodFrom, mostIssues)
    const issues = before.some(({ id }) => id === issue.id) ? before : [issue, ...before]
    const rows = await board(context, by, issues, year ?? [])
    const looked = year ? year.length : issues.length
    const come = by === 'entity' ? (await contributions(context.db, issue.id, context.now)).entities : []
    const passed = come.filter((one) => one.passed).map(({ entity }) => entity)
    const empty = rows.filter(({ now }) => now === 0)
    const silent = empty.filter(({ name }) => !passed.includes(name))
    const asks = await asksOf(context, by, issue)
    const askedOn = askedDays(asks, context.zone)
    return message(
      rich`${calledFirst(issue)} by ${by}: ${silent.length} of ${rows.length} silent. ${counted(looked, 'issue was', 'issues were')} looked at.`,
      silent.length > 0 ? block.heading('Silent') : undefined,
      silent.length > 0
        ? block.fields(
            [...Map.groupBy(silent, (row) => silentWords(row, issues.length))].map(([words, alike]) => [
              words,
              alike.map(({ name }) => `${name}${askedWords(askedOn.get(name))}`).join(', '),
            ]),
          )
        : undefined,
      empty.length > silent.length ? block.heading('Nothing to report') : undefined,
      empty.length > silent.length
        ? block.list(
            empty
              .filter(({ name }) => passed.includes(name))
              .map((row) => `${row.name}${shareOf(row, issues.length)}`),
          )
        : undefined,
      block.heading('Covered'),
      rows.length > empty.length
        ? block.list(
            rows
              .filter(({ now }) => now > 0)
              .map((row) => rich`${row.name}: ${counted(row.now, 'item')}${shareOf(row, issues.length)}`),
          )
        : block.text('Nothing yet.'),
      ...(await nudgesOf(context, issue, { by, silent, asks, come })),
      block.buttons(
        ...coverageAxes
          .filter((way) => way !== by)
          .map((way) => button(`By ${way}`, 'newsletter coverage', { by: way, ...monthsOf(issue) })),
      ),
    )
  },
})

/** `Nothing in 3 issues`: what is said at once of all that are silent alike. */
function silentWords(row: Coverage, issues: number): string {
  if (issues === 1) return 'Nothing yet'
  if (row.never) return `Nothing in ${counted(issues, 'issue')}`
  const since = row.silentFor === 1 ? 'Silent in this issue' : `Silent for ${counted(row.silentFor, 'issue')}`
  return `${since}${shareOf(row, issues)}`
}

function shareOf({ share }: Coverage, issues: number): string {
  return issues === 1 ? '' : `, in ${Math.round(share * 100)} % of the issues`
}

function askedWords(day: Day | undefined): string {
  return day === undefined ? '' : ` (asked ${formatDay(day)})`
}

type Issue = Awaited<ReturnType<typeof issuesUpTo>>[number]

/** The issues that an annual one is composed from; undefined for any other. */
async function issuesOfYear({ db }: Context, issue: NewsletterIssue): Promise<readonly Issue[] | undefined> {
  if (issue.kind !== 'annual') return undefined
  const until = await issuesUpTo(db, issue.periodTo, mostIssues)
  return until.filter(({ periodFrom }) => periodFrom >= issue.periodFrom)
}

/** `year` are issues whose items count as those of the first issue. */
async function board(
  context: Context,
  by: CoverageAxis,
  issues: readonly Issue[],
  year: readonly Issue[],
): Promise<readonly Coverage[]> {
  const { db } = context
  const known = await coverable(db, context.now)
  const sections = await sectionsHere(db)
  const agoOf = new Map([
    ...year.map(({ id }) => [id, 0] as const),
    ...issues.map(({ id }, ago) => [id, ago] as const),
  ])
  const updates = await coveredBy(db, [...agoOf.keys()])
  const pillars = new Map(known.groups.map(({ acronym, pillar }) => [acronym, pillar]))
  const pillarOf = (wg: string | null) => (wg === null ? [] : [pillarName(pillars.get(wg))])
  const items = updates.map(({ newsletterId, author, entities, wg, place, section }): CoveredItem => {
    const names = {
      entity: () => [...entities, ...(author === null ? [] : [author])],
      group: () => (wg === null ? [] : [wg]),
      pillar: () => pillarOf(wg),
      region: () => regionsOf(place ?? ''),
      section: () => [sectionTitle(sections, section)],
    }
    return { ago: agoOf.get(newsletterId) ?? 0, names: names[by]() }
  })
  const names = {
    entity: known.entities,
    group: known.groups.map(({ acronym }) => acronym),
    pillar: [...new Set(known.groups.map(({ pillar }) => pillarName(pillar)))],
    region: worldRegions,
    section: sections.filter(({ isRemoved }) => !isRemoved).map(({ title }) => title),
  }
  return coverageOf(
    names[by],
    [...items, ...(await held(context, { by, issues, pillarOf, sections }))],
    issues.length,
  )
}

interface Counted {
  readonly by: CoverageAxis
  readonly issues: readonly Issue[]
  readonly pillarOf: (wg: string | null) => readonly string[]
  readonly sections: readonly NamedSection[]
}

/** Meetings held count as lines of their groups, whoever wrote them. */
async function held(
  { db }: Context,
  { by, issues, pillarOf, sections }: Counted,
): Promise<readonly CoveredItem[]> {
  const [last] = issues
  const first = issues.at(-1)
  if (!last || !first || by === 'region') return []
  const meetings = await meetingsHeld(db, { from: first.periodFrom, to: last.periodTo })
  return meetings.flatMap(({ groups, heldOn, attended }): readonly CoveredItem[] => {
    const ago = issues.findIndex(({ periodFrom, periodTo }) => periodFrom <= heldOn && heldOn <= periodTo)
    if (ago < 0) return []
    const names = {
      entity: () => attended,
      group: () => groups,
      pillar: () => (groups.length === 0 ? pillarOf(null) : [...new Set(groups.flatMap(pillarOf))]),
      section: () => [sectionTitle(sections, 'wg-meetings')],
    }
    return [{ ago, names: names[by]() }]
  })
}
