import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One file of ours, its path relative to the root of the house. */
export interface Source {
  readonly file: string
  readonly text: string
  /** The text without its comments; each line stands where it stood. */
  readonly code: string
  /** Files of ours that it imports, types included, relative to the root. */
  readonly files: readonly string[]
  /** Packages that it names. */
  readonly packages: readonly string[]
  /** Those of them that are there when the program runs; of the others it knows the types alone. */
  readonly loaded: readonly string[]
}

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The product: what runs when the program runs. */
export const product: readonly Source[] = ['src', 'adapters', 'commands', 'db'].flatMap(sourcesIn)

export const tests: readonly Source[] = sourcesIn('test')

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => read(join(folder, name)))
}

function read(file: string): Source {
  const text = readFileSync(join(root, file), 'utf8')
  const code = text.replace(/^\s*(?:\/\/|\/\*|\*).*$/gm, '')
  const imports = [
    ...code.matchAll(
      /^(?:import|export) (type )?(?:[\w\s{},*]*? from )?'([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm,
    ),
  ].map(([, type, name, late]) => ({ type: type !== undefined, name: name ?? late ?? '' }))
  const packages = imports.filter(({ name }) => !/^(?:\.|node:)/.test(name))
  return {
    ...{ file, text, code },
    files: imports
      .filter(({ name }) => name.startsWith('.'))
      .map(({ name }) => relative(root, resolve(root, dirname(file), name))),
    packages: packages.map(({ name }) => packageOf(name)),
    loaded: packages.filter(({ type }) => !type).map(({ name }) => packageOf(name)),
  }
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}
