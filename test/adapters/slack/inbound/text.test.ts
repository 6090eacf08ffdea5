import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import {
  mentionedUsers,
  type NameOf,
  readText,
  unescapeText,
} from '../../../../adapters/slack/inbound/text.ts'
import { escapeText } from '../../../../adapters/slack/render/escape.ts'

const name: NameOf = (kind, id, label) => label ?? `${kind} ${id}`

describe('text that goes out', () => {
  it('is escaped where Slack would read it, and only there', () => {
    expect(escapeText('<!channel> & *bold* &amp; "x"')).toBe('&lt;!channel&gt; &amp; *bold* &amp;amp; "x"')
  })

  it('comes back as it was, whatever it was', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('&', 'amp;', 'lt;', '<', '>', 'a') }),
    )
    fc.assert(
      fc.property(text, (typed) => {
        expect(unescapeText(escapeText(typed))).toBe(typed)
        expect(readText(escapeText(typed), name)).toBe(typed)
        expect(escapeText(typed)).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/)
      }),
    )
  })
})

describe('text that comes in', () => {
  test.each([
    ['a mention with its name', 'ask <@U1|ana> now', 'ask ana now'],
    ['a mention without a name', '<@U1>', 'user U1'],
    ['a mention with an empty name', '<@U1|>', 'user U1'],
    ['a channel', '<#C1|general>', '#general'],
    ['a channel without a name', '<#C1>', '#channel C1'],
    ['a private channel, whose name is left out', '<#C1|>', '#channel C1'],
    ['a call to all who are here', '<!here> <!channel|channel> <!everyone>', '@here @channel @everyone'],
    ['a group', '<!subteam^S1|@editors>', '@editors'],
    ['a group without a name', '<!subteam^S1>', '@usergroup S1'],
    ['a date', '<!date^1392734382^{date} at {time}|18 Feb 2014, 06:39 PST>', '18 Feb 2014, 06:39 PST'],
    ['a date with a link', '<!date^1^{date}^https://x.example/|then>', 'then'],
    ['an address that Slack made a link', '<http://x.example|x.example>', 'http://x.example'],
    ['an address with a final slash', '<https://x.example/|x.example>', 'https://x.example/'],
    ['a link with itself as its label', '<https://x.example|https://x.example>', 'https://x.example'],
    ['a bare link', '<https://x.example/a?b=1&amp;c=2>', 'https://x.example/a?b=1&c=2'],
    ['a link with other words', '<https://x.example|the site>', 'the site (https://x.example)'],
    ['an e-mail', '<mailto:a@x.example|a@x.example>', 'a@x.example'],
    ['a bare e-mail', '<mailto:a@x.example>', 'a@x.example'],
    ['an e-mail with other words', '<mailto:a@x.example|Ana>', 'Ana (a@x.example)'],
    ['a telephone number', '<tel:+431234|+431234>', '+431234'],
    ['escaped characters', 'a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['a typed entity', '&amp;lt;', '&lt;'],
    ['a typed mention', '&lt;@U1&gt;', '<@U1>'],
    ['an escaped character in a label', '<https://x.example|A &amp; B>', 'A & B (https://x.example)'],
    ['what it has never seen', '<foo> <!new^thing|label> <!new>', '<foo> label <!new>'],
    ['other scripts', 'سلام <@U1|علي> 👩‍👩‍👧', 'سلام علي 👩‍👩‍👧'],
  ])('reads %s', (_, text, wanted) => {
    expect(readText(text, name)).toBe(wanted)
  })

  it('does not read a name as markup or as an entity', () => {
    expect(readText('<@U1> &amp;', () => '<@U2> &amp; <!here>')).toBe('<@U2> &amp; <!here> &')
  })

  it('tells the name of a mention to whoever names it', () => {
    const asked: unknown[] = []
    readText('<@U1|a &amp; b> <@W2> <!subteam^S3> <#C4>', (...given) => {
      asked.push(given)
      return ''
    })
    expect(asked).toEqual([
      ['user', 'U1', 'a & b'],
      ['user', 'W2'],
      ['usergroup', 'S3'],
      ['channel', 'C4'],
    ])
  })

  it('lists everyone mentioned once', () => {
    expect(mentionedUsers('<@U1> <@W2|b> <@U1|a> <#C1|c> <!here> &lt;@U3&gt;')).toEqual(['U1', 'W2'])
  })
})
