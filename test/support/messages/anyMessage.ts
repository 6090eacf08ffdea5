import fc from 'fast-check'

import {
  type Block,
  block,
  bold,
  button,
  code,
  headed,
  link,
  message,
  moment,
  person,
} from '../../../src/core/message.ts'
import { awkward, family } from './shownMessage.ts'

const texts = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', ...awkward) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('word ', 'x', family, '𠮷', 'línea\n', '&'), fc.integer({ min: 70, max: 4000 }))
      .map(([unit, times]) => unit.repeat(times)),
  },
)
const urls = fc.oneof(
  fc.constantFrom(
    '',
    '#',
    'javascript:x',
    'http://x.example',
    'https://x.example/?a=1&b=2',
    'mailto:a@x.example',
  ),
  fc.integer({ min: 1900, max: 3100 }).map((length) => `https://x.example/${'u'.repeat(length)}`),
)
const spans = fc.oneof(
  texts.map((text) => ({ kind: 'text' as const, text })),
  texts.map(bold),
  texts.map(code),
  fc.tuple(texts, urls).map(([text, url]) => link(text, url)),
  fc.tuple(texts, fc.oneof(texts, fc.emailAddress())).map(([name, email]) => person(name, email)),
  fc
    .tuple(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      fc.constantFrom('full', 'day', 'time'),
    )
    .map(([at, style]) =>
      moment(at, 'Asia/Kathmandu', style === 'day' ? 'day' : style === 'time' ? 'time' : 'full'),
    ),
)
const richTexts = fc.array(spans, { maxLength: 4 })
const buttonRows = fc
  .array(fc.tuple(texts, fc.constantFrom(undefined, 'primary', 'danger')), { maxLength: 60 })
  .map((all) =>
    block.buttons(
      ...all.map(([label, style]) =>
        button(
          label,
          'help',
          {},
          style === 'primary' ? 'primary' : style === 'danger' ? 'danger' : undefined,
        ),
      ),
    ),
  )
const choices = fc
  .array(texts, { minLength: 6, maxLength: 40 })
  .map((all) => block.choices(all.map((label, at) => button(label, 'help', { feature: `${at}` }))))
const tables = fc
  .tuple(
    fc.array(texts, { maxLength: 22 }),
    fc.array(fc.array(richTexts, { maxLength: 6 }), { maxLength: 8 }),
    fc.constantFrom(1, 1, 30),
  )
  .map(([columns, rows, times]) => block.table(columns, Array.from({ length: times }, () => rows).flat()))
const blocks = fc.oneof(
  richTexts.map((text) => block.text(text)),
  texts.map(block.heading),
  fc.array(richTexts, { maxLength: 8 }).map((items) => block.list(items)),
  fc.array(fc.tuple(texts, richTexts), { maxLength: 6 }).map((fields) => block.fields(fields)),
  tables,
  fc.tuple(urls, texts).map(([url, alt]): Block => ({ kind: 'image', url, alt })),
  buttonRows,
  choices,
  texts.map((name) => block.file(name, 'text/plain', 'content')),
)
/** Messages of every block with texts of every size. */
export const messages = fc
  .tuple(
    richTexts,
    fc.oneof(
      fc.array(blocks, { maxLength: 8 }),
      fc.array(
        texts.map((text) => block.text(text)),
        { maxLength: 120, size: 'max' },
      ),
    ),
    fc.option(texts, { nil: undefined }),
  )
  .map(([summary, all, heading]) => {
    const notice = message(summary, ...all)
    return heading === undefined ? notice : headed(heading, notice)
  })
