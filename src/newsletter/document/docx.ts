import type { FileChild, Footer, IRunOptions, ParagraphChild } from 'docx'
import { wordPage, wordStyles } from '../../core/document/wordStyle.ts'
import { closingOf } from '../closing.ts'
import type { Newsletter, NewsletterItem } from '../compose/compose.ts'
import type { PrintedPart } from '../compose/printedPart.ts'
import { directionOf, headingDirection, issueDirection } from '../render/direction.ts'
import { itemParts } from '../render/itemParts.ts'
import { paragraphsOf } from '../render/paragraphs.ts'
import { shownSections } from '../render/shownSections.ts'
import {
  editionLine,
  figureChange,
  figureDay,
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
    lastModifiedBy: 'Rapporteur',
    styles: wordStyles,
    sections: [
      {
        properties: wordPage,
        footers: { default: pageNumber(docx) },
        children: [
          heading(docx, newsletter, [title, docx.HeadingLevel.TITLE]),
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

function pageNumber({ AlignmentType, Footer, PageNumber, Paragraph, TextRun }: Docx): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT], color: '5A6270' })
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}

function body(docx: Docx, newsletter: Newsletter): readonly FileChild[] {
  return shownSections(newsletter).flatMap((section) => [
    heading(docx, newsletter, [section.title, docx.HeadingLevel.HEADING_1]),
    ...section.subsections.flatMap(({ key, title, note, items }) => [
      heading(docx, newsletter, [title, docx.HeadingLevel.HEADING_2]),
      ...notes(docx, note),
      ...items.map((item) => itemParagraph(docx, item, key)),
    ]),
  ])
}

type Level = Docx['HeadingLevel'][keyof Docx['HeadingLevel']]

function heading(docx: Docx, newsletter: Newsletter, [text, level]: readonly [string, Level]): FileChild {
  return new docx.Paragraph({
    heading: level,
    bidirectional: headingDirection(newsletter, text) === 'rtl',
    children: [run(docx, text)],
  })
}

function statusLines(docx: Docx, newsletter: Newsletter): readonly FileChild[] {
  const lines = [
    ...(newsletter.status === 'published' ? [] : ['Draft']),
    ...[editionLine(newsletter) ?? []].flat(),
  ]
  const bidirectional = issueDirection(newsletter) === 'rtl'
  return lines.map(
    (text) => new docx.Paragraph({ bidirectional, children: [run(docx, text, { italics: true })] }),
  )
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
    heading(docx, newsletter, [closing.title, docx.HeadingLevel.HEADING_1]),
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

/** Characters that XML cannot hold are left out. */
function run(docx: Docx, text: string, look: IRunOptions = {}) {
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return new docx.TextRun({ ...look, text: clean, rightToLeft: directionOf(clean) === 'rtl' })
}

function figureTable(docx: Docx, newsletter: Newsletter): readonly FileChild[] {
  const { figures } = newsletter
  if (figures.length === 0) return []
  const line = { style: docx.BorderStyle.SINGLE, size: 4, color: 'C9CED6' }
  const isRtl = issueDirection(newsletter) === 'rtl'
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' }
  const cell = (children: readonly ParagraphChild[], at: number, fromRight = false) =>
    new docx.TableCell({
      width: { size: at === 0 ? 60 : 20, type: docx.WidthType.PERCENTAGE },
      children: [
        new docx.Paragraph({
          spacing: { before: 40, after: 40 },
          bidirectional: fromRight,
          alignment: at === 0 ? docx.AlignmentType.START : docx.AlignmentType.END,
          children: [...children],
        }),
      ],
    })
  const head = new docx.TableRow({
    tableHeader: true,
    children: ['What', numberHeading(newsletter), 'Change'].map((text, at) =>
      cell([run(docx, text, { bold: true })], at, isRtl && at === 0),
    ),
  })
  const rows = figures.map(
    (figure) =>
      new docx.TableRow({
        cantSplit: true,
        children: [
          cell(
            [run(docx, figure.label), run(docx, figureDay(figure))],
            0,
            directionOf(figure.label) === 'rtl',
          ),
          cell([run(docx, figure.value.toLocaleString('en'))], 1),
          cell([run(docx, figureChange(figure))], 2),
        ],
      }),
  )
  return [
    heading(docx, newsletter, [figuresTitleOf(newsletter), docx.HeadingLevel.HEADING_1]),
    new docx.Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      columnWidths: [5780, 1930, 1930],
      visuallyRightToLeft: isRtl,
      borders: {
        top: line,
        bottom: line,
        insideHorizontal: line,
        left: none,
        right: none,
        insideVertical: none,
      },
      rows: [head, ...rows],
    }),
  ]
}
