import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'

import type { Host } from '../../src/core/adapter.ts'
import { complete } from './complete.ts'

export interface Line {
  /** Every line of input, one after the other, also those that came all at once. */
  lines(): AsyncIterable<string>
  /** One more line, for a form; undefined at the end of input. */
  ask(prompt: string): Promise<string | undefined>
  /** Prints above the prompt; resolves when the stream has taken it. */
  print(text: string): Promise<void>
  close(): void
}

interface Streams {
  readonly host: Host
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly interactive: boolean
  readonly exec?: string
  readonly historyFile?: string
}

const prompt = 'rapporteur › '
const historySize = 500

/** readline over the two streams, with history and completion where a person types. */
export function connect({ host, input, output, interactive, exec, historyFile }: Streams): Line {
  output.on('error', () => undefined)
  if (exec !== undefined)
    return {
      lines: nothing,
      ask: async () => undefined,
      print: (text) => write(output, `${text}\n`),
      close: () => undefined,
    }
  const reader = createInterface({
    input,
    terminal: interactive,
    historySize,
    ...(interactive
      ? {
          output,
          completer: (typed: string) => complete(host.catalog, typed),
          history: readHistory(historyFile),
        }
      : {}),
  })
  const waiting: string[] = []
  let ended = false
  let wake: (() => void) | undefined
  reader.on('line', (typed) => {
    waiting.push(typed)
    wake?.()
  })
  reader.on('close', () => {
    ended = true
    wake?.()
  })
  reader.on('SIGINT', () => {
    process.emit('SIGINT')
  })

  async function next(): Promise<string | undefined> {
    while (waiting.length === 0 && !ended) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return waiting.shift()
  }

  let atPrompt = false
  return {
    async *lines() {
      for (;;) {
        if (interactive && !ended) {
          reader.setPrompt(prompt)
          reader.prompt()
          atPrompt = true
        }
        const typed = await next()
        atPrompt = false
        if (typed === undefined) return
        if (interactive) keep(historyFile, typed)
        yield typed
      }
    },
    async ask(question) {
      if (!interactive) return undefined
      const rows = question.split('\n')
      await write(
        output,
        rows
          .slice(0, -1)
          .map((row) => `${row}\n`)
          .join(''),
      )
      reader.setPrompt(rows.at(-1) ?? '')
      reader.prompt()
      return next()
    },
    async print(text) {
      if (!atPrompt) return write(output, `${text}\n`)
      await write(output, `\r\u001b[K${text}\n`)
      reader.prompt(true)
    },
    close: () => reader.close(),
  }
}

async function* nothing(): AsyncIterable<string> {}

function write(output: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    output.write(text, () => resolve())
  })
}

/** Newest first, as readline wants it. */
function readHistory(file: string | undefined): string[] {
  if (file === undefined || !existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(-historySize)
    .reverse()
}

/** A line with a one-time code is not kept. */
function keep(file: string | undefined, line: string): void {
  if (file === undefined || line.trim() === '' || /\bcode:/i.test(line)) return
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  appendFileSync(file, `${line}\n`, { mode: 0o600 })
}
