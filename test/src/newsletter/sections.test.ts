import { expect, test } from 'vitest'

import { readSection, subsections } from '../../../src/newsletter/sections.ts'

test.each([
  ['member states', 'member-states'],
  ['Reports & publications.', 'publications'],
  ["what's new", 'what-is-new'],
  ['key high level events', 'high-level-events'],
  ['multi_agency', 'multi-agency'],
  ['Civil Society', 'civil-society'],
] as const)('the section %s is named as people write it', (typed, key) => {
  expect(readSection(typed, subsections)).toBe(key)
})

test.each(['7', 'bananas', 'states of mind'])('%s names no section', (typed) => {
  expect(() => readSection(typed, subsections)).toThrow('is not a section')
})
