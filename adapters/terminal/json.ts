import type { Answer } from '../../src/core/invocation.ts'
import type { Message } from '../../src/core/message.ts'
import type { WrittenFile } from './files.ts'
import { renderText } from './render.ts'

const bare = { colour: false, width: 0, numbered: true } as const

/** Whether an answer counts as done: a question before something destructive does, a form that wants more does not. */
export function isOk({ outcome, form }: Answer): boolean {
  return outcome === 'done' || (outcome === 'asked' && form === undefined)
}

/** An answer as one line: `{"ok","text","message"}`, with `files` and `form` where there are any. */
export function answerLine(answer: Answer, files: readonly WrittenFile[]): string {
  const paths = new Map(files.map((file) => [file.name, file.path]))
  return JSON.stringify({
    ok: isOk(answer),
    text: renderText(answer.message, { ...bare, paths }),
    message: withPaths(answer.message, paths),
    ...(files.length > 0 ? { files } : {}),
    ...(answer.form
      ? { form: { command: answer.form.command, fields: answer.form.fields.map((field) => field.name) } }
      : {}),
  })
}

/** A delivery as one line: `{"to","text","message"}`. */
export function deliveryLine(to: string, message: Message): string {
  return JSON.stringify({ to, text: renderText(message, { ...bare, numbered: false }), message })
}

/** A line said by the terminal itself, that did not reach the bot. */
export function refusalLine(text: string): string {
  return JSON.stringify({ ok: false, text, message: { summary: [{ kind: 'text', text }], blocks: [] } })
}

function withPaths(message: Message, paths: ReadonlyMap<string, string>): unknown {
  return {
    ...message,
    blocks: message.blocks.map((one) =>
      one.kind === 'file'
        ? { kind: one.kind, name: one.name, mediaType: one.mediaType, path: paths.get(one.name) }
        : one,
    ),
  }
}
