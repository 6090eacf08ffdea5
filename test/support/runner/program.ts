import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { type RolldownPlugin, rolldown } from 'rolldown'

import { cache } from '../../../src/process/cache.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = join(cache, 'programs')

/** Packages of very many small files; all others are loaded from where they are. */
const joined = /^(?:kysely|date-fns|@date-fns\/\w+|zod)(?:\/|$)/

/** The program that tests start: its modules, joined to a few files. That many fewer to find halve a start’s work. */
export async function setup(): Promise<void> {
  process.env['TEST_PROGRAM'] = await joinProgram()
}

/** Writes the program to a folder that is named for what it holds, and returns the file to be run. */
export async function joinProgram(): Promise<string> {
  const bundle = await rolldown({
    input: { main: join(root, 'src/main.ts') },
    cwd: root,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith(root) && !joined.test(id),
    plugins: [whereItStood],
  })
  const { output } = await bundle.generate({
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  })
  await bundle.close()
  const files = output.flatMap((one) =>
    one.type === 'chunk' ? [{ name: one.fileName, text: one.code }] : [],
  )
  const hash = createHash('sha256')
  for (const { name, text } of files) hash.update(`${name}\0${text}\0`)
  const own = join(folder, hash.digest('hex').slice(0, 16))
  if (!existsSync(own)) writeAtOnce(own, files)
  return join(own, 'main.mjs')
}

/** A module that asks for its own place is told the one it had before it was joined with others. */
const whereItStood: RolldownPlugin = {
  name: 'where-it-stood',
  transform: (code, id) =>
    id.startsWith(root) && !id.includes('node_modules') && code.includes('import.meta.url')
      ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      : undefined,
}

const dayMs = 86_400_000

function writeAtOnce(own: string, files: readonly { readonly name: string; readonly text: string }[]): void {
  const unfinished = `${own}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  for (const old of readdirSync(folder).map((name) => join(folder, name))) {
    if (Date.now() - statSync(old).mtimeMs > dayMs) rmSync(old, { recursive: true, force: true })
  }
  for (const { name, text } of files) writeFileSync(join(unfinished, name), text)
  // Another run may have been quicker; what it wrote is the same.
  if (existsSync(own)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, own)
}
