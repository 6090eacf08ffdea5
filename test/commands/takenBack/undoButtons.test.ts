import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

const folder = new URL('../../../commands/', import.meta.url)

test('no button that undoes is red, which stands for what cannot be undone', () => {
  const red = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const source = readFileSync(new URL(name, folder), 'utf8')
      return [...source.matchAll(/button\(\s*[^,]*['`]Undo[^,]*,[^()]*?'danger',?\s*\)/g)].map(
        ([call]) => `${name}: ${call}`,
      )
    })

  expect(red).toEqual([])
})
