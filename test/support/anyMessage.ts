import fc from 'fast-check'

import {
  type Block,
  type Button,
  block,
  bold,
  button,
  code,
  headed,
  link,
  type Message,
  message,
  moment,
  person,
  type Rich,
} from '../../src/core/message.ts'

/** One character for the reader, of several for the computer. */
export const family = '👩‍👩‍👧‍👦'

/** Texts that some platform might read as more than text. */
export const awkward = [
  '<!channel> <!here> <@U1> <#C1|x> <https://x.example|y>',
  '@everyone @here @channel',
  '*bold* _it_ ~x~ `code` ```pre``` > quote',
  '&amp; &lt;!here&gt; & < >',
  ':smile: :+1:',
  '<at>Ana</at> {{TIME(2026-12-12T14:30:00Z)}} {{DATE(',
  '<!date^1^{date}|x>',
  'محمد بن عبد الله',
  `${family} 👍🏽 🇦🇹 𝔘𝔫𝔦 𠮷`,
  '  spaces\tand\nlines\n\n',
  '\\n \\u0000 %7C | ^',
]

/** What of a text a reader sees, but for where its words are parted. */
export function squeeze(text: string): string {
  return text.toWellFormed().replace(/[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/g, '')
}

/** Its buttons in their order. */
export function buttonsOf({ blocks }: Message): readonly Button[] {
  return blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
}

/** Every text that a message has to show. */
export function textsOf({ heading = '', summary, blocks }: Message): readonly string[] {
  return [heading, ...wordsOf(summary), ...blocks.flatMap(blockWords)]
}

function blockWords(one: Block): readonly string[] {
  switch (one.kind) {
    case 'text':
      return wordsOf(one.text)
    case 'heading':
      return [one.text]
    case 'list':
      return one.items.flatMap(wordsOf)
    case 'fields':
      return one.fields.flatMap(({ label, value }) => [label, ...wordsOf(value)])
    case 'table':
      return [...one.columns, ...one.rows.flat().flatMap(wordsOf)]
    case 'image':
      return [one.alt]
    case 'buttons':
      return one.buttons.map(({ label }) => label)
    case 'file':
      return [one.name]
  }
}

function wordsOf(text: Rich): readonly string[] {
  return text.flatMap((span) => {
    if (span.kind === 'moment') return [span.zone]
    return span.kind === 'person' ? [span.name, span.email] : [span.text]
  })
}

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
