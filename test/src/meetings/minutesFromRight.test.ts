import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'

import { minutesDocx } from '../../../src/meetings/minutes/docx.ts'
import { minutesMarkdown } from '../../../src/meetings/minutes/markdown.ts'

const place = 'الرياض (القاعة 4)'
const lines = [
  { kind: 'title', text: 'Minutes: Plenary' },
  { kind: 'entry', text: `Where: ${place}, 3 rooms` },
  { kind: 'text', text: place },
] as const

test('minutes keep a place in Arabic to itself within a line of English, and lay a text in Arabic from the right', async () => {
  const text = minutesMarkdown(lines)
  const word = unzipSync(await minutesDocx(lines, 'Plenary'))['word/document.xml']
  const xml = strFromU8(word ?? new Uint8Array())

  expect(text).toContain(`- Where: \u2068${place}\u2069, 3 rooms`)
  expect(text).toContain(`\n${place}\n`)
  expect(xml.match(/<w:bidi\/>/g)).toHaveLength(1)
  expect(xml).not.toMatch(/[\u2068\u2069]/)
})
