import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const platforms = ['slack', 'teams', 'discord'].map((name) => `adapters/${name}/README.md`)
const pages = [
  'README.md',
  'RUNNING.md',
  'adapters/README.md',
  'db/README.md',
  'src/README.md',
  'commands/README.md',
  'test/README.md',
  ...platforms,
]

/** The files that a page names with their folder, in code or as a link; an address on the web or of the server is none. */
function filesNamed(text: string): readonly string[] {
  const inCode = [...text.matchAll(/`((?:[\w.-]+\/)+[\w-]+\.(?:ts|md|json))`/g)]
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)]
  return [...inCode, ...links].map(([, file = '']) => file)
}

test.each(pages)('every file that %s names is there', (page) => {
  const places = ['', dirname(page), 'src/chat']
  const missing = filesNamed(read(page)).filter(
    (file) => !places.some((place) => existsSync(join(root, place, file))),
  )

  expect(missing).toEqual([])
})

test('every npm script that a page names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/npm run (?:-s )?([\w-]+)/g)].map(([, name]) => name),
  )

  expect(named.length).toBeGreaterThan(3)
  expect(named.filter((name) => !scripts[name ?? ''])).toEqual([])
})

test('the image gives Node the options that npm start gives it', () => {
  const options = (text: string) => text.match(/--(?:v8|max|heap)-[\w-]+=\d+/g)

  expect(options(read('Dockerfile'))).toEqual(options(read('package.json')))
})
