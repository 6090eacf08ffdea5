import type { Answer, Form } from '../../../src/core/invocation.ts'
import type { Message } from '../../../src/core/message.ts'
import { withoutIsolates } from '../../../src/core/text/direction/isolate.ts'
import type { WrittenFile } from '../files/writeFiles.ts'
import { wantedFields } from '../forms/wantedFields.ts'
import { renderText } from './message.ts'

const bare = { colour: false, width: 0, numbered: true } as const

/** Whether an answer counts as done: a question before something destructive does, a form that wants more does not. */
export function isOk({ outcome, form }: Pick<Answer, 'outcome' | 'form'>): boolean {
  return outcome === 'done' || (outcome === 'asked' && form === undefined)
}

/** An answer as one line: `{"ok","text","message"}`, with `files` and `form` where there are any. */
export function answerLine(answer: Answer, files: readonly WrittenFile[]): string {
  const form = answer.outcome === 'asked' ? answer.form : undefined
  return oneJsonLine({
    ok: isOk(answer),
    text: withoutIsolates(renderText(answer.message, { ...bare, paths: files.map((file) => file.path) })),
    message: withPaths(answer.message, files),
    ...(files.length > 0 ? { files } : {}),
    ...(form ? { form: asked(form) } : {}),
  })
}

function asked(form: Form): { readonly command: string; readonly fields: readonly string[] } {
  return { command: form.command, fields: wantedFields(form).map(({ name }) => name) }
}

/** A delivery as one line: `{"to","text","message"}`, with `files` where there are any. */
export function deliveryLine(to: string, message: Message, files: readonly WrittenFile[]): string {
  return oneJsonLine({
    to,
    text: withoutIsolates(
      renderText(message, { ...bare, numbered: false, paths: files.map((file) => file.path) }),
    ),
    message: withPaths(message, files),
    ...(files.length > 0 ? { files } : {}),
  })
}

/** A line said by the terminal itself, that did not reach the bot. */
export function localLine(ok: boolean, text: string): string {
  return oneJsonLine({ ok, text, message: { summary: [{ kind: 'text', text }], blocks: [] } })
}

/** JSON leaves some characters bare that a terminal obeys or that a reader of lines takes for a line's end. */
function oneJsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function withPaths(message: Message, files: readonly WrittenFile[]): unknown {
  let next = 0
  const blocks = message.blocks.map((one) => {
    if (one.kind !== 'file') return one
    const path = files[next++]?.path
    return {
      kind: one.kind,
      name: one.name,
      mediaType: one.mediaType,
      ...(path === undefined ? {} : { path }),
    }
  })
  return { ...message, blocks }
}
