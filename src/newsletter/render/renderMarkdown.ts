import { showsAnotherAddress } from '../../core/text/linkWords.ts'
import { formatPeriod } from '../../core/time/period.ts'
import type { Newsletter, NewsletterItem } from '../compose/compose.ts'

/** The newsletter as Markdown; what members wrote is text in it and never markup. */
export function renderMarkdown({ number, period, status, edition, figures, sections }: Newsletter): string {
  const draft = status !== 'published'
  const lines = [`# Newsletter${number === null ? '' : ` No. ${number}`}: ${formatPeriod(period)}`, '']
  if (draft) lines.push('*Draft*', '')
  if (edition !== undefined) lines.push(`*Edition ${edition}, corrected.*`, '')
  if (figures.length > 0) {
    lines.push('## In numbers', '', '| | Now | Before |', '| --- | ---: | ---: |')
    for (const { label, value, previous } of figures) {
      lines.push(
        `| ${escapeMarkdown(label)} | ${value.toLocaleString('en')} | ${previous === null ? '' : previous.toLocaleString('en')} |`,
      )
    }
    lines.push('')
  }
  for (const section of sections) {
    const shown = section.subsections.filter((subsection) => draft || subsection.items.length > 0)
    if (shown.length === 0) continue
    lines.push(`## ${section.title}`, '')
    for (const subsection of shown) {
      lines.push(`### ${subsection.title}`, '')
      lines.push(
        ...(subsection.items.length > 0
          ? subsection.items.map((item) => `- ${line(item, subsection.key)}`)
          : ['*Nothing yet.*']),
        '',
      )
    }
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function line(item: NewsletterItem, section: string): string {
  const text = `${withLinks(item)}${item.waits ? ' *(not accepted yet)*' : ''}`
  if (item.printedDate === null) return text
  const date = escapeMarkdown(item.printedDate)
  return section === 'wg-meetings' ? `**${date}**: ${text}` : `${text} (${date})`
}

/** A link's words in the text become the link; others follow the text. */
function withLinks({ text, links }: NewsletterItem): string {
  let rest = text
  let said = ''
  const after: string[] = []
  for (const { text: words, url } of links) {
    if (url === null) continue
    const at = rest.indexOf(words)
    if (at < 0) {
      after.push(
        markdownLink(/^https?:/i.test(words) && URL.canParse(words) ? new URL(words).hostname : words, url),
      )
      continue
    }
    // A "!" before a link would make an image of it.
    said += escapeMarkdown(rest.slice(0, at)).replace(/!$/, '\\!') + markdownLink(words, url)
    rest = rest.slice(at + words.length)
  }
  return [said + escapeMarkdown(rest), ...after].join(' ')
}

function markdownLink(words: string, url: string): string {
  const safe = /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : undefined
  if (safe === undefined) return escapeMarkdown(words)
  const address = safe.replace(/[()<>\s\\]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  )
  if (!showsAnotherAddress(words, safe)) return `[${escapeMarkdown(words)}](${address})`
  return `${escapeMarkdown(words)} ([${escapeMarkdown(safe)}](${address}))`
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
    .replace(/\b(https?):\/\//gi, '$1&#58;//')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`)
}
