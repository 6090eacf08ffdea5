import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'

import type { Message } from '../../src/core/message.ts'

export interface WrittenFile {
  readonly name: string
  readonly mediaType: string
  /** Absolute. */
  readonly path: string
}

/** Writes a message's files into `files` of the data folder; one that is there with other content stays. */
export function writeFiles({ blocks }: Message, dataDir: string): readonly WrittenFile[] {
  return blocks.flatMap((one) => {
    if (one.kind !== 'file') return []
    const folder = resolve(dataDir, 'files')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const path = freePath(folder, basename(one.name).replace(/[^\p{L}\p{N}._-]+/gu, '-'), one.content)
    writeFileSync(path, one.content, { mode: 0o600 })
    return [{ name: one.name, mediaType: one.mediaType, path }]
  })
}

function freePath(folder: string, name: string, content: string): string {
  const ending = extname(name)
  for (let number = 1; ; number++) {
    const path = join(
      folder,
      number === 1 ? name : `${name.slice(0, name.length - ending.length)}-${number}${ending}`,
    )
    if (!existsSync(path) || readFileSync(path, 'utf8') === content) return path
  }
}
