import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const none = { size: 0, mtimeMs: 0 }
const sources = ['adapters', 'commands', 'db', 'src']

/** The file of the program whose modules were joined to a few, unless a source has changed since. */
export function joinedProgram(root: string): string | undefined {
  const file = join(folderOfJoined(root), 'main.mjs')
  return existsSync(file) ? file : undefined
}

/** Where the program is joined to; named for the sources as they are: where they stand, their sizes and times. */
export function folderOfJoined(root: string): string {
  const hash = createHash('sha256').update(root)
  const note = (file: string) => {
    const { size, mtimeMs } = statSync(join(root, file), { throwIfNoEntry: false }) ?? none
    // Images of containers keep whole seconds.
    hash.update(`${file}\0${size}\0${Math.floor(mtimeMs / 1_000)}\0`)
  }
  for (const folder of sources) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    for (const name of names.sort()) if (/\.\w+$/.test(name)) note(join(folder, name))
  }
  note('package-lock.json')
  return join(root, 'dist', hash.digest('hex').slice(0, 16))
}
