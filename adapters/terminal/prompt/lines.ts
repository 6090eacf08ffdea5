import { StringDecoder } from 'node:string_decoder'

/** What comes in: a line, ctrl-C at a prompt, or the end of input. */
export type TerminalInput =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'interrupt' }
  | { readonly kind: 'end' }

/** Entries in their order, however they arrive; after the end there is only the end. */
export interface InputQueue {
  put(entry: TerminalInput): void
  next(): Promise<TerminalInput>
  /** Forgets what waits: nothing more is read. */
  stop(): void
  readonly waiting: number
}

export function createLines(taken: () => void = () => undefined): InputQueue {
  let queue: TerminalInput[] = []
  let ended = false
  let wanted: ((entry: TerminalInput) => void) | undefined

  function put(entry: TerminalInput): void {
    if (ended) return
    if (entry.kind === 'end') ended = true
    const give = wanted
    wanted = undefined
    if (give) give(entry)
    else if (entry.kind !== 'end') queue.push(entry)
  }

  return {
    put,
    next() {
      const entry = queue.shift()
      if (entry) {
        taken()
        return Promise.resolve(entry)
      }
      if (ended) return Promise.resolve({ kind: 'end' })
      return new Promise((resolve) => {
        wanted = resolve
      })
    },
    stop() {
      queue = []
      put({ kind: 'end' })
    },
    get waiting() {
      return queue.length
    },
  }
}

const most = 500

/**
 * Reads a stream as lines that end with a line feed. readline would also end one at U+2028 and at a bare
 * carriage return, so that a pasted text could smuggle in a second command.
 */
export function readLines(input: NodeJS.ReadableStream): InputQueue {
  const decoder = new StringDecoder('utf8')
  const lines = createLines(() => {
    if (lines.waiting < most / 2) input.resume()
  })
  let parts: string[] = []
  input.on('data', (chunk: Buffer | string) => {
    const [first = '', ...others] = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n')
    parts.push(first)
    for (const part of others) {
      lines.put(lineOf(parts))
      parts = [part]
    }
    if (lines.waiting > most) input.pause()
  })
  input.on('end', () => {
    parts.push(decoder.end())
    if (parts.join('') !== '') lines.put(lineOf(parts))
    lines.put({ kind: 'end' })
  })
  input.on('error', () => lines.put({ kind: 'end' }))
  return lines
}

function lineOf(parts: readonly string[]): TerminalInput {
  return { kind: 'line', text: parts.join('').replace(/^\ufeff|\r$/g, '') }
}
