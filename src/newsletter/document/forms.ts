import type { Newsletter } from '../compose/compose.ts'
import { feedWords } from '../feed/feedWords.ts'
import { docxType, renderEml } from '../mail/eml.ts'
import type { MailLinks } from '../mail/mailHtml.ts'
import { renderHtml } from '../render/renderHtml.ts'
import { renderJson } from '../render/renderJson.ts'
import { renderMarkdown } from '../render/renderMarkdown.ts'
import { renderDocx } from './docx.ts'

/** A form of file in which an issue is given out. */
export interface FileForm {
  readonly ending: string
  readonly mediaType: string
  readonly isText: boolean
  render(newsletter: Newsletter, name: string, links: MailLinks): Promise<Uint8Array> | string
}

export const fileForms = {
  markdown: { ending: 'md', mediaType: 'text/markdown', isText: true, render: renderMarkdown },
  html: { ending: 'html', mediaType: 'text/html', isText: true, render: renderHtml },
  docx: { ending: 'docx', mediaType: docxType, isText: false, render: renderDocx },
  eml: { ending: 'eml', mediaType: 'message/rfc822', isText: false, render: renderEml },
  json: { ending: 'json', mediaType: 'application/json', isText: true, render: renderJson },
} as const satisfies Readonly<Record<string, FileForm>>

export type FileFormName = keyof typeof fileForms

export const fileFormNames = [
  'markdown',
  'html',
  'docx',
  'eml',
  'json',
] as const satisfies readonly FileFormName[]

/** The name of an issue's files, without its ending. */
export function fileStem({ number, period }: Pick<Newsletter, 'number' | 'period'>): string {
  return [
    'newsletter',
    ...(number === null ? [] : [number]),
    period.from.slice(0, 7),
    period.to.slice(0, 7),
  ].join('-')
}

/** Every form of an issue as it is printed now, and what the feed says of it. */
export async function everyForm(
  newsletter: Newsletter,
  links: MailLinks,
): Promise<readonly (readonly [form: FileFormName | 'feed', content: Uint8Array])[]> {
  const stem = fileStem(newsletter)
  const encoder = new TextEncoder()
  const bytes = (content: string | Uint8Array) =>
    typeof content === 'string' ? encoder.encode(content) : content
  const files = await Promise.all(
    fileFormNames.map(
      async (name) => [name, bytes(await fileForms[name].render(newsletter, stem, links))] as const,
    ),
  )
  return [...files, ['feed', encoder.encode(JSON.stringify(feedWords(newsletter)))]]
}
