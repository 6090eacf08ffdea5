import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { joinedProgram } from '../../../../src/process/joined/joinedProgram.ts'
import { placesInSources } from '../../../../src/process/joined/placesInSources.ts'
import { joinProgram } from '../../../../src/tools/joinProgram.ts'

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'joined-')))
  for (const folder of ['adapters', 'commands', 'db', 'src']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'package-lock.json'), '{}')
  write('src/greeting.ts', "export const greeting: string = 'good morning'\n")
  write('src/main.ts', "export { greeting } from './greeting.ts'\nexport const place = import.meta.url\n")
})
afterEach(() => rmSync(root, { recursive: true }))

function write(file: string, text: string): void {
  writeFileSync(join(root, file), text)
}

test('a program is joined once, and knows where its modules stood', async () => {
  expect(joinedProgram(root)).toBeUndefined()
  await joinProgram(root)
  const file = joinedProgram(root) ?? ''
  await joinProgram(root)

  expect(joinedProgram(root)).toBe(file)
  expect(await import(pathToFileURL(file).href)).toMatchObject({
    greeting: 'good morning',
    place: pathToFileURL(join(root, 'src/main.ts')).href,
  })
})

test('characters beyond Latin are escaped in the joined file, and read the same', async () => {
  write('src/main.ts', 'export const said = [`“Ω”`, String.raw`–`, "صباح", /^🌍–$/u] // “…”\n')
  await joinProgram(root)
  const file = joinedProgram(root) ?? ''
  const { said } = await import(pathToFileURL(file).href)

  expect(readFileSync(file, 'utf8')).not.toMatch(/[^\0-\x7f]/)
  expect(said.slice(0, 3)).toEqual(['“Ω”', '\\u2013', 'صباح'])
  expect(said[3].test('🌍–')).toBe(true)
})

test('a fault in a joined file is told by its place in the source', async () => {
  write('src/greeting.ts', "\n\nexport const greet = (): string => {\n  throw new Error('no “voice”')\n}\n")
  write('src/main.ts', "export { greet } from './greeting.ts'\n")
  await joinProgram(root)
  const file = joinedProgram(root) ?? ''
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((text) => text.includes('throw'))
  const place = (path: string, ...numbers: number[]) => [pathToFileURL(path).href, ...numbers].join(':')

  expect(placesInSources()(`at greet (${place(file, line + 1, 8)})\nat (${place(root, 1, 2)})`)).toBe(
    `at greet (${place(join(root, 'src/greeting.ts'), 4, 9)})\nat (${place(root, 1, 2)})`,
  )
})

test.each([
  ['edited', () => write('src/greeting.ts', "export const greeting: string = 'good night'\n")],
  ['touched', () => utimesSync(join(root, 'src/main.ts'), 1, 1)],
  ['added', () => write('commands/index.ts', '')],
  ['removed', () => rmSync(join(root, 'src/greeting.ts'))],
])('what was joined is not started once a source is %s', async (_, change) => {
  await joinProgram(root)
  change()

  expect(joinedProgram(root)).toBeUndefined()
})

test('the one before stays for whoever runs it still; older ones go', async () => {
  for (const greeting of ['a', 'bb', 'ccc']) {
    write('src/greeting.ts', `export const greeting = '${greeting}'\n`)
    await joinProgram(root)
  }

  expect(readdirSync(join(root, 'dist'))).toHaveLength(2)
})
