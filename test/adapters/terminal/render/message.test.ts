import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { answerLine, localLine } from '../../../../adapters/terminal/render/json.ts'
import { renderText, typedButton } from '../../../../adapters/terminal/render/message.ts'
import { displayWidth, wrap } from '../../../../adapters/terminal/render/width.ts'
import {
  block,
  bold,
  button,
  code,
  link,
  message,
  moment,
  person,
  rich,
} from '../../../../src/core/message.ts'
import { pairedIsolates } from '../../../../src/core/text/direction/isolate.ts'

const bare = { colour: false, width: 0, numbered: true }

describe('a message on a terminal', () => {
  it('shows every span as words', () => {
    const at = moment(new Date('2026-12-12T13:30:00Z'), 'Europe/Paris')
    const text = rich`${bold('Bold')} ${code('/help')} ${link('Site', 'https://x.example')} ${person('A', 'a@x.example')} ${at}`
    expect(renderText(message(text), bare)).toBe(
      'Bold /help Site <https://x.example> A <a@x.example> Sat 12 Dec 2026, 14:30 (Europe/Paris)',
    )
  })

  it('breaks no label of a button inside a word', () => {
    const label = 'Collaboration with civil society, academia and the private sector'
    const shown = renderText(
      message('Which?', block.buttons(button(label, 'help'), button('Undo', 'help'))),
      {
        ...bare,
        width: 60,
      },
    )
    expect(shown.split('\n')).toEqual([
      'Which?',
      '[1] Collaboration with civil society, academia and the',
      '    private sector',
      '[2] Undo',
    ])
  })

  it('puts values below labels that leave them no room', () => {
    const facts = block.fields([
      ['Working-group meetings in the period', '12 (as of 30 Apr 2023)'],
      ['Documents shared', '3,279'],
    ])
    expect(renderText(message('In numbers', facts), { ...bare, width: 40 }).split('\n')).toEqual([
      'In numbers',
      '  Working-group meetings in the period',
      '    12 (as of 30 Apr 2023)',
      '  Documents shared',
      '    3,279',
    ])
  })

  it('lets no text bring an escape sequence or turn the direction of writing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const words = renderText(
          message(
            text,
            block.heading(text),
            block.list([text]),
            block.fields([[text, text]]),
            block.table([text], [[text]]),
            block.buttons(button(text, 'help')),
          ),
          { ...bare, width: 40 },
        )
        expect(words).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066\u2067]/)
        expect(pairedIsolates(words)).toBe(words)
        expect(localLine(false, text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/)
        expect(JSON.parse(localLine(false, text))).toMatchObject({ text })
      }),
    )
  })

  it('isolates a title in Arabic within a line of English, on each line that it takes, and not where it stands alone', () => {
    const title = 'اجتماع مكافحة الإرهاب'
    const notice = message(rich`M3 ${title} (24 Nov)`, block.text(title), block.fields([['Title', title]]))
    expect(renderText(notice, { ...bare, width: 24 }).split('\n')).toEqual([
      'M3 \u2068اجتماع مكافحة الإرهاب\u2069',
      '(24 Nov)',
      title,
      '  Title  \u2068اجتماع مكافحة\u2069',
      '         \u2068الإرهاب\u2069',
    ])
    expect(
      JSON.parse(answerLine({ outcome: 'done', audience: 'caller', message: notice }, [])).text,
    ).not.toMatch(/[\u2068\u2069]/)
  })

  it('aligns a table by the columns that letters take', () => {
    const text = renderText(
      message(
        'T',
        block.table(
          ['Name', 'Seat'],
          [
            ['東京', 'a'],
            ['café', 'b'],
            ['👩‍👧', 'c'],
          ],
        ),
      ),
      bare,
    )
    expect(text.split('\n').slice(1)).toEqual(['Name  Seat', '────  ────', '東京  a', 'café  b', '👩‍👧    c'])
  })

  it('keeps every line of a table within the width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 100 }),
        fc.array(fc.tuple(fc.lorem(), fc.lorem(), fc.string({ maxLength: 60 })), {
          minLength: 1,
          maxLength: 5,
        }),
        (width, rows) => {
          const text = renderText(message('T', block.table(['One', 'Two', 'Three'], rows)), {
            ...bare,
            width,
          })
          for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })

  it('breaks coloured text where it breaks plain text', () => {
    const text = message(rich`${bold('one two')} three ${code('four five')} six`)
    const coloured = renderText(text, { ...bare, colour: true, width: 12 })
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderText(text, { ...bare, width: 12 }))
    expect(coloured).toContain('\u001b[1mone two')
  })

  it('breaks a choice of words after one of them', () => {
    expect(wrap('/newsletter plan show|name|place|restore|closing', 32)).toBe(
      '/newsletter plan show|name|\nplace|restore|closing',
    )
  })

  it('loses no letter when it breaks lines, and no web address is broken', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 5, max: 40 }),
        (text, width) => {
          expect(wrap(text, width).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        },
      ),
    )
    expect(wrap('see https://compact.example/a/very/long/address now', 20)).toContain(
      'https://compact.example/a/very/long/address',
    )
  })

  it('numbers the buttons of all its rows through', () => {
    const text = renderText(
      message('Q', block.buttons(button('A', 'a'), button('B', 'b')), block.buttons(button('C', 'c'))),
      bare,
    )
    expect(text).toBe('Q\n[1] A   [2] B\n[3] C')
  })
})

it('writes a button as the line that does the same', () => {
  const values = { text: 'two words', link: 'https://x.example' }
  expect(typedButton({ ...button('X', 'update post', values), confirmed: true })).toBe(
    '/update post text:"two words" link:https://x.example confirm:yes',
  )
})
