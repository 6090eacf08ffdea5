import { expect, test } from 'vitest'

import { otherScript } from '../../../../src/core/text/otherScript.ts'

test.each([
  ['Соколовский', 'sokolovskiy'],
  ['Щербаков', 'shcherbakov'],
  ['sokolovsky', 'соколовский'],
  ['Zhukov', 'жуков'],
  ['Natalya', 'наталя'],
])('writes %s in the other letters', (name, written) => {
  expect(otherScript(name)).toBe(written)
})

test.each(['王小明', 'محمد', 'a@b.example', 'W16'])('%s has no other letters', (text) => {
  expect(otherScript(text)).toBeUndefined()
})
