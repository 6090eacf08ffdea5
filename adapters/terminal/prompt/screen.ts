import { clearScreenDown, cursorTo, type Interface, moveCursor } from 'node:readline'

/** What stands on the screen around a prompt. */
export interface Screen {
  /** Resolves when the stream has taken the text, or is gone. */
  write(text: string): Promise<void>
  /** Writes a line above the prompt; the caller draws the prompt anew. */
  writeAbove(reader: Interface, text: string): Promise<void>
  /** Takes a line that was begun while a command ran off the screen, once: it stands at the prompt that comes. */
  clearTyped(reader: Interface): void
  /** A prompt was drawn, and with it whatever had been begun. */
  drawn(): void
}

export function createScreen(output: NodeJS.WritableStream): Screen {
  /** What was begun and taken off the screen. */
  let offScreen = ''

  function clearFrom(rows: number): void {
    moveCursor(output, 0, -rows)
    cursorTo(output, 0)
    clearScreenDown(output)
  }

  return {
    write: (text) => write(output, text),
    async writeAbove(reader, text) {
      // readline goes up as many rows as its line had before it draws it anew, so they are given back.
      const { rows } = reader.getCursorPos()
      clearFrom(rows)
      await write(output, `${text}\n${'\n'.repeat(rows)}`)
    },
    clearTyped(reader) {
      const { line } = reader
      if (line !== '' && line !== offScreen) clearFrom(reader.getCursorPos().rows)
      offScreen = line
    },
    drawn() {
      offScreen = ''
    },
  }
}

export function write(output: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    output.write(text, () => resolve())
  })
}
