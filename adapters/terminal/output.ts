import type { Catalog } from '../../src/core/catalog.ts'
import type { Answer } from '../../src/core/invocation.ts'
import type { Message } from '../../src/core/message.ts'
import { writeFiles } from './files/writeFiles.ts'
import { answerLine, deliveryLine, localLine } from './render/json.ts'
import { renderText } from './render/message.ts'
import { wrap } from './render/width.ts'

/** How everything is said: to a person in lines as wide as the window, or to a script in JSON. */
export interface TerminalOutput {
  answer(answer: Answer): Promise<void>
  /** Something that is delivered to the person who speaks, or to somebody of a script's. */
  deliver(to: string, message: Message): Promise<void>
  /** Said by the terminal itself; returns whether it succeeded. */
  say(ok: boolean, text: string): Promise<boolean>
  /** Said to a person alone. */
  tell(text: string): Promise<void>
}

interface VoiceDependencies {
  readonly print: (text: string) => Promise<void>
  readonly catalog: Catalog
  readonly json: boolean
  readonly colour: boolean
  readonly width: () => number
  readonly dataDir: string
}

/** Says in words that something went wrong, since not everybody sees the colour. */
const mistake = 'Error: '

export function createTerminalOutput({
  print,
  catalog,
  json,
  colour,
  width,
  dataDir,
}: VoiceDependencies): TerminalOutput {
  const look = () => ({ colour, width: width(), numbered: true, catalog })

  function red(text: string): string {
    return colour ? `\u001b[31m${text.replaceAll('\u001b[0m', '\u001b[0;31m')}\u001b[0m` : text
  }

  return {
    async answer(answer) {
      const files = await writeFiles(answer.message, dataDir)
      if (json) return print(answerLine(answer, files))
      const paths = files.map((file) => file.path)
      const wrong = answer.outcome === 'refused' || answer.outcome === 'failed'
      if (!wrong) return print(renderText(answer.message, { ...look(), paths }))
      const summary = [{ kind: 'text' as const, text: mistake }, ...answer.message.summary]
      return print(red(renderText({ ...answer.message, summary }, { ...look(), paths })))
    },
    async deliver(to, message) {
      const files = await writeFiles(message, dataDir)
      if (json) return print(deliveryLine(to, message, files))
      const paths = files.map((file) => file.path)
      const summary = [{ kind: 'text' as const, text: '✉ for you: ' }, ...message.summary]
      return print(renderText({ ...message, summary }, { ...look(), numbered: false, paths }))
    },
    async say(ok, text) {
      await print(
        json ? localLine(ok, text) : ok ? wrap(text, width()) : red(wrap(`${mistake}${text}`, width())),
      )
      return ok
    },
    async tell(text) {
      if (!json) await print(wrap(text, width(), text.startsWith('✉') ? '  ' : ''))
    },
  }
}
