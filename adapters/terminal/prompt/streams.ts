import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline'

import type { Catalog } from '../../../src/core/catalog.ts'
import { complete, type ValueCompletions } from './complete.ts'
import { historySize, keepHistory, mayBeKept, readHistory } from './history.ts'
import { createLines, type InputQueue, readLines, type TerminalInput } from './lines.ts'
import { lineMark, PastesAsOneLine, pasteMode, withLines } from './paste.ts'

/** The two streams: where a person types, readline with history and completion; else lines, one after the other. */
export interface Connection {
  /** The next command. */
  next(): Promise<TerminalInput>
  /** The answer to a form's question, which no history keeps; `present` stands ready in it to be changed. */
  ask(question: string, present?: string): Promise<TerminalInput>
  /** Prints above the prompt, where one stands; resolves when the stream has taken it, or is gone. */
  print(text: string): Promise<void>
  /** Reads no more. */
  close(): void
}

interface Streams {
  readonly catalog: Catalog
  readonly meant: ValueCompletions
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly interactive: boolean
  readonly colour: boolean
  readonly historyFile?: string
}

type Give = (error: null, found: [string[], string]) => void

const name = 'rapporteur ›'

export function connect(streams: Streams): Connection {
  return streams.interactive ? connectPerson(streams) : connectScript(streams)
}

function connectScript({ input, output }: Streams): Connection {
  let lines: InputQueue | undefined
  let closed = false
  return {
    async next() {
      // Nothing is read before somebody asks: a single command leaves the input alone.
      lines ??= readLines(input)
      return closed ? { kind: 'end' } : lines.next()
    },
    ask: async () => ({ kind: 'end' }),
    print: (text) => write(output, `${text}\n`),
    close() {
      closed = true
      lines?.stop()
      input.pause()
    },
  }
}

function connectPerson({ catalog, meant, input, output, colour, historyFile }: Streams): Connection {
  const lines = createLines()
  const prompt = colour ? `\u001b[36m${name}\u001b[0m ` : `${name} `
  let reader: Interface | undefined
  let asking: 'command' | 'field' | undefined
  /** What was begun and taken off the screen. */
  let offScreen = ''

  function open(): Interface {
    const keys = new PastesAsOneLine(input)
    input.on('error', () => keys.end())
    input.pipe(keys)
    output.write(pasteMode.on)
    const opened = createInterface({
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
    opened.on('history', (history) => {
      if (asking === 'field' || !mayBeKept(history[0] ?? '')) history.shift()
      else keepHistory(historyFile, history)
    })
    opened.on('line', (text) => lines.put({ kind: 'line', text: withLines(text) }))
    opened.on('close', () => {
      output.write(pasteMode.off)
      input.unpipe(keys)
      input.pause()
      lines.put({ kind: 'end' })
    })
    opened.on('SIGINT', () => {
      // While a command runs there is nothing to break off: it is one transaction.
      if (asking === undefined) return
      const typed = opened.line
      // What was half typed goes, and with it the rows that readline would go up by at the next prompt.
      opened.write(null, { ctrl: true, name: 'e' })
      opened.write(null, { ctrl: true, name: 'u' })
      if (asking === 'command' && typed !== '') return
      output.write('\n')
      lines.put({ kind: 'interrupt' })
    })
    return opened
  }

  async function read(question: string, kind: 'command' | 'field', present = ''): Promise<TerminalInput> {
    reader ??= open()
    asking = kind
    reader.setPrompt(question)
    // What was typed ahead stands at its own prompt, above its answer.
    const ahead = lines.waiting > 0 ? await lines.next() : undefined
    if (ahead) {
      clearTyped(reader)
      if (ahead.kind === 'line') await write(output, `${question}${ahead.text}\n`)
      asking = undefined
      return ahead
    }
    offScreen = ''
    reader.prompt(true)
    if (present !== '') reader.write(present.replace(/\r\n?|\n/g, lineMark).replaceAll('\t', ' '))
    const entry = await lines.next()
    asking = undefined
    return entry
  }

  /** Takes a line that was begun while a command ran off the screen, once: it stands at the prompt that comes. */
  function clearTyped(typing: Interface): void {
    const { line } = typing
    if (line !== '' && line !== offScreen) {
      moveCursor(output, 0, -typing.getCursorPos().rows)
      cursorTo(output, 0)
      clearScreenDown(output)
    }
    offScreen = line
  }

  return {
    next: () => read(prompt, 'command'),
    async ask(question, present) {
      // A prompt is one row, so that nothing above it is drawn anew.
      const last = question.lastIndexOf('\n') + 1
      if (last > 0) await write(output, question.slice(0, last))
      return read(question.slice(last), 'field', present)
    },
    async print(text) {
      if (!reader || asking === undefined) {
        if (reader) clearTyped(reader)
        return write(output, `${text}\n`)
      }
      // readline goes up as many rows as its line had before it draws it anew, so they are given back.
      const { rows } = reader.getCursorPos()
      moveCursor(output, 0, -rows)
      cursorTo(output, 0)
      clearScreenDown(output)
      await write(output, `${text}\n${'\n'.repeat(rows)}`)
      if (asking !== undefined) reader.prompt(true)
    },
    close() {
      lines.stop()
      reader?.close()
    },
  }
}

function write(output: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    output.write(text, () => resolve())
  })
}
