import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { type RolldownPlugin, rolldown } from 'rolldown'

import { folderOfJoined } from '../process/joined/joinedProgram.ts'

/** Packages of very many small files; all others are loaded from where they are. */
const joined = /^(?:kysely|date-fns|@date-fns\/\w+|zod)(?:\/|$)/

/**
 * Joins the modules of the program that stands at `root` to a few files: with that many fewer to find, a start takes
 * half as long. Does nothing where they are joined already; those of sources that were changed since are removed.
 */
export async function joinProgram(root: string): Promise<void> {
  const folder = folderOfJoined(root)
  if (existsSync(folder)) return
  const bundle = await rolldown({
    input: { main: join(root, 'src/main.ts') },
    cwd: root,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith(root) && !joined.test(id),
    plugins: [whereItStood(root), inAscii],
  })
  const { output } = await bundle.generate({
    // The sources are told from where the files will stand.
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    sourcemap: true,
    sourcemapExcludeSources: true,
    comments: false,
    minify: {
      compress: false,
      mangle: false,
      codegen: { asciiOnly: true, removeWhitespace: false },
    },
  })
  await bundle.close()
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  for (const file of output) {
    writeFileSync(join(unfinished, file.fileName), file.type === 'chunk' ? file.code : file.source)
  }
  renameSync(unfinished, folder)
  for (const old of othersByAge(folder).slice(1)) rmSync(old, { recursive: true, force: true })
}

/** The newest first: the program that runs while the next one is installed may still have to load a part of itself. */
function othersByAge(folder: string): readonly string[] {
  const all = readdirSync(dirname(folder)).map((name) => join(dirname(folder), name))
  const others = all.filter((one) => one !== folder).map((one) => ({ one, at: statSync(one).mtimeMs }))
  return others.sort((a, b) => b.at - a.at).map(({ one }) => one)
}

/** A module that asks for its own place is told the one it had before it was joined with others. */
function whereItStood(root: string): RolldownPlugin {
  return {
    name: 'where-it-stood',
    transform: (code, id) =>
      id.startsWith(root) && !id.includes('node_modules') && code.includes('import.meta.url')
        ? // On the same line, so that a place in the file is still found.
          { code: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)), map: null }
        : undefined,
  }
}

/** For tagged templates, which are left as they are written: one sign beyond Latin doubles what a file takes in memory. */
const inAscii: RolldownPlugin = {
  name: 'in-ascii',
  transform: (code) => ({
    code: code.replace(
      /(?<!\\)[^\0-\x7f]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
    map: null,
  }),
}
