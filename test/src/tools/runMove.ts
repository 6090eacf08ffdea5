import { type ChildProcess, execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { compiled } from '../../support/clones/compiled.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder with an embedded store, and the programs that an operator runs on it. */
export interface Mover {
  readonly folder: string
  move(url: string | undefined, meanwhile?: (child: ChildProcess) => void): Promise<Ran>
  /** The bot at its prompt, which is given those lines. */
  bot(url: string | undefined, ...lines: readonly string[]): Promise<Ran>
  end(): Promise<void>
}

export async function createMover(): Promise<Mover> {
  const folder = await mkdtemp(join(tmpdir(), 'move-'))
  function run(
    args: readonly string[],
    url: string | undefined,
    meanwhile: (child: ChildProcess) => void = () => undefined,
  ): Promise<Ran> {
    return new Promise((resolve) => {
      const env = {
        ...compiled,
        PATH: process.env['PATH'] ?? '',
        RAPPORTEUR_DATA: folder,
        ...(url !== undefined && { DATABASE_URL: url }),
      }
      const child = execFile(process.execPath, args, { env }, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      })
      meanwhile(child)
    })
  }
  return {
    folder,
    move: (url, meanwhile) => run(['src/tools/moveStore.ts'], url, meanwhile),
    bot: (url, ...lines) =>
      run(
        ['src/start.js', '--now', '2026-11-23T09:00:00Z', '--as', 'secretariat@compact.example'],
        url,
        ({ stdin }) => void stdin?.end(lines.join('\n')),
      ),
    end: () => rm(folder, { recursive: true }),
  }
}
