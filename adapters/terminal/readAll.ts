import type { TerminalOutput } from './output.ts'
import type { Connection } from './prompt/streams.ts'
import type { Session } from './session.ts'

interface ReaderDependencies {
  readonly session: Pick<Session, 'handle' | 'diskFull'>
  readonly connection: Pick<Connection, 'next'>
  readonly voice: Pick<TerminalOutput, 'say' | 'tell'>
  /** A person types; else a script does. */
  readonly interactive: boolean
  /** Whether nobody reads any more what is printed. */
  readonly isGone: () => boolean
}

/** Handles line after line to the end of input, to `exit` or to a second ctrl-C; resolves to the exit code. */
export async function readAll(deps: ReaderDependencies): Promise<number> {
  const { session, connection, voice, interactive, isGone } = deps
  let interrupted = false
  while (!isGone()) {
    const entry = await connection.next()
    if (entry.kind === 'end') return 0
    if (entry.kind === 'interrupt') {
      if (interrupted) return 0
      interrupted = true
      await voice.tell('ctrl-C once more, ctrl-D or exit leaves.')
      continue
    }
    interrupted = false
    if (/^\s*\/?(exit|quit)\s*$/i.test(entry.text)) return 0
    await session.handle(entry.text)
    // A person may make room and try again; a script would run against it with every line that is left.
    const full = interactive ? undefined : session.diskFull()
    if (full) {
      const lacking = full.done ? '' : ` Not done: ${entry.text}`
      await voice.say(false, `The script ends here, at a full disk.${lacking}`)
      return 1
    }
  }
  return 0
}

/** Handles one line and nothing else; resolves to the exit code. */
export async function runOne(line: string, { session, voice }: ReaderDependencies): Promise<number> {
  const isDone =
    line.trim() === '' ? await voice.say(false, 'There is no command to run.') : await session.handle(line)
  return isDone ? 0 : 1
}
