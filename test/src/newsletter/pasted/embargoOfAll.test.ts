import { describe, expect, test } from 'vitest'

import { splitItems } from '../../../../src/newsletter/pasted/pasted.ts'

describe('the items of a text', () => {
  const [first, second] = ['UNODC trained judges in Accra (3 Nov)', 'IOM opened an office in Doha (5 Nov)']
  test.each([
    ['a line before bullets', `**EMBARGOED UNTIL 1 Dec**\n- ${first}\n- ${second}`],
    ['words of a heading', `Our input, under embargo until 1 Dec:\n- ${first}\n- ${second}`],
    ['a line before paragraphs', `Embargo until 1 Dec.\n\n${first}\n\n${second}`],
    ['words that open the text', `EMBARGOED UNTIL 1 Dec: ${first}\n\n${second}`],
    ['a line behind them all', `• ${first}\n• ${second}\n\nNot for release before 1 Dec`],
    ['words before numbers on one line', `EMBARGOED UNTIL 1 Dec: 1. ${first}. 2. ${second}.`],
  ])('each say the embargo on all of them: %s', (_, typed) => {
    const items = splitItems(typed)
    expect(items.map((item) => item.replace(/\.$/, ''))).toEqual([
      `Embargo until 1 Dec: ${first}`,
      `Embargo until 1 Dec: ${second}`,
    ])
  })

  test.each([
    ['one in a bullet', `- ${first}\n- IOM opened an office, embargo until 1 Dec (5 Nov)`],
    ['one in an indented line below a bullet', `- ${first}\n- ${second}\n  Embargo until 1 Dec`],
    ['one that opens a bullet', `- ${second}\n- Embargo until 1 Dec: ${first}`],
    ['one in a later paragraph', `${first}\n\nIOM opened an office, embargo until 1 Dec (5 Nov)`],
  ])('keep an embargo on one of them to that one: %s', (_, typed) => {
    expect(splitItems(typed).filter((item) => /embargo/i.test(item))).toHaveLength(1)
  })
})
