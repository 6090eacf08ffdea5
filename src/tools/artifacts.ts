import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { platforms } from '../../adapters/index.ts'
import { features } from '../../commands/index.ts'
import { type CommandSpec, usage } from '../core/catalog.ts'
import { isCurrent, migratedSchema } from './schema.ts'
import { zoneTable } from './zoneTable.ts'

interface Artifact {
  /** Relative to the project's root. */
  readonly file: string
  /** Returns what the file should hold, given what it holds now. */
  make(current: string): string | Promise<string>
}

const who: Readonly<Record<CommandSpec['access']['who'], string>> = {
  everyone: 'everyone',
  anyone: 'anyone linked',
  member: 'members of the group',
  chair: 'chairs of the group',
  coordinator: 'coordinators of the entity, secretariat',
  secretariat: 'secretariat',
}

const ofPlatforms = await Promise.all(
  platforms.map(async ({ artifacts }) => (await artifacts?.(features)) ?? []),
)

const check = process.argv.includes('--check')

/** Everything that is written from the catalogue or the migrations, and checked in. */
const artifacts: readonly Artifact[] = [
  { file: 'commands/README.md', make: (current) => between(current, 'commands', commandTable()) },
  ...ofPlatforms.flat().map(({ file, content }) => ({ file, make: () => content })),
  { file: 'src/core/time/zones/names.json', make: () => entryALine(zoneTable()) },
  {
    file: 'db/schema.ts',
    make: (current) => (isCurrent(current) ? current : check ? '' : migratedSchema()),
  },
]

/** Sections of a table with each of their entries on a line. */
function entryALine(table: object): string {
  const sections = Object.entries(table).map(([name, entries]) => {
    const lines = Object.entries(entries).map(
      ([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    )
    return `  ${JSON.stringify(name)}: {\n${lines.join(',\n')}\n  }`
  })
  return `{\n${sections.join(',\n')}\n}\n`
}

function commandTable(): string {
  const rows = features.flatMap((feature) =>
    feature.commands.map(
      (command) =>
        `| \`${usage(feature, command).replaceAll('|', '\\|')}\` | ${command.onlyFor ?? who[command.access.who]} | ${command.about} |`,
    ),
  )
  return ['| command | who | what |', '| --- | --- | --- |', ...rows].join('\n')
}

/** The text with new content between the two marks of a name. */
function between(text: string, name: string, content: string): string {
  const begin = `<!-- ${name}: written by npm run artifacts -->`
  const end = `<!-- /${name} -->`
  const [head, rest] = text.split(begin)
  const tail = rest?.split(end)[1]
  if (head === undefined || tail === undefined) throw new Error(`the marks of ${name} are missing`)
  return `${head}${begin}\n\n${content}\n\n${end}${tail}`
}

/** Whether the file was stale. A stale file is written anew, unless this is only a check. */
async function isStale({ file, make }: Artifact): Promise<boolean> {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url))
  const current = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const fresh = await make(current)
  if (current !== fresh && !check) writeFileSync(path, fresh)
  return current !== fresh
}

const results = await Promise.all(artifacts.map(isStale))
const stale = artifacts.filter((_, index) => results[index])
if (check && stale.length > 0) {
  process.stderr.write(`Out of date: ${stale.map(({ file }) => file).join(', ')}. Run: npm run artifacts\n`)
  process.exitCode = 1
}
