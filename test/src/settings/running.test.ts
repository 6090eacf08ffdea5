import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

test('every setting of the program has a row in RUNNING.md', () => {
  const rows = readFileSync('RUNNING.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|')[1])
    .join(' ')
  const source = ['settings', 'calendars']
    .map((name) => readFileSync(`src/settings/${name}.ts`, 'utf8'))
    .join('\n')
  const settings = [...source.matchAll(/^ {2}([A-Z]+(?:_[A-Z]+)*): z\b/gm)].map(([, name = '']) => name)

  expect(settings.length).toBeGreaterThan(15)
  expect(settings.filter((name) => !rows.includes(`\`${name}\``))).toEqual([])
})
