import type { Project } from '../../db/projects/projects.ts'
import { block, button, type Message, type Rich, rich, titled } from '../../src/core/message.ts'
import { formatDay } from '../../src/core/time/day.ts'
import type { Context } from '../define.ts'
import { presentTexts } from '../records/present.ts'
import { undoButton } from '../records/undoChange.ts'
import { moneyWords } from './options.ts'
import { mayChangeProject } from './rights.ts'

/** `PRJ3 Airport security (UNOCT, ongoing, USD 1,200,000, 40% funded)`. */
export function projectLine(project: Project): Rich {
  const { id, title, lead, status, budget, currency } = project
  const facts = [lead, status, moneyWords(budget, currency), share(project)].filter((fact) => fact !== '')
  return rich`PRJ${id} ${title} (${facts.join(', ')})`
}

/** What is still wanted, in the smallest unit; undefined where no budget is known. */
export function gapOf({ budget, funded }: Pick<Project, 'budget' | 'funded'>): number | undefined {
  return budget === null ? undefined : Math.max(0, budget - (funded ?? 0))
}

/** How much of the budget there is; empty where it is not known. */
function share({ budget, funded }: Project): string {
  return budget === null || budget === 0 || funded === null
    ? ''
    : `${Math.floor((funded / budget) * 100)}% funded`
}

interface Shown {
  readonly done?: string
  readonly change?: number
  readonly note?: string | undefined
}

/** A project with all that is known of it, and what its reader may do with it. */
export function projectCard(
  { caller }: Pick<Context, 'caller'>,
  project: Project,
  { done: text, change, note }: Shown = {},
): Message {
  const { id, title } = project
  return titled(`Project PRJ${id}`, {
    summary: rich`${text ?? `PRJ${id}`}: ${title}`,
    blocks: [
      ...(text === undefined ? [] : [block.text(text)]),
      block.text(title),
      block.fields(projectFacts(project)),
      ...(note === undefined ? [] : [block.text(note)]),
      block.buttons(
        ...(!project.removed && mayChangeProject(caller, project)
          ? [{ ...button('Edit', 'project edit', { project: `PRJ${project.id}` }), ask: true }]
          : []),
        ...(change === undefined ? [] : [undoButton('project undo', { project: `PRJ${id}` }, change)]),
      ),
    ],
  })
}

/** What is known of a project beside its title, each under its name. */
export function projectFacts(project: Project): readonly (readonly [string, string])[] {
  const { currency, startsOn, endsOn } = project
  const gap = gapOf(project)
  const fields: [string, string][] = [
    ['Lead', project.lead],
    ['Status', project.status],
  ]
  if (project.partnerNames.length > 0) fields.push(['Partners', project.partnerNames.join(', ')])
  if (project.pillar !== null) fields.push(['Pillar', project.pillar])
  if (project.beneficiaries !== null) fields.push(['Beneficiaries', project.beneficiaries])
  fields.push(['Budget', moneyWords(project.budget, currency) || 'not on record'])
  if (project.funded !== null)
    fields.push([
      'Funded',
      `${moneyWords(project.funded, currency)}${share(project) === '' ? '' : ` (${share(project)})`}`,
    ])
  if (gap !== undefined) fields.push(['Gap', gap === 0 ? 'none' : moneyWords(gap, currency)])
  if (project.donors.length > 0) fields.push(['Donors', project.donors.join(', ')])
  if (startsOn !== null || endsOn !== null)
    fields.push([
      'Dates',
      `${startsOn === null ? 'open' : formatDay(startsOn)} – ${endsOn === null ? 'open' : formatDay(endsOn)}`,
    ])
  return fields
}

/** What stands there now, as the options of `project edit` take it. */
export function projectTexts(project: Project): Readonly<Record<string, string>> {
  const { currency } = project
  const texts = {
    title: project.title,
    lead: project.lead,
    partners: project.partnerNames.join(', '),
    pillar: project.pillar ?? '',
    beneficiaries: project.beneficiaries ?? '',
    budget: moneyWords(project.budget, currency),
    funded: moneyWords(project.funded, currency),
    donors: project.donors.join(', '),
    start: project.startsOn ?? '',
    end: project.endsOn ?? '',
    status: project.status,
  }
  return presentTexts(texts)
}
