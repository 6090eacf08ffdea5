import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readPasted, splitItems } from '../../../../src/newsletter/pasted/pasted.ts'

describe('what is pasted', () => {
  test.each([
    ['a bullet', '• UNODC trained judges', 'UNODC trained judges'],
    ['Word’s own bullet', '\uf0b7\tUNODC trained judges', 'UNODC trained judges'],
    ['a dash', '- UNODC trained judges', 'UNODC trained judges'],
    ['a number', '3. UNODC trained judges', 'UNODC trained judges'],
    ['a date at the beginning, which is not a number', '3 March UNODC trained', '3 March UNODC trained'],
    [
      'blanks and signs that show nothing',
      'UNODC\u00a0trained\u200b judges\u2003 in\tAccra',
      'UNODC trained judges in Accra',
    ],
    ['lines that were broken', 'UNODC trained\r\n40 judges', 'UNODC trained 40 judges'],
    ['Slack’s links', 'See <https://un.org/x|the guide>', 'See [the guide](https://un.org/x)'],
    ['Slack’s mentions', 'By <@U1|kim> in <#C1|general>', 'By kim in #general'],
    ['a heading', '## UNODC trained judges', 'UNODC trained judges'],
  ])('loses %s', (_, typed, text) => {
    expect(readPasted(typed).text).toBe(text)
  })

  test('keeps its bold words as words', () => {
    expect(readPasted('**UNOCT USG** said *more* than 3 * 4 and 5*6 __today__')).toMatchObject({
      text: 'UNOCT USG said more than 3 * 4 and 5*6 today',
      bold: ['UNOCT USG', 'more', 'today'],
    })
  })

  test.each([
    ['UNODC trained judges in Nice (4 Nov). Best regards, Ana', 'Best regards, Ana'],
    ['UNODC trained judges in Nice (4 Nov). Best, Ana', 'Best, Ana'],
    [
      'UNODC trained judges in Nice (4 Nov). Kind regards, A. Li, Officer, UNODC',
      'Kind regards, A. Li, Officer, UNODC',
    ],
    ['UNODC trained judges in Nice (4 Nov). Thanks!', 'Thanks!'],
    ['UNODC trained judges in Nice (3 Nov) -- Ana, CTED', '-- Ana, CTED'],
    ['UNODC trained judges in Nice (3 Nov)\nAna Silva', 'Ana Silva'],
  ])('knows the signature of %j', (typed, signature) => {
    const { text, asides } = readPasted(typed)
    expect(asides).toEqual([{ kind: 'signature', text: signature }])
    expect(text).toMatch(/^UNODC trained judges in Nice \(\d Nov\)\.?$/)
  })

  test.each([
    ['Dear colleagues,\n\nUNODC trained judges (4 Nov)', ['Dear colleagues,']],
    [
      'Hello!\nPlease find below our update:\n- UNODC trained judges (4 Nov)',
      ['Hello!', 'Please find below our update:'],
    ],
    ['Dear all, please find our input: UNODC trained judges (4 Nov)', ['Dear all, please find our input:']],
    [
      'From: Ana\nTo: newsletter\nSubject: update\n\nUNODC trained judges (4 Nov)',
      ['From: Ana', 'To: newsletter', 'Subject: update'],
    ],
  ])('sets apart what a mail says to its reader: %j', (typed, texts) => {
    const { text, asides } = readPasted(typed)
    expect(text).toBe('UNODC trained judges (4 Nov)')
    expect(asides.map((aside) => aside.text)).toEqual(texts)
  })

  test.each([
    'From: research to practice, UNODC trained judges (4 Nov)',
    'Hello from Nairobi: UNODC trained 30 judges (4 Nov)',
    'Dear',
  ])('keeps %j whole', (typed) => {
    expect(readPasted(typed)).toMatchObject({ text: typed, asides: [] })
  })

  test.each([
    'UNODC trained judges (4 Nov). Many thanks to Ghana, which hosted them.',
    'UNODC trained judges (4 Nov)\nNairobi, Kenya',
    'UNODC trained judges (4 Nov) – Vienna',
    'UNODC said (4 Nov). Thanks to UNODC, courts work.',
  ])('takes no signature from %j', (typed) => {
    expect(readPasted(typed).asides).toEqual([])
  })

  test('says what was set apart', () => {
    const typed =
      'UNODC trained judges (6 Mar)\n\nPhoto: UN/a person\nSource: https://un.org/x\n\nBest regards,\nThe office'

    expect(readPasted(typed)).toMatchObject({
      text: 'UNODC trained judges (6 Mar)',
      asides: [
        { kind: 'credit', text: 'Photo: UN/a person' },
        { kind: 'source', text: 'Source: https://un.org/x' },
        { kind: 'signature', text: 'Best regards,\nThe office' },
      ],
    })
  })

  test('a source after the last sentence is set apart, and one alone is the text', () => {
    expect(readPasted('UNODC met (6 Mar). Source: UN News').asides).toEqual([
      { kind: 'source', text: 'Source: UN News' },
    ])
    expect(readPasted('Source: UN News')).toMatchObject({ text: 'Source: UN News', asides: [] })
  })

  test('loses no letter: what is kept and what is set apart are what was typed', () => {
    const piece = fc.constantFrom(
      'UNODC',
      '**',
      ' ',
      '\n',
      '• ',
      'Source: x',
      'Photo: y',
      'Regards',
      '(6 Mar)',
      '. ',
      '_a_',
      '<',
      '>',
      '|',
    )
    const letters = (text: string) => (text.match(/[\p{L}]/gu) ?? []).sort().join('')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const typed = pieces.join('')
        const { text, asides } = readPasted(typed)

        expect(letters(text + asides.map((aside) => aside.text).join(''))).toBe(letters(typed))
      }),
    )
  })
})

