import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { codeOf } from '../../../src/core/errors.ts'
import { fileBytes, type Message } from '../../../src/core/message.ts'
import { oneLine } from '../render/width.ts'

export interface WrittenFile {
  readonly name: string
  readonly mediaType: string
  /** Absolute. */
  readonly path: string
}

/**
 * Writes a message's files into `files` of the data folder, in their order; one that is there with other
 * content stays. Rejects with the file system's own error.
 */
export async function writeFiles({ blocks }: Message, dataDir: string): Promise<readonly WrittenFile[]> {
  const folder = resolve(dataDir, 'files')
  const written: WrittenFile[] = []
  for (const one of blocks) {
    if (one.kind !== 'file') continue
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const path = await place(folder, safeName(one.name), fileBytes(one))
    written.push({ name: one.name, mediaType: one.mediaType, path })
  }
  return written
}

/** The last part of a name, without what a file system or a terminal could take amiss. */
function safeName(name: string): string {
  const last = oneLine(name).split(/[/\\]/).at(-1) ?? ''
  const safe = last.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '')
  if (safe === '') return 'file'
  const ending = extname(safe).slice(0, 16)
  return `${safe.slice(0, safe.length - extname(safe).length).slice(0, 60)}${ending}`
}

async function place(folder: string, name: string, content: Buffer): Promise<string> {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? name : `${stem}-${number}${ending}`)
    try {
      await writeFile(path, content, { mode: 0o600, flag: 'wx' })
      return path
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    // A folder of that name cannot be read, and is other content too.
    if ((await readFile(path).catch(() => undefined))?.equals(content)) return path
  }
}
