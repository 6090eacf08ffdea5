import { closingOf } from '../closing.ts'
import type { Newsletter } from '../compose/compose.ts'
import type { PrintedPart } from '../compose/printedPart.ts'
import { shownParts } from '../render/itemParts.ts'
import { paragraphsOf } from '../render/paragraphs.ts'
import { shownSections } from '../render/shownSections.ts'
import { editionLine, figureChange, figureLabel, figuresTitleOf, titleOf } from '../render/title.ts'
import type { MailLinks } from './mailHtml.ts'

/** The newsletter as plain text, for mail programs and readers that show no other; links stand in angle brackets. */
export function renderMailText(newsletter: Newsletter, { page, unsubscribe }: MailLinks = {}): string {
  const closing = closingOf(newsletter)
  const corrected = editionLine(newsletter)
  const { status, foreword, figures } = newsletter
  const lines = [
    titleOf(newsletter),
    ...(status === 'published' ? [] : ['Draft']),
    ...(corrected === undefined ? [] : [corrected]),
    '',
    ...paragraphsOf(foreword).flatMap((paragraph) => [paragraph, '']),
    ...(page === undefined ? [] : [`On the web: <${page}>`, '']),
    ...(figures.length > 0 ? [figuresTitleOf(newsletter).toUpperCase(), ''] : []),
    ...figures.map((figure) => {
      const change = figureChange(figure)
      return `${figureLabel(figure)}: ${figure.value.toLocaleString('en')}${change === '' ? '' : ` (${change})`}`
    }),
    ...(figures.length > 0 ? [''] : []),
    ...shownSections(newsletter).flatMap((section) => [
      section.title.toUpperCase(),
      '',
      ...section.subsections.flatMap(({ key, title, note, items }) => [
        title,
        ...paragraphsOf(note),
        ...items.map(
          (item) =>
            `- ${shownParts(item, key).map(partText).join('')}${item.waits ? ' (not accepted yet)' : ''}`,
        ),
        '',
      ]),
    ]),
    ...(closing
      ? [
          closing.title.toUpperCase(),
          '',
          ...closing.paragraphs.flatMap((pieces) => [pieces.map(({ text }) => text).join(''), '']),
        ]
      : []),
    ...(unsubscribe === undefined ? [] : ['-- ', `Leave the list: <${unsubscribe}>`]),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function partText({ text, url }: PrintedPart): string {
  const words = text.replace(/\s+/g, ' ')
  return url === null ? words : `${words} <${url}>`
}
