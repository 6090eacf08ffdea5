import { anyone, secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { type Block, block, bold, button, message, rich } from '../../../src/core/message.ts'
import { type GroupRef, option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { partsOf } from '../../../src/core/time/day.ts'
import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { renderDocx } from '../../../src/newsletter/document/docx.ts'
import { docxType } from '../../../src/newsletter/mail/eml.ts'
import { renderHtml } from '../../../src/newsletter/render/renderHtml.ts'
import { renderJson } from '../../../src/newsletter/render/renderJson.ts'
import { renderMarkdown } from '../../../src/newsletter/render/renderMarkdown.ts'
import { shownSections } from '../../../src/newsletter/render/shownSections.ts'
import { type Context, command } from '../../define.ts'
import { changesHere } from '../../newsletter/plan/planHere.ts'
import { formatWords } from '../../records/formatWords.ts'
import { year } from '../plan/plan.ts'
import { composeReport, type UnsubmittedGroup } from './compose.ts'

interface Format {
  readonly ending: string
  readonly mediaType: string
  render(report: Newsletter): Promise<Uint8Array> | string
}

const formats = {
  markdown: { ending: 'md', mediaType: 'text/markdown', render: renderMarkdown },
  docx: { ending: 'docx', mediaType: docxType, render: renderDocx },
  html: { ending: 'html', mediaType: 'text/html', render: renderHtml },
  json: { ending: 'json', mediaType: 'application/json', render: renderJson },
} as const satisfies Readonly<Record<string, Format>>

export const draftReport = command({
  name: 'draft',
  about: 'The annual report as it stands: what groups submitted, and what the store knows of them',
  heading: 'Draft of the annual report',
  options: { year },
  access: secretariat,
  examples: ['/report draft', '/report draft 2026'],
  async run(context, { year: asked }) {
    const of = asked ?? partsOf(context.today)[0]
    const { report, lacking } = await composeReport(context.db, {
      year: of,
      now: context.now,
      title: await titleOf(context, of),
    })
    const missing = missingIn(lacking)
    const values = { year: String(of) }
    return message(
      rich`Annual report ${of}: ${counted(report.sections.length, 'group')}, ${missing === 0 ? 'every heading is submitted' : stillMissing(missing)}.`,
      block.text(report.foreword ?? ''),
      ...shownSections(report).flatMap(({ title, subsections }): readonly Block[] => [
        block.heading(title),
        block.list(
          subsections.map(({ title: name, note, items }) =>
            note === undefined
              ? rich`${bold(name)}: ${counted(items.length, 'line')}`
              : rich`${bold(name)}: ${shorten(note, 300)}`,
          ),
        ),
      ]),
      missing === 0 ? undefined : block.heading('Not submitted yet'),
      missing === 0
        ? undefined
        : block.list(
            lacking.map(
              ({ group, headings, of: all }) =>
                rich`${bold(group)}: ${headings.length === all ? `all ${all} headings` : headings.join('; ')}`,
            ),
          ),
      block.buttons(
        ...(['docx', 'markdown', 'html', 'json'] as const).map((format) =>
          button(labels[format], 'report export', { ...values, format }),
        ),
        button('Who has submitted', 'report status', values),
      ),
    )
  },
})

const labels: Readonly<Record<keyof typeof formats, string>> = {
  docx: 'Word',
  markdown: 'Markdown',
  html: 'HTML',
  json: 'JSON',
}

export const exportReport = command({
  name: 'export',
  about: 'The annual report as a file: whole for the secretariat, their own groups’ for chairs',
  heading: 'Annual report as a file',
  options: {
    year,
    format: option.choice({
      about: 'Which file; Markdown by default',
      choices: ['markdown', 'docx', 'html', 'json'],
      also: formatWords,
      trailing: true,
    }),
    wg: option.group({ about: 'One working group alone' }),
    as: option.choice({
      about: 'Whether it says “Draft”; by default it does while headings are missing',
      choices: ['draft', 'final'],
      trailing: true,
    }),
  },
  access: anyone,
  examples: [
    '/report export 2026 format:docx',
    '/report export 2026 wg:ETCIP',
    '/report export 2026 format:docx as:final',
  ],
  async run(context, { year: asked, format = 'markdown', wg, as }) {
    const of = asked ?? partsOf(context.today)[0]
    const groups = groupsFor(context, wg)
    const title =
      groups === undefined
        ? await titleOf(context, of)
        : `Progress report ${of}: ${groups.map(({ acronym }) => acronym).join(', ')}`
    const { report, lacking } = await composeReport(context.db, {
      year: of,
      now: context.now,
      title,
      ...(groups === undefined ? {} : { groupIds: new Set(groups.map(({ id }) => id)) }),
      ...(as === undefined ? {} : { final: as === 'final' }),
    })
    const { ending, mediaType, render }: Format = formats[format]
    const stem =
      groups === undefined
        ? 'annual-report'
        : `progress-report-${groups.map(({ acronym }) => acronym.toLowerCase()).join('-')}`
    const name = `${stem}-${of}.${ending}`
    const content = await render(report)
    const isDraft = report.status === 'draft'
    const missing = missingIn(lacking)
    const values = { year: String(of), format, as: 'final', ...(wg ? { wg: wg.acronym } : {}) }
    return message(
      `${title}, as ${name}.`,
      block.text(
        isDraft
          ? `It says “Draft”${missing > 0 ? `, as ${stillMissing(missing)}` : ''}.`
          : missing > 0
            ? `In it, ${stillMissing(missing)}.`
            : 'Every heading is submitted.',
      ),
      typeof content === 'string'
        ? block.file(name, mediaType, content)
        : block.bytes(name, mediaType, content),
      isDraft ? block.buttons(button('Without “Draft”', 'report export', values)) : undefined,
    )
  },
})

function missingIn(lacking: readonly UnsubmittedGroup[]): number {
  return lacking.reduce((sum, { headings }) => sum + headings.length, 0)
}

function stillMissing(headings: number): string {
  return `${counted(headings, 'heading is', 'headings are')} still missing`
}

/** After the framework’s name, where its newsletter has one. */
async function titleOf({ db }: Context, year: number): Promise<string> {
  const { framework } = await changesHere(db)
  return framework === undefined ? `Annual report ${year}` : `${framework} annual report ${year}`
}

/** The groups whose report the caller may take; undefined for all of them. Raises `UserError`. */
function groupsFor(
  { caller }: Context,
  wg: GroupRef | undefined,
): readonly Pick<GroupRef, 'id' | 'acronym'>[] | undefined {
  if (wg) {
    if (leads(caller, wg.id)) return [wg]
    throw new UserError(`The report of ${wg.acronym} is for its chairs and the secretariat.`, {
      option: 'wg',
    })
  }
  if (caller.isSecretariat) return undefined
  const led = caller.roles.filter(({ groupId }) => leads(caller, groupId))
  if (led.length === 0)
    throw new UserError('Reports are for those who lead a group, and for the secretariat.')
  const byId = new Map(led.map(({ groupId: id, groupAcronym: acronym }) => [id, { id, acronym }]))
  return [...byId.values()]
}
