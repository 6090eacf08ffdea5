import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readColumns } from '../../db/store/columns.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Columns that are called like a word of SQL, or like a name that SQL gives itself. */
const words = new Set(['as', 'at', 'text', 'key', 'value', 'word', 'position', 'zone', 'year'])

/** Every file that may speak to the store. A migration is SQL and nothing else, and is never changed. */
const files = ['db', 'commands', 'src', 'adapters']
  .flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((file) => file.endsWith('.ts') && !/^db\/(migrations|store\/(migrate|columns))\b/.test(file))

describe('SQL that is written out', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  test('names no table and no column, which the compiler could not follow', async () => {
    const columns = await readColumns(database.store.pool)
    const tables = [...new Set(columns.map(({ table }) => table))]
    const names = new Set(columns.map(({ name }) => name).filter((name) => !words.has(name)))
    const offenders = files.flatMap((file) =>
      writtenSql(readFileSync(`${root}${file}`, 'utf8'))
        .filter(
          (text) =>
            namesOf(text).some((name) => name.includes('.') || names.has(name)) || reads(text, tables),
        )
        .map((text) => `${file}: ${text}`),
    )

    expect(offenders).toEqual([])
  })

  test('is found wherever it stands, with what is filled in left out', () => {
    expect(writtenSql(`a(sql\`x = \${sql<number>\`lower(\${y})\`} and z\`, \`none\`)`)).toEqual([
      'x = ? and z',
      'lower(?)',
    ])
    expect(namesOf("case p.name when 'a.b' then p_q end")).toContain('p.name')
    expect(namesOf("case p.name when 'a.b' then p_q end")).not.toContain('a.b')
    expect(reads('exists (select 1 from people where true)', ['people'])).toBe(true)
  })
})

/** The names of a piece of SQL, texts left out. */
function namesOf(text: string): readonly string[] {
  return text.replace(/'[^']*'/g, "''").match(/\b[a-z_][a-z_0-9]*(?:\.[a-z_]+)?/g) ?? []
}

function reads(text: string, tables: readonly string[]): boolean {
  return tables.some((table) => new RegExp(`\\b(?:from|join|into|update|table)\\s+${table}\\b`).test(text))
}

/** The texts of all templates of SQL in a source, `?` for what is filled in. */
function writtenSql(source: string): readonly string[] {
  const found: string[] = []
  const opening = /\bsql(?:<[^`]*?>)?`/g
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    const { text, filled } = template(source, match.index + match[0].length)
    found.push(text, ...filled.flatMap(writtenSql))
    opening.lastIndex = match.index + match[0].length + text.length
  }
  return [...new Set(found)]
}

/** One template from after its opening mark: its text, and what is filled in. */
function template(source: string, from: number): { text: string; filled: string[] } {
  let text = ''
  const filled: string[] = []
  let at = from
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '\\') {
      text += source.slice(at, at + 2)
      at += 2
    } else if (source.startsWith('${', at)) {
      const end = closing(source, at + 2)
      filled.push(source.slice(at + 2, end))
      text += '?'
      at = end + 1
    } else {
      text += source[at]
      at += 1
    }
  }
  return { text, filled }
}

/** Where the brace that was opened before `from` is closed. */
function closing(source: string, from: number): number {
  let depth = 1
  let at = from
  while (at < source.length) {
    if (source[at] === '`') {
      at += 1
      while (source[at] !== '`') at = source.startsWith('${', at) ? closing(source, at + 2) + 1 : at + 1
    } else if (source[at] === '{') depth += 1
    else if (source[at] === '}') depth -= 1
    if (depth === 0) return at
    at += 1
  }
  return at
}
