// JavaScript, since it runs before anything is kept: what it imports is stripped of its types and compiled once, and
// read from the cache at every later start.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/rapporteur/compiled', import.meta.url)))
await import('./main.ts')
