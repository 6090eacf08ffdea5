import type { FileChild, IRunOptions, ParagraphChild } from 'docx'
import { closingOf } from '../closing.ts'
import type { Newsletter, NewsletterItem } from '../compose/compose.ts'
import type { PrintedPart } from '../compose/printedPart.ts'
import { directionOf } from '../render/direction.ts'
import { itemParts } from '../render/itemParts.ts'
import { paragraphsOf } from '../render/paragraphs.ts'
import { shownSections } from '../render/shownSections.ts'
import {
  editionLine,
  figureChange,
  figureLabel,
  figuresTitleOf,
  numberHeading,
  titleOf,
} from '../render/title.ts'
import { reproducible } from './reproducible.ts'

type Docx = typeof import('docx')

/** The newsletter as a Word document with real headings, lists, links and a table; the same issue gives the same bytes. */
export async function renderDocx(newsletter: Newsletter): Promise<Uint8Array> {
  // The library is large, and few commands make a document.
  const docx = await import('docx')
  const title = titleOf(newsletter)
  const document = new docx.Document({
    title,
    creator: 'Rapporteur',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        children: [
          heading(docx, title, docx.HeadingLevel.TITLE),
          ...statusLines(docx, newsletter),
          ...notes(docx, newsletter.foreword),
          ...figureTable(docx, newsletter),
          ...body(docx, newsletter),
          ...closingWords(docx, newsletter),
        ],
      },
    ],
  })
  return reproducible(await docx.Packer.toBuffer(document), newsletter.period.to)
}

function body(docx: Docx, newsletter: Newsletter): readonly FileChild[] {
  return shownSections(newsletter).flatMap((section) => [
    heading(docx, section.title, docx.HeadingLevel.HEADING_1),
    ...section.subsections.flatMap(({ key, title, note, items }) => [
      heading(docx, title, docx.HeadingLevel.HEADING_2),
      ...notes(docx, note),
      ...items.map((item) => itemParagraph(docx, item, key)),
    ]),
  ])
}

type Level = Docx['HeadingLevel'][keyof Docx['HeadingLevel']]

function heading(docx: Docx, text: string, level: Level): FileChild {
  return new docx.Paragraph({
    heading: level,
    bidirectional: directionOf(text) === 'rtl',
    children: [run(docx, text)],
  })
}

function statusLines(docx: Docx, newsletter: Newsletter): readonly FileChild[] {
  const lines = [
    ...(newsletter.status === 'published' ? [] : ['Draft']),
    ...[editionLine(newsletter) ?? []].flat(),
  ]
  return lines.map((text) => new docx.Paragraph({ children: [run(docx, text, { italics: true })] }))
}

function notes(docx: Docx, note: string | undefined): readonly FileChild[] {
  return paragraphsOf(note).map(
    (text) => new docx.Paragraph({ bidirectional: directionOf(text) === 'rtl', children: [run(docx, text)] }),
  )
}

function closingWords(docx: Docx, newsletter: Newsletter): readonly FileChild[] {
  const closing = closingOf(newsletter)
  if (!closing) return []
  return [
    heading(docx, closing.title, docx.HeadingLevel.HEADING_1),
    ...closing.paragraphs.map(
      (pieces) =>
        new docx.Paragraph({
          bidirectional: directionOf(pieces[0]?.text ?? '') === 'rtl',
          children: pieces.map((piece) => partRun(docx, { ...piece, bold: false })),
        }),
    ),
  ]
}

function itemParagraph(docx: Docx, item: NewsletterItem, section: string): FileChild {
  const waits = item.waits ? [run(docx, ' (not accepted yet)', { italics: true })] : []
  return new docx.Paragraph({
    bullet: { level: 0 },
    bidirectional: directionOf(item.text) === 'rtl',
    children: [...itemParts(item, section).map((part) => partRun(docx, part)), ...waits],
  })
}

function partRun(docx: Docx, { text, url, bold }: PrintedPart): ParagraphChild {
  if (url === null) return run(docx, text, { bold })
  return new docx.ExternalHyperlink({ link: url, children: [run(docx, text, { bold, style: 'Hyperlink' })] })
}

/** Signs that XML cannot hold are left out. */
function run(docx: Docx, text: string, look: IRunOptions = {}) {
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return new docx.TextRun({ ...look, text: clean, rightToLeft: directionOf(clean) === 'rtl' })
}

function figureTable(docx: Docx, newsletter: Newsletter): readonly FileChild[] {
  const { figures } = newsletter
  if (figures.length === 0) return []
  const row = (cells: readonly string[], isHead = false) =>
    new docx.TableRow({
      tableHeader: isHead,
      children: cells.map(
        (text, at) =>
          new docx.TableCell({
            children: [
              new docx.Paragraph({
                alignment: at === 0 ? docx.AlignmentType.START : docx.AlignmentType.END,
                children: [run(docx, text, { bold: isHead })],
              }),
            ],
          }),
      ),
    })
  return [
    heading(docx, figuresTitleOf(newsletter), docx.HeadingLevel.HEADING_1),
    new docx.Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      rows: [
        row(['What', numberHeading(newsletter), 'Change'], true),
        ...figures.map((figure) =>
          row([figureLabel(figure), figure.value.toLocaleString('en'), figureChange(figure)]),
        ),
      ],
    }),
  ]
}
