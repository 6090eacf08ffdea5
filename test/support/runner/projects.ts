import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What a test needs: nothing, a database server, or processes of its own and faults on their way. */
export type Project = 'pure' | 'world' | 'process'

/** The test files of each project, told apart by what they import, however far down. */
export function testFiles(): Readonly<Record<Project, readonly string[]>> {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('test', name))
    .sort()
  const known = new Map<string, ReadonlySet<string>>()
  const by = Map.groupBy(files, (file) => projectOf(reached(file, known)))
  return { pure: by.get('pure') ?? [], world: by.get('world') ?? [], process: by.get('process') ?? [] }
}

function projectOf(all: ReadonlySet<string>): Project {
  if (all.has('test/support/processes.ts')) return 'process'
  return all.has('test/support/database.ts') ? 'world' : 'pure'
}

/** The files of the tests that one of them imports, itself among them. */
function reached(file: string, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = known.get(file)
  if (found) return found
  const all = new Set([file])
  known.set(file, all)
  const text = readFileSync(join(root, file), 'utf8')
  for (const [, name = ''] of text.matchAll(/^(?:import|export) (?!type\b)[\w\s{},*]*?from '(\.[^']+)'/gm)) {
    const imported = relative(root, resolve(root, dirname(file), name))
    if (!imported.startsWith('test/')) continue
    for (const one of reached(imported, known)) all.add(one)
  }
  return all
}
