import { dirname } from 'node:path'

import { functionsIn } from './functions.ts'
import type { Source } from './sources.ts'

const most = { files: 15, lines: 200, ofFunction: 80 } as const

/** Files that may be longer, and why. */
const longer: Readonly<Record<string, string>> = {
  'db/migrations/0001-house.ts': 'the tables of the first edition, which no later change may touch',
  'db/schema.ts': 'written by a program from the migrated database',
  'db/samples/entities.ts': 'data',
  'db/samples/groups.ts': 'data',
  'test/adapters/discord/render/message.test.ts': 'a table: what each block becomes',
  'test/adapters/slack/render/message.test.ts': 'a table: what each block becomes',
  'test/adapters/teams/render/message.test.ts': 'a table: what each block becomes',
  'test/adapters/slack/forms/modal.test.ts': 'a table: what each option becomes',
  'test/adapters/teams/forms/card.test.ts': 'a table: what each option becomes',
  'test/adapters/discord/forms/modal.test.ts': 'a table: what each option becomes',
}

/** Folders that may hold more files, each with its reason. */
const fuller: Readonly<Record<string, string>> = {
  'db/migrations': 'a list that only grows, each file named by its number and never edited',
}

/** Folders with too many files of ours. */
export function crowded(sources: readonly Source[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { file } of sources) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  return [...counts]
    .filter(([folder, count]) => count > most.files && fuller[folder] === undefined)
    .map(([folder]) => folder)
}

/** Files that are too long to be one idea. */
export function tooLong(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ file, text }) => text.split('\n').length - 1 > most.lines && longer[file] === undefined)
    .map(({ file }) => file)
}

/** Functions with a body that is too long to be one idea. */
export function longFunctions({ file, code }: Source): readonly string[] {
  return functionsIn(code)
    .filter(({ lines }) => lines.length > most.ofFunction)
    .map(({ name }) => `${file} ${name}`)
}
