import { closingOf } from '../closing.ts'
import type { Newsletter, NewsletterItem } from '../compose/compose.ts'
import type { PrintedPart } from '../compose/printedPart.ts'
import { shownParts } from './itemParts.ts'
import { paragraphsOf } from './paragraphs.ts'
import { editionLine, figureLabel, figuresTitleOf, numberHeading, titleOf } from './title.ts'

/** The newsletter as Markdown; what members wrote is text in it and never markup. */
export function renderMarkdown(newsletter: Newsletter): string {
  const { status, foreword, figures, sections } = newsletter
  const draft = status !== 'published'
  const lines = [`# ${escapeMarkdown(titleOf(newsletter))}`, '']
  if (draft) lines.push('*Draft*', '')
  const corrected = editionLine(newsletter)
  if (corrected !== undefined) lines.push(`*${escapeMarkdown(corrected)}*`, '')
  lines.push(...noteLines(foreword))
  if (figures.length > 0) {
    lines.push(
      `## ${escapeMarkdown(figuresTitleOf(newsletter))}`,
      '',
      `| | ${numberHeading(newsletter)} | Before |`,
      '| --- | ---: | ---: |',
    )
    for (const figure of figures) {
      const { value, previous, asOf } = figure
      lines.push(
        `| ${escapeMarkdown(figureLabel(figure))} | ${value.toLocaleString('en')} | ${previous === null || asOf !== undefined ? '' : previous.toLocaleString('en')} |`,
      )
    }
    lines.push('')
  }
  for (const section of sections) {
    const shown = section.subsections.filter(
      ({ items, note }) => draft || items.length > 0 || note !== undefined,
    )
    if (shown.length === 0) continue
    lines.push(`## ${escapeMarkdown(section.title)}`, '')
    for (const subsection of shown) {
      lines.push(`### ${escapeMarkdown(subsection.title)}`, '')
      lines.push(
        ...noteLines(subsection.note),
        ...(subsection.items.length > 0
          ? subsection.items.map((item) => `- ${line(item, subsection.key)}`)
          : draft && subsection.note === undefined
            ? ['*Nothing yet.*']
            : []),
        '',
      )
    }
  }
  const closing = closingOf(newsletter)
  if (closing) {
    lines.push(`## ${escapeMarkdown(closing.title)}`, '')
    for (const pieces of closing.paragraphs)
      lines.push(
        pieces
          .map((piece) => ({ ...piece, bold: false }))
          .map(markdownPart)
          .join(''),
        '',
      )
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function noteLines(note: string | undefined): readonly string[] {
  return paragraphsOf(note).flatMap((paragraph) => [escapeMarkdown(paragraph), ''])
}

function line(item: NewsletterItem, section: string): string {
  const text = shownParts(item, section).map(markdownPart).join('')
  return `${text.trim()}${item.waits ? ' *(not accepted yet)*' : ''}`
}

function markdownPart({ text, url, bold }: PrintedPart, at: number, all: readonly PrintedPart[]): string {
  const escaped = escapeMarkdown(text)
  const words = bold ? `**${escaped}**` : escaped
  // A "!" before a link would make an image of it.
  if (url === null) return all[at + 1]?.url ? words.replace(/!$/, '\\!') : words
  return `[${words}](${url.replace(/[()<>\s\\]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))})`
}

/** Text that Markdown shows as it was written; signs that mean nothing where they stand are left alone. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/[\\`*_[\]{}|~]/g, '\\$&')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/^([#+-])(?=\s|$|-)/, '\\$1')
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/(?<![\p{L}\p{N}])(https?):\/\//giu, '$1&#58;//')
    .replace(/(?<![\p{L}\p{N}])www\./giu, (start) => `${start.slice(0, -1)}&#46;`)
}
