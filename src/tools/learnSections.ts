import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { entities } from '../../db/samples/entities.ts'
import { groups } from '../../db/samples/groups.ts'
import { systemClock } from '../core/clock.ts'
import type { Period } from '../core/time/period.ts'
import { readItem } from '../newsletter/reading/readItem.ts'
import { startingWeights } from '../newsletter/section/definitions.ts'
import { type IssueExample, learn, type Weights } from '../newsletter/section/learn.ts'
import { leaveOneIssueOut } from '../newsletter/section/leaveOneOut.ts'
import { readSection, subsections } from '../newsletter/sections.ts'

// Learns how sections are told, from a folder of published issues and labelled items, and writes the weights and
// the features that they were learned from: node src/tools/learnSections.ts <folder>. No text of an item is kept.

interface LabelledItem {
  readonly text?: string
  readonly printedAs?: string
  readonly printedDate?: string | null
  readonly dateForm?: string
  readonly section?: string | null
  readonly period?: Period
}

interface LabelledFile {
  readonly period: Period
  readonly items?: readonly LabelledItem[]
  readonly sections?: readonly {
    readonly subsections: readonly {
      readonly title: string | null
      readonly items: readonly LabelledItem[]
    }[]
  }[]
}

const known = {
  entities: entities.map((entity) => ({ aliases: [], parts: [], ...entity })),
  groups,
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Give the folder of the issues: node src/tools/learnSections.ts <folder>\n')
  process.exit(2)
}
const examples = readdirSync(folder)
  .filter((name) => /^(newsletter|wild).*\.json$/.test(name))
  .sort()
  .flatMap((name) => examplesIn(join(folder, name), name.replace('.json', '')))
const figures = leaveOneIssueOut(examples)
const root = fileURLToPath(new URL('../..', import.meta.url))
const weights = learn(examples, startingWeights().sections, startingWeights())
writeFileSync(join(root, 'src/newsletter/section/weights.ts'), weightsFile(weights))
writeFileSync(
  join(root, 'test/fixtures/sectionExamples.json'),
  `${JSON.stringify(
    examples.map((one) => ({ ...one, features: one.features.join('; ') })),
    null,
    2,
  )}\n`,
)
process.stdout.write(`Learned from ${examples.length} items. On issues kept back: ${summaryText()}.\n`)

function examplesIn(path: string, issue: string): readonly IssueExample[] {
  const file: LabelledFile = JSON.parse(readFileSync(path, 'utf8'))
  const printed = (file.sections ?? []).flatMap(({ subsections }) =>
    subsections.flatMap(({ title, items }) => items.map((item) => ({ ...item, section: title ?? '' }))),
  )
  return [...printed, ...(file.items ?? [])].flatMap((item) => {
    if (!item.section) return []
    const { features } = readItem(typed(item), { ...known, period: item.period ?? file.period })
    return [{ issue, section: readSection(subject(item.section), subsections), features }]
  })
}

/** A section's title in the words of ours, since titles vary from issue to issue. */
function subject(title: string): string {
  if (/engagement/i.test(title)) return 'member-states'
  return /high-level events/i.test(title) ? 'high-level-events' : title
}

function typed({ printedAs, text = '', printedDate, dateForm }: LabelledItem): string {
  if (printedAs !== undefined) return printedAs
  if (!printedDate) return text
  if (dateForm === 'leading') return `${printedDate} ${text}`
  return dateForm === 'comma' ? `${text}, ${printedDate}` : `${text} (${printedDate})`
}

function summaryText(): string {
  const share = (count: number) => `${Math.round((100 * count) / figures.items)} %`
  return `the first of the proposed sections right for ${share(figures.first)}, one of the first two for ${share(figures.two)}; ${figures.sure} taken as sure, of which ${figures.sureRight} right`
}

function weightsFile({ examples: count, sections, features }: Weights): string {
  const rows = Object.entries(features).map(
    ([name, row]) => `    ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: [${row.join(', ')}],`,
  )
  return `import type { Weights } from './learn.ts'

/**
 * Learned by src/tools/learnSections.ts on ${systemClock.now().toISOString().slice(0, 10)} from ${count} items of ${new Set(examples.map(({ issue }) => issue)).size} sources. On each source, kept
 * back from learning: ${summaryText()}.
 */
export const sectionWeights: Weights = {
  examples: ${count},
  sections: [
${sections.map((section) => `    '${section}',`).join('\n')}
  ],
  features: {
${rows.join('\n')}
  },
}
`
}
