import { listProjects, type Project } from '../../db/projects/projects.ts'
import { anyone, secretariat } from '../../src/core/catalog.ts'
import { block, button, message, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatMoney } from '../../src/core/text/money.ts'
import { capital } from '../../src/core/text/text.ts'
import { regionsOf, worldRegions } from '../../src/newsletter/places/regionOf.ts'
import type { Context } from '../define.ts'
import { command } from '../define.ts'
import { moneyWords, pillars, pillarWords, statuses } from './options.ts'
import { gapOf, projectLine } from './shown.ts'

/** More than such a framework has. */
const most = 2000
const ways = ['pillar', 'lead', 'region', 'status'] as const
type Way = (typeof ways)[number]
const shownInAppeal = 40

export const matrix = command({
  name: 'matrix',
  about: 'The matrix of projects: how many, budget, funding and gap by pillar, lead, region or status',
  heading: 'Matrix of projects',
  options: { by: option.choice({ about: 'By what; pillar by default', choices: ways, trailing: true }) },
  access: anyone,
  examples: ['/project matrix', '/project matrix by:region'],
  async run(context, { by = 'pillar' }) {
    const all = await everyProject(context)
    const rows = new Map<string, Project[]>()
    for (const project of all)
      for (const cell of cellsOf(project, by)) rows.set(cell, [...(rows.get(cell) ?? []), project])
    const order = [
      ...orderOf[by],
      ...[...rows.keys()].toSorted((one, other) => one.localeCompare(other, 'en')),
    ]
    const names = [...new Set(order)].filter((name) => rows.has(name))
    return message(
      rich`${counted(all.length, 'project')} by ${by}${by === 'region' ? '; one for several regions counts in each of them' : ''}.`,
      all.length === 0
        ? undefined
        : block.table(
            [capital(by), 'Projects', 'Budget', 'Funded', 'Gap'],
            names.map((name) => cellsFor(name, rows.get(name) ?? [])),
          ),
      block.buttons(
        ...ways.filter((way) => way !== by).map((way) => button(`By ${way}`, 'project matrix', { by: way })),
        button('All projects', 'project list'),
      ),
    )
  },
})

export const appeal = command({
  name: 'appeal',
  about: 'What planned and ongoing projects still need: the gaps between budget and funding',
  heading: 'Appeal',
  options: { pillar: option.choice({ about: 'Of one pillar alone', choices: pillars, also: pillarWords }) },
  access: secretariat,
  examples: ['/project appeal', '/project appeal II'],
  async run(context, { pillar }) {
    const all = (await everyProject(context)).filter(
      (project) =>
        (project.status === 'planned' || project.status === 'ongoing') &&
        (pillar === undefined || project.pillar === pillar),
    )
    const wanting = all
      .filter((project) => (gapOf(project) ?? 0) > 0)
      .toSorted((one, other) => (gapOf(other) ?? 0) - (gapOf(one) ?? 0))
    const unknown = all.filter(({ budget }) => budget === null)
    const under = pillar === undefined ? '' : ` under pillar ${pillar}`
    return message(
      wanting.length === 0
        ? rich`No project${under} has a gap between its budget and its funding.`
        : rich`${counted(wanting.length, 'project', 'projects')}${under} still ${wanting.length === 1 ? 'needs' : 'need'} ${sums(wanting, (one) => gapOf(one) ?? 0)}.`,
      wanting.length === 0
        ? undefined
        : block.table(
            ['Project', 'Lead', 'Pillar', 'Budget', 'Funded', 'Gap'],
            wanting
              .slice(0, shownInAppeal)
              .map((project) => [
                `PRJ${project.id} ${project.title}`,
                project.lead,
                project.pillar ?? '',
                moneyWords(project.budget, project.currency),
                moneyWords(project.funded ?? 0, project.currency),
                moneyWords(gapOf(project) ?? 0, project.currency),
              ]),
          ),
      wanting.length > shownInAppeal
        ? block.text(`The ${shownInAppeal} with the largest gaps are shown.`)
        : undefined,
      unknown.length === 0
        ? undefined
        : block.text(`${counted(unknown.length, 'project has', 'projects have')} no budget on record:`),
      unknown.length === 0 ? undefined : block.list(unknown.slice(0, 10).map(projectLine)),
      block.buttons(
        ...wanting
          .slice(0, 5)
          .map(({ id }) => button(`Open PRJ${id}`, 'project show', { project: `PRJ${id}` })),
        button('Matrix', 'project matrix'),
      ),
    )
  },
})

function everyProject({ db }: Context): Promise<readonly Project[]> {
  return listProjects(db, { entityId: null, pillar: null, status: null, words: '', limit: most, offset: 0 })
}

const orderOf: Readonly<Record<Way, readonly string[]>> = {
  pillar: pillars,
  lead: [],
  region: worldRegions,
  status: statuses,
}

/** The rows of the matrix in which a project stands. */
function cellsOf(project: Project, by: Way): readonly string[] {
  switch (by) {
    case 'pillar':
      return [project.pillar ?? 'no pillar']
    case 'lead':
      return [project.lead]
    case 'status':
      return [project.status]
    case 'region': {
      const regions = regionsOf(project.beneficiaries ?? '')
      return regions.length > 0 ? regions : ['no region']
    }
  }
}

function cellsFor(name: string, projects: readonly Project[]): readonly string[] {
  return [
    name,
    String(projects.length),
    sums(projects, ({ budget }) => budget ?? 0),
    sums(projects, ({ funded }) => funded ?? 0),
    sums(projects, (project) => gapOf(project) ?? 0),
  ]
}

/** The sum of each currency, which are never added up. */
function sums(projects: readonly Project[], amount: (project: Project) => number): string {
  const byCurrency = Map.groupBy(projects, ({ currency }) => currency)
  return [...byCurrency]
    .flatMap(([currency, of]) => {
      const sum = of.reduce((all, one) => all + amount(one), 0)
      return currency === null || sum === 0 ? [] : [formatMoney(sum, currency)]
    })
    .toSorted()
    .join('; ')
}