describe('several items in one message', () => {
  test.each([
    ['bullets', '• UNODC trained judges in Accra (3 Mar)\n• UN Women held a workshop in Lomé (5 Mar)', 2],
    [
      'numbers with a heading',
      'This month:\n1. UNODC trained 40 judges in Accra\n2. UNODC trained officers\nin Lagos',
      2,
    ],
    ['paragraphs', 'UNODC trained judges in Accra (3 Mar)\n\nUN Women held a workshop in Lomé (5 Mar)', 2],
    ['joined bullets', '- UNODC trained judges on 3 November. - UN Women held a workshop (5 Nov)', 2],
    [
      'numbers on one line',
      '1. UNODC trained 40 judges in Accra (3 Nov) 2. UNODC opened an office in Doha (5 Nov)',
      2,
    ],
    [
      'numbers in brackets',
      '1) UNODC trained judges in Accra on 3 Nov; 2) UNODC opened an office in Doha',
      2,
    ],
    [
      'sentences that each close with a date',
      'UNODC trained judges in Accra (3 Nov). It met prosecutors in Lima (4 Nov). It opened an office (5 Nov).',
      3,
    ],
    [
      'two of them, each of an entity',
      'UNODC trained judges in Accra (3 Nov). IOM met in Baku, Azerbaijan (5 Nov)',
      2,
    ],
    [
      'two of one entity',
      'CTED held a workshop in Vienna (2 Dec). It then met in Rome for talks (5 Dec).',
      1,
    ],
    [
      'a date after its sentence',
      'UNODC trained judges in Accra. (3 Nov) IOM met in Baku, Azerbaijan. (5 Nov)',
      2,
    ],
    [
      'a day counted on one line',
      '1. UNODC met with prosecutors in Vienna on 2. December at the usual place',
      1,
    ],
    [
      'brackets that are no dates',
      'UNODC (Vienna) and IOM (Geneva). They trained judges (3 Nov) in Accra.',
      1,
    ],
    ['one item in two lines', 'UNODC trained forty judges and prosecutors\nin Accra, Ghana (3 Mar)', 1],
    ['one item with a dash', 'UNODC - with UN Women - trained judges in Accra (3 Mar)', 1],
  ])('%s', (_, typed, count) => {
    expect(splitItems(typed)).toHaveLength(count)
  })

  test('are what was typed, without the numbers and what led from one to the next', () => {
    const typed =
      '1) UNODC trained judges in Accra; 2) IOM opened an office in Doha; and 3) WHO met in Baku, Azerbaijan.'
    expect(splitItems(typed)).toEqual([
      'UNODC trained judges in Accra',
      'IOM opened an office in Doha',
      'WHO met in Baku, Azerbaijan.',
    ])
  })
})
