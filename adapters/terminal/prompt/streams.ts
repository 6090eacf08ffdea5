import type { Interface } from 'node:readline'

import { createLines, type InputQueue, readLines, type TerminalInput } from './lines.ts'
import { lineMark } from './paste.ts'
import { type Asking, openReader, type ReaderStreams } from './reader.ts'
import { createScreen, write } from './screen.ts'

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

interface Streams extends ReaderStreams {
  readonly interactive: boolean
  readonly colour: boolean
}

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

function connectPerson(streams: Streams): Connection {
  const lines = createLines()
  const screen = createScreen(streams.output)
  const prompt = streams.colour ? `\u001b[36m${name}\u001b[0m ` : `${name} `
  let reader: Interface | undefined
  let asking: Asking | undefined

  async function read(question: string, kind: Asking, present = ''): Promise<TerminalInput> {
    reader ??= openReader(streams, { asking: () => asking, put: lines.put })
    asking = kind
    reader.setPrompt(question)
    // What was typed ahead stands at its own prompt, above its answer.
    const ahead = lines.waiting > 0 ? await lines.next() : undefined
    if (ahead) {
      screen.clearTyped(reader)
      if (ahead.kind === 'line') await screen.write(`${question}${ahead.text}\n`)
      asking = undefined
      return ahead
    }
    screen.drawn()
    reader.prompt(true)
    if (present !== '') reader.write(present.replace(/\r\n?|\n/g, lineMark).replaceAll('\t', ' '))
    const entry = await lines.next()
    asking = undefined
    return entry
  }

  return {
    next: () => read(prompt, 'command'),
    async ask(question, present) {
      // A prompt is one row, so that nothing above it is drawn anew.
      const last = question.lastIndexOf('\n') + 1
      if (last > 0) await screen.write(question.slice(0, last))
      return read(question.slice(last), 'field', present)
    },
    async print(text) {
      if (!reader || asking === undefined) {
        if (reader) screen.clearTyped(reader)
        return screen.write(`${text}\n`)
      }
      await screen.writeAbove(reader, text)
      if (asking !== undefined) reader.prompt(true)
    },
    close() {
      lines.stop()
      reader?.close()
    },
  }
}
