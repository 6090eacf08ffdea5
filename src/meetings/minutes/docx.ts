import { wordPage, wordStyles } from '../../core/document/wordStyle.ts'
import { beginsFromRight } from '../../core/text/direction/isolate.ts'
import { harmless } from '../../core/text/text.ts'
import type { MinutesLine } from './minutes.ts'

/** Minutes as a Word document. The library is loaded only when one is asked for. */
export async function minutesDocx(lines: readonly MinutesLine[], title: string): Promise<Buffer> {
  const { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } =
    await import('docx')
  const shapes = {
    title: { heading: HeadingLevel.TITLE },
    heading: { heading: HeadingLevel.HEADING_1 },
    text: { spacing: { after: 120 } },
    entry: { bullet: { level: 0 } },
  } as const satisfies Record<MinutesLine['kind'], object>
  const paragraphs = lines.flatMap(({ kind, text }) =>
    harmless(text)
      .split('\n')
      .map(
        (part) =>
          new Paragraph({
            ...shapes[kind],
            bidirectional: beginsFromRight(part),
            children: [new TextRun({ text: part, rightToLeft: beginsFromRight(part) })],
          }),
      ),
  )
  const about = { title: harmless(title), creator: 'Rapporteur', lastModifiedBy: 'Rapporteur' }
  const number = new TextRun({ children: [PageNumber.CURRENT], color: '5A6270' })
  const footer = new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
  })
  const sections = [{ properties: wordPage, footers: { default: footer }, children: paragraphs }]
  return Packer.toBuffer(new Document({ ...about, styles: wordStyles, sections }))
}
