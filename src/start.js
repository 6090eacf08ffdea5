// JavaScript, since it runs before anything is kept: what it imports is stripped of its types and compiled once, and
// read from the cache at every later start.
// Imported whole: an older Node lacks some of its exports, and naming one would fail before a line of ours ran.
import * as modules from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const oldest = [22, 18]
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  process.stderr.write(
    `Rapporteur runs on Node ${oldest.join('.')} or later, and this is Node ${process.versions.node}. Start it by npm start, which brings its own Node, or install a later one.\n`,
  )
  process.exit(1)
}
modules.enableCompileCache(
  fileURLToPath(new URL('../node_modules/.cache/rapporteur/compiled', import.meta.url)),
)
const { joinedProgram } = await import('./process/joined/joinedProgram.ts')
const joined = joinedProgram(fileURLToPath(new URL('..', import.meta.url)))
await import(joined === undefined ? './main.ts' : pathToFileURL(joined).href)
