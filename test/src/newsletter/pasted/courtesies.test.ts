import { expect, test } from 'vitest'

import { isEnding, partOpening } from '../../../../src/newsletter/pasted/courtesy/courtesies.ts'
import { endings } from '../../../../src/newsletter/pasted/courtesy/endings.ts'
import { openings } from '../../../../src/newsletter/pasted/courtesy/openings.ts'
import { saysNothing } from '../../../../src/newsletter/reading/nothingToReport.ts'

test.each(openings)('“%s” opens a message, and the news behind it stays', (said, form) => {
  expect(form.exec(said)?.[0]).toBe(said)
  if (/ $/.test(said)) expect(partOpening(`${said}WHO trained 20 nurses`).text).toBe('WHO trained 20 nurses')
})

test.each(endings)('“%s” ends a message', (said) => {
  expect(isEnding(said)).toBe(true)
})

test.each([
  ['We have nothing to report from our side', true],
  ['UNODC has no new updates this month.', true],
  ['Rien à signaler', true],
  ['Nothing about us without us: a film', false],
])('whether “%s” says that there is nothing to report: %s', (text, says) => {
  expect(saysNothing(text)).toBe(says)
})
