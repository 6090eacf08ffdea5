import { Transform, type TransformCallback } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/** Stands for the end of a line in a pasted text while it can still be changed. */
export const lineMark = '␤'

/** Asks a terminal to say what was pasted, and to stop saying so. */
export const pasteMode = { on: '\u001b[?2004h', off: '\u001b[?2004l' } as const

const start = '\u001b[200~'
const end = '\u001b[201~'

/** A text with the lines that it had before it was pasted. */
export function withLines(text: string): string {
  return text.replaceAll(lineMark, '\n')
}

/**
 * What is typed, with each paste made one line: its line ends become marks, since each would else send what stands
 * before it, and its tabs become spaces, since each would else complete a word.
 */
export class PastesAsOneLine extends Transform {
  readonly #decoder = new StringDecoder('utf8')
  readonly #input: NodeJS.ReadableStream
  #rest = ''
  #pasting = false

  constructor(input: NodeJS.ReadableStream) {
    super()
    this.#input = input
  }

  /** The prompt reads key by key, which only the terminal itself can be told. */
  setRawMode(on: boolean): this {
    if ('setRawMode' in this.#input && typeof this.#input.setRawMode === 'function')
      this.#input.setRawMode(on)
    return this
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.push(this.#take(this.#rest + this.#decoder.write(chunk)))
    done()
  }

  override _flush(done: TransformCallback): void {
    this.push(this.#rest)
    done()
  }

  #take(text: string): string {
    let taken = ''
    let left = text
    for (;;) {
      const mark = this.#pasting ? end : start
      const at = left.indexOf(mark)
      if (at < 0) break
      taken += this.#changed(left.slice(0, at))
      left = left.slice(at + mark.length)
      this.#pasting = !this.#pasting
    }
    // The beginning of a mark may be the end of a chunk; a lone escape key is not a beginning.
    const mark = this.#pasting ? end : start
    const cut = [5, 4, 3, 2].find((length) => left.endsWith(mark.slice(0, length))) ?? 0
    this.#rest = cut === 0 ? '' : left.slice(-cut)
    return taken + this.#changed(cut === 0 ? left : left.slice(0, -cut))
  }

  #changed(text: string): string {
    if (!this.#pasting) return text
    return text
      .replace(/\r\n?|\n/g, lineMark)
      .replaceAll('\t', ' ')
      .replace(/[\u0000-\u001f\u007f]/g, '')
  }
}
