// JavaScript, since it runs before anything is kept: what it imports is stripped of its types and compiled once, and
// read from the cache at every later start.
import { enableCompileCache, setSourceMapsSupport } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/rapporteur/compiled', import.meta.url)))
const { joinedProgram } = await import('./process/joinedProgram.ts')
const joined = joinedProgram(fileURLToPath(new URL('..', import.meta.url)))
// So that a fault in the log names the sources.
if (joined !== undefined) setSourceMapsSupport(true)
await import(joined === undefined ? './main.ts' : pathToFileURL(joined).href)
