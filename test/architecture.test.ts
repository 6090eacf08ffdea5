import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Source {
  readonly file: string
  readonly text: string
  /** Files of ours, relative to the root, and packages. */
  readonly imports: readonly string[]
}

const sources: readonly Source[] = ['src', 'adapters', 'commands', 'db'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(join(folder, name))),
)

function read(file: string): Source {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [
    ...text.matchAll(/^(?:import|export) [\w\s{},*]*?from '([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm),
  ].map(([, name, late]) => name ?? late ?? '')
  const imports = found.map((name) =>
    name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)) : name,
  )
  return { file, text, imports }
}

/** The floor that a file of ours stands on. */
function floor(file: string): string {
  if (file.startsWith('src/core/')) return 'core'
  if (file.startsWith('src/chat/')) return 'chat'
  if (/^src\/(meetings|newsletter)\//.test(file)) return file.split('/').slice(0, 2).join('/')
  if (file.startsWith('src/')) return 'src'
  if (file === 'adapters/index.ts') return 'adapters'
  if (file.startsWith('adapters/')) return file.split('/').slice(0, 2).join('/')
  return file.split('/')[0] ?? ''
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true
  if (to === 'core') return true
  if (from === 'commands') return to === 'db' || to === 'src/meetings' || to === 'src/newsletter'
  if (from.startsWith('adapters/')) return to === 'chat'
  if (from === 'src') return true
  if (from === 'adapters') return to.startsWith('adapters/')
  return false
}

/** Which packages may be named where; a package that is not in the table may be named nowhere. */
const homes: Readonly<Record<string, RegExp>> = {
  kysely: /^(db|commands|src)\//,
  pg: /^db\//,
  '@electric-sql/pglite': /^db\/store\/connect\.ts$/,
  'pg-boss': /^src\/delivery\/jobs\.ts$/,
  'node-cron': /^src\/delivery\/ticks\.ts$/,
  fastify: /^(src\/process\/server\.ts|adapters\/)/,
  '@fastify/helmet': /^src\/process\/server\.ts$/,
  nodemailer: /^src\/process\/mail\.ts$/,
  pino: /^src\/process\/log\.ts$/,
  zod: /^(src\/settings\/settings|src\/chat\/settings\/safeUrl|adapters\/\w+\/environment)\.ts$/,
  fflate: /^adapters\/teams\/registration\/package\.ts$/,
  'discord.js': /^adapters\/discord\//,
  botbuilder: /^adapters\/teams\/doors\/authenticate\.ts$/,
  '@slack/bolt': /^adapters\/slack\/doors\/bolt\.ts$/,
  '@slack/socket-mode': /^adapters\/slack\/doors\/socketMode\.ts$/,
  '@slack/oauth': /^adapters\/slack\/people\/install\.ts$/,
  '@slack/web-api': /^adapters\/slack\//,
  'chrono-node': /^src\/core\/time\/moment\.ts$/,
  '@date-fns/tz': /^src\/core\/time\/zone\.ts$/,
}

describe('the floors', () => {
  test('there is something to look at', () => {
    expect(sources.length).toBeGreaterThan(80)
  })

  test.each(sources)('$file imports only from floors that it may know', ({ file, imports }) => {
    const wrong = imports.filter(
      (name) => /^(src|adapters|commands|db)\//.test(name) && !mayImport(floor(file), floor(name)),
    )

    expect(wrong).toEqual([])
  })

  test.each(sources)('$file names only packages that are at home there', ({ file, imports }) => {
    const packages = imports
      .filter((name) => !name.startsWith('node:') && !/^(src|adapters|commands|db)\//.test(name))
      .map((name) =>
        name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name),
      )

    expect(packages.filter((name) => !homes[name]?.test(file))).toEqual([])
  })

  test.each(sources)(
    '$file asks the clock for now, and only a program for the environment',
    ({ file, text }) => {
      if (file !== 'src/core/clock.ts') expect(text).not.toMatch(/new Date\(\)|Date\.now\(/)
      if (!/^src\/(main|tools\/register)\.ts$/.test(file)) expect(text).not.toMatch(/process\.env/)
      expect(text).not.toMatch(/Math\.random/)
    },
  )

  test.each(sources)('$file exports names, and uses neither enum nor any', ({ text }) => {
    expect(text).not.toMatch(
      /export default|^\s*(export )?(const )?enum |: any\b|as any\b|@ts-ignore|as unknown as/m,
    )
  })

  test('no file imports itself in a circle', () => {
    const graph = new Map(sources.map(({ file, text }) => [file, valueImports(file, text)]))
    const circles = [...graph.keys()].filter((start) => reaches(graph, start))

    // Help lists the features of which it is one.
    expect(circles.filter((file) => !/^commands\/((\w+\/)?index|help)\.ts$/.test(file))).toEqual([])
  })
})

/** Imports that exist when the program runs; types are gone by then. */
function valueImports(file: string, text: string): readonly string[] {
  return [...text.matchAll(/^(?:import|export) (?!type\b)[\w\s{},*]*?from '(\.[^']+)'/gm)].map(
    ([, name = '']) => relative(root, resolve(root, dirname(file), name)),
  )
}

function reaches(graph: ReadonlyMap<string, readonly string[]>, start: string): boolean {
  const seen = new Set<string>()
  const waiting = [...(graph.get(start) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === start) return true
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(graph.get(next) ?? []))
  }
  return false
}
