import { describe, expect, test } from 'vitest'

import { renderMarkdown } from '../../../../src/newsletter/render/renderMarkdown.ts'
import { issue, item } from '../../../support/newsletterItems.ts'

describe('Markdown', () => {
  test('prints dates after the text, those of meetings before it, and links where their words stand', () => {
    const text = renderMarkdown(
      issue([
        item({ links: [{ text: 'visited', url: 'https://un.org/visit' }] }),
        item({
          id: 'M1',
          text: 'ETCIP WG discussed drones',
          printedDate: null,
          start: '2023-03-22',
          end: '2023-03-22',
          source: 'meeting',
          section: 'wg-meetings',
        }),
      ]),
    )

    expect(text).toContain('# Newsletter No. 3: March–April 2023')
    expect(text).toContain('- CTED [visited](https://un.org/visit) Jordan (6-9 Mar)')
    expect(text).toContain('- **22 March** **ETCIP WG** discussed drones')
    expect(text).toContain('*Nothing yet.*')
  })

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['# a heading', '\\# a heading'],
    ['- a list', '\\- a list'],
    ['1. a list', '1\\. a list'],
    ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
    ['one\n\n# two', 'one # two'],
    ['a | b', 'a \\| b'],
    ['see http://evil.example', 'http&#58;//evil.example'],
    ['see www.evil.example', 'www&#46;evil.example'],
    ['see _http://evil.example_ or _www.evil.example', '\\_http&#58;//evil.example\\_ or \\_www&#46;evil'],
    ['1. http://evil.example', '1\\. http&#58;//evil.example'],
    ['&lt;b&gt; as typed', '&amp;lt;b&amp;gt; as typed'],
    ['![x](http://evil.example/a.png)', '\\!\\[x\\]'],
    ['> quoted', '&gt; quoted'],
    ['A/HRC/50/49 - 1.5 million (R&D)!', 'A/HRC/50/49 - 1.5 million (R&D)!'],
  ])('%s stays text', (text, shown) => {
    const line = renderMarkdown(issue([item({ text, printedDate: null })]))
      .split('\n')
      .find((row) => row.startsWith('- '))

    expect(line).toContain(shown)
  })

  test('a link after an exclamation mark is not an image, and an address alone is named by its host', () => {
    const text = renderMarkdown(
      issue([
        item({ text: 'New!guide', printedDate: null, links: [{ text: 'guide', url: 'https://un.org/g' }] }),
        item({
          id: 'U2',
          text: 'Read',
          printedDate: null,
          links: [{ text: 'https://un.org/a(b)', url: 'https://un.org/a(b)' }],
        }),
      ]),
    )

    expect(text).toContain('- New\\![guide](https://un.org/g)')
    expect(text).toContain('- Read [un.org](https://un.org/a%28b%29)')
  })

  test('words that look like another address are followed by the real one, and no backslash ends a link', () => {
    const text = renderMarkdown(
      issue([
        item({
          text: 'See un.org now',
          printedDate: null,
          links: [{ text: 'un.org', url: 'https://evil.example/?q=\\)[x](' }],
        }),
        item({ id: 'U2', text: '##', printedDate: null, links: [{ text: 'a', url: 'https://a.example/' }] }),
        item({ id: 'U3', text: '1.', printedDate: null }),
      ]),
    )

    expect(text).toContain('- See un.org ([https&#58;//evil.example/?q=')
    expect(text).toContain('](https://evil.example/?q=%5C%29[x]%28)) now')
    expect(text).toContain('- \\##')
    expect(text).toContain('- 1\\.')
  })

  test('a link that is none of the web is only its words', () => {
    const line = renderMarkdown(
      issue([item({ text: 'Press here', links: [{ text: 'here', url: 'javascript:alert(1)' }] })]),
    )

    expect(line).toContain('- Press here (6-9 Mar)')
  })
})
