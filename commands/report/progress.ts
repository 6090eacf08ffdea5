import { meetingsHeld } from '../../db/meetings/meetings.ts'
import { listUpdates } from '../../db/newsletter/listUpdates.ts'
import { isUnderEmbargo, type Update } from '../../db/newsletter/updates.ts'
import { memberOf, secretariat } from '../../src/core/catalog.ts'
import { type Block, block, button, type Message, message, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { capital } from '../../src/core/text/text.ts'
import { partsOf } from '../../src/core/time/day.ts'
import { formatPeriod, type Period } from '../../src/core/time/period.ts'
import { line } from '../../src/newsletter/compose/changes.ts'
import { meetingLine } from '../../src/newsletter/compose/meetingLine.ts'
import { printDate } from '../../src/newsletter/dates/printDate.ts'
import { escapeMarkdown } from '../../src/newsletter/render/renderMarkdown.ts'
import { type Context, command } from '../define.ts'

/** More than a year of such a framework has. */
const most = 1000

/** More lines than these are for the file. */
const shownLines = 40

const asFile = option.choice({
  about: 'As a file',
  choices: ['file'],
  also: { file: ['as a file', 'as file', 'a file'] },
  trailing: true,
})

export const progress = command({
  name: 'progress',
  about: 'What a working group did: its meetings and accepted updates, also as a file',
  heading: 'Progress of a working group',
  options: {
    wg: required(option.group({ about: 'Which working group' })),
    period: option.period({ about: 'Which months; this year by default' }),
    as: asFile,
  },
  access: memberOf('wg'),
  examples: ['/report progress ETCIP', '/report progress ETCIP period:2026'],
  async run(context, { wg, period = thisYear(context), as }) {
    const parts = await partsFor(context, period, wg.acronym)
    return progressMessage({
      title: `${wg.name} (${wg.acronym}), progress in ${formatPeriod(period)}`,
      name: `${wg.acronym.toLowerCase()}-progress-${period.from}`,
      parts,
      asFile: as === 'file',
      again: {
        command: 'report progress',
        values: { wg: wg.acronym, period: `${period.from}..${period.to}` },
      },
    })
  },
})

export const evidence = command({
  name: 'evidence',
  about: 'Evidence for the annual report: meetings held and accepted updates, by working group',
  heading: 'Evidence for the annual report',
  options: {
    period: option.period({ about: 'Which months; this year by default' }),
    as: asFile,
  },
  access: secretariat,
  examples: ['/report evidence', '/report evidence 2026'],
  async run(context, { period = thisYear(context), as }) {
    return progressMessage({
      title: `Evidence for the annual report, ${formatPeriod(period)}`,
      name: `evidence-${period.from}`,
      parts: await partsFor(context, period),
      asFile: as === 'file',
      again: { command: 'report evidence', values: { period: `${period.from}..${period.to}` } },
    })
  },
})

function thisYear({ today }: Context): Period {
  const [year] = partsOf(today)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** A heading and its lines, each with the number of the record that it rests on. */
interface ReportPart {
  readonly heading: string
  readonly lines: readonly string[]
}

/** Meetings and activities of one group, or of every group in turn. */
async function partsFor({ db, today }: Context, period: Period, wg?: string): Promise<readonly ReportPart[]> {
  const accepted = await listUpdates(db, {
    statuses: ['accepted'],
    period,
    limit: most,
    ...(wg === undefined ? {} : { wg }),
  })
  const updates = accepted.filter((update) => !isUnderEmbargo(update, today))
  const meetings = (await meetingsHeld(db, period)).filter(
    ({ groups }) => wg === undefined || groups.includes(wg),
  )
  const met = meetings.flatMap(({ groups }): readonly (string | null)[] =>
    groups.length > 0 ? groups : [null],
  )
  const groups = wg === undefined ? [...new Set([...met, ...updates.map((one) => one.wg)])] : [wg]
  return groups
    .toSorted((one, other) => (one ?? '￿').localeCompare(other ?? '￿'))
    .flatMap((group) => {
      const under = wg === undefined ? `${group ?? 'No working group'}: ` : ''
      const held = meetings
        .filter(({ groups: of }) => (group === null ? of.length === 0 : of.includes(group)))
        .map(meetingWords)
      const done = updates
        .filter((update) => update.wg === group)
        .toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)))
        .map(updateWords)
      return [
        ...(held.length > 0 ? [{ heading: `${under}meetings`, lines: held }] : []),
        ...(done.length > 0 ? [{ heading: `${under}activities`, lines: done }] : []),
      ]
    })
}

function dayOf({ startOn, postedAt }: Update): string {
  return startOn ?? postedAt.toISOString().slice(0, 10)
}

function meetingWords(meeting: Awaited<ReturnType<typeof meetingsHeld>>[number]): string {
  const { id, groupAcronym, kind, summary, title, heldOn: start } = meeting
  const text = meetingLine({ group: groupAcronym ?? '', kind, summary: summary ?? title, start })
  return `${text} (${printDate(start, start, 'day')}) [M${id}]`
}

function updateWords(update: Update): string {
  return `${line(update)} [U${update.id}, ${update.entity ?? update.author}]`
}

interface Progress {
  readonly title: string
  readonly name: string
  readonly parts: readonly ReportPart[]
  readonly asFile: boolean
  readonly again: { readonly command: string; readonly values: Readonly<Record<string, string>> }
}

function progressMessage({ title, name, parts, asFile, again }: Progress): Message {
  const count = parts.reduce((all, { lines }) => all + lines.length, 0)
  if (asFile) return message(`${title}.`, block.file(`${name}.md`, 'text/markdown', markdown(title, parts)))
  return message(
    `${title}: ${counted(count, 'line')}, each with the record that it rests on.`,
    ...blocksOf(parts),
    count > shownLines ? block.text('The file has all of them.') : undefined,
    count > 0
      ? block.buttons(button('As a file', again.command, { ...again.values, as: 'file' }))
      : block.text('Nothing was held or accepted in these months.'),
  )
}

function blocksOf(parts: readonly ReportPart[]): readonly Block[] {
  let left = shownLines
  return parts.flatMap(({ heading, lines }) => {
    const shown = lines.slice(0, left)
    left -= shown.length
    return shown.length === 0
      ? []
      : [block.heading(capital(heading)), block.list(shown.map((one) => rich`${one}`))]
  })
}

function markdown(title: string, parts: readonly ReportPart[]): string {
  const lines = parts.flatMap(({ heading, lines: texts }) => [
    `## ${escapeMarkdown(capital(heading))}`,
    '',
    ...texts.map((one) => `- ${escapeMarkdown(one)}`),
    '',
  ])
  return `${[`# ${escapeMarkdown(title)}`, '', ...lines].join('\n').trimEnd()}\n`
}
