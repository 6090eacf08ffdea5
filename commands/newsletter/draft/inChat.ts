import { type Block, block, bold, link, type Rich, rich } from '../../../src/core/message.ts'
import { type Day, formatDay } from '../../../src/core/time/day.ts'
import { closingOf } from '../../../src/newsletter/closing.ts'
import type {
  Newsletter,
  NewsletterItem,
  NewsletterSubsection,
} from '../../../src/newsletter/compose/compose.ts'
import { paragraphsOf } from '../../../src/newsletter/render/paragraphs.ts'
import { shownSections } from '../../../src/newsletter/render/shownSections.ts'
import { figureChange, figureDay, figuresTitleOf } from '../../../src/newsletter/render/title.ts'
import { asPrinted } from '../../update/printed/asPrinted.ts'

/** A draft as blocks of a chat, for its editors: its empty sections too, and each item with the number that commands take. */
export function draftInChat(newsletter: Newsletter, today: Day): readonly Block[] {
  return inChat(newsletter, newsletter.sections, ({ key, note, items }) => [
    ...noteBlocks(note),
    items.length > 0
      ? block.list(items.map((item) => numbered(item, key, today)))
      : block.text('Nothing yet.'),
  ])
}

/** A published issue as blocks of a chat, for its readers. */
export function printedInChat(newsletter: Newsletter): readonly Block[] {
  return inChat(newsletter, shownSections(newsletter), ({ key, note, items }) => [
    ...noteBlocks(note),
    ...(items.length > 0 ? [block.list(items.map((item) => asPrinted(item, key)))] : []),
  ])
}

function inChat(
  newsletter: Newsletter,
  sections: Newsletter['sections'],
  itemsOf: (subsection: NewsletterSubsection) => readonly Block[],
): readonly Block[] {
  const closing = closingOf(newsletter)
  return [
    ...noteBlocks(newsletter.foreword),
    ...figureBlocks(newsletter),
    ...sections.flatMap(({ title, subsections }) => [
      block.heading(title),
      ...subsections.flatMap((one) => [block.text(rich`${bold(one.title)}`), ...itemsOf(one)]),
    ]),
    ...(closing
      ? [
          block.heading(closing.title),
          ...closing.paragraphs.map((pieces) =>
            block.text(
              pieces.map(({ text, url }) =>
                url === null ? { kind: 'text' as const, text } : link(text, url),
              ),
            ),
          ),
        ]
      : []),
  ]
}

function figureBlocks(newsletter: Newsletter): readonly Block[] {
  if (newsletter.figures.length === 0) return []
  const fields = newsletter.figures.map((figure) => {
    const change = figureChange(figure)
    const by = change === '' || figure.value === figure.previous ? '' : ` (${change})`
    // The day stands after the number: labels have the narrower column.
    return [figure.label, `${figure.value.toLocaleString('en')}${by}${figureDay(figure)}`] as const
  })
  return [block.heading(figuresTitleOf(newsletter)), block.fields(fields)]
}

function noteBlocks(note: string | undefined): readonly Block[] {
  return paragraphsOf(note).map((paragraph) => block.text(paragraph))
}

/** An item as it is printed, with the number that commands take. */
function numbered(item: NewsletterItem, section: string, today: Day): Rich {
  const spans = asPrinted(item, section)
  const number = item.source === 'role' ? '' : item.id
  const waits = item.waits ? 'not accepted yet' : ''
  const embargo = item.embargo && item.embargo > today ? `embargo until ${formatDay(item.embargo)}` : ''
  const tail = [number, waits, embargo].filter((one) => one !== '').join(', ')
  return tail === '' ? spans : rich`${spans} [${tail}]`
}
