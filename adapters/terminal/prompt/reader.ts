import { createInterface, type Interface } from 'node:readline'

import type { Catalog } from '../../../src/core/catalog.ts'
import { complete, type ValueCompletions } from './complete.ts'
import { historySize, keepHistory, mayBeKept, readHistory } from './history.ts'
import type { TerminalInput } from './lines.ts'
import { PastesAsOneLine, pasteMode, withLines } from './paste.ts'

/** What a person is asked for at a prompt. */
export type Asking = 'command' | 'field'

export interface ReaderStreams {
  readonly catalog: Catalog
  readonly meant: ValueCompletions
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly historyFile?: string
}

interface ReaderHandlers {
  /** Undefined while a command runs. */
  readonly asking: () => Asking | undefined
  readonly put: (entry: TerminalInput) => void
}

type Give = (error: null, found: [string[], string]) => void

/** readline where a person types, with history and completion, and each paste as one line. */
export function openReader(streams: ReaderStreams, { asking, put }: ReaderHandlers): Interface {
  const { catalog, meant, input, output, historyFile } = streams
  const keys = new PastesAsOneLine(input)
  input.on('error', () => keys.end())
  input.pipe(keys)
  output.write(pasteMode.on)
  const reader = createInterface({
    input: keys,
    output,
    terminal: true,
    historySize,
    completer: (typed: string, give: Give) => {
      complete(catalog, typed, meant).then(
        (found) => give(null, found),
        () => give(null, [[], typed]),
      )
    },
    history: readHistory(historyFile),
  })
  reader.on('history', (history) => {
    if (asking() === 'field' || !mayBeKept(history[0] ?? '')) history.shift()
    else keepHistory(historyFile, history)
  })
  reader.on('line', (text) => put({ kind: 'line', text: withLines(text) }))
  reader.on('close', () => {
    output.write(pasteMode.off)
    input.unpipe(keys)
    input.pause()
    put({ kind: 'end' })
  })
  reader.on('SIGINT', () => {
    const kind = asking()
    // While a command runs there is nothing to break off: it is one transaction.
    if (kind === undefined) return
    const typed = takeBack(reader)
    if (kind === 'command' && typed !== '') return
    output.write('\n')
    put({ kind: 'interrupt' })
  })
  return reader
}

/** Takes what was half typed off the line, and with it the rows that readline would go up by at the next prompt. */
function takeBack(reader: Interface): string {
  const { line } = reader
  reader.write(null, { ctrl: true, name: 'e' })
  reader.write(null, { ctrl: true, name: 'u' })
  return line
}
