import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'

import { codeOf, UserError } from '../../../src/core/errors.ts'
import type { InputFile } from '../../../src/core/inputFile.ts'
import { fileSize } from '../../../src/core/text/fileSize.ts'
import { shorten } from '../../../src/core/text/text.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.vcf': 'text/vcard',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A file of this machine by its path, from where the bot was started. */
export function localFile(typed: string): InputFile {
  const path = resolve(typed)
  return {
    name: basename(path),
    mediaType: mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
    read: (limit) => readWithin(path, typed, limit),
  }
}

async function readWithin(path: string, typed: string, limit: number): Promise<Uint8Array> {
  // A pipe that nobody writes to would hold up the open itself.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw new UserError(`I cannot open “${shorten(typed)}”${because(error)}.`)
  })
  try {
    const found = await file.stat()
    if (!found.isFile()) throw new UserError(`“${shorten(typed)}” is not a file.`)
    if (found.size > limit) {
      throw new UserError(`“${shorten(typed)}” is too large: send at most ${fileSize(limit)}.`)
    }
    return await file.readFile()
  } finally {
    await file.close()
  }
}

function because(error: unknown): string {
  const code = codeOf(error)
  if (code === 'ENOENT') return ': there is no such file'
  return code === 'EACCES' ? ': I may not read it' : ''
}
