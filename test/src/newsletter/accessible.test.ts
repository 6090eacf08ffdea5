import axe from 'axe-core'
import { expect, test } from 'vitest'

import { type ComposeItem, compose, type Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { renderMailHtml } from '../../../src/newsletter/mail/mailHtml.ts'
import { renderHtml } from '../../../src/newsletter/render/renderHtml.ts'
import { item } from '../../support/newsletterItems.ts'

/**
 * A window is given every global that stands here when jsdom is loaded, also one that a package of another test added
 * and that no window has.
 */
async function loadJsdom(): Promise<typeof import('jsdom')> {
  const temporal = Object.getOwnPropertyDescriptor(globalThis, 'Temporal')
  Reflect.deleteProperty(globalThis, 'Temporal')
  try {
    return await import('jsdom')
  } finally {
    if (temporal) Object.defineProperty(globalThis, 'Temporal', temporal)
  }
}

const { JSDOM } = await loadJsdom()

/** What axe-core looks at by drawing: no browser draws here, so its colours are judged by the test below. */
const drawn = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block', 'target-size']

/** The rules that a document breaks, each with the element at fault. */
async function broken(page: string): Promise<readonly string[]> {
  const { window } = new JSDOM(page, { runScripts: 'outside-only' })
  window.eval(axe.source)
  const run = window.eval('axe.run') as typeof axe.run
  const { violations, passes } = await run(window.document, {
    rules: Object.fromEntries(drawn.map((rule) => [rule, { enabled: false }])),
  })
  expect(passes.length).toBeGreaterThan(10)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
}

function issue(items: readonly ComposeItem[], over: Partial<Parameters<typeof compose>[0]> = {}): Newsletter {
  return compose({
    number: 37,
    period: { from: '2023-03-01', to: '2023-04-30' },
    status: 'published',
    figures: [{ key: 'entities', label: 'Compact entities', value: 45, previous: 43 }],
    items,
    notes: { '': 'Dear readers.', regional: 'قبل كل شيء' },
    ...over,
  })
}

const items = [
  item({ links: [{ text: 'visited', url: 'https://un.org/visit' }], bold: ['CTED'] }),
  item({ id: 'U2', text: 'نظم مكتب الأمم المتحدة دورة تدريبية في عمان', section: 'regional' }),
  item({ id: 'U3', text: '联合国在日内瓦举行会议', section: 'regional' }),
]
const links = { page: 'https://bot.example/newsletters/37', unsubscribe: 'https://bot.example/leave' }

test.each([
  ['the page of an issue', renderHtml(issue(items))],
  ['the page of a draft', renderHtml(issue([item({ waits: true })], { status: 'open', edition: 2 }))],
  ['the page of an empty issue', renderHtml(issue([], { figures: [], notes: {} }))],
  ['the letter', renderMailHtml(issue(items), links)],
  ['the letter of a draft', renderMailHtml(issue([item({ waits: true })], { status: 'open' }))],
])('%s breaks no rule of axe-core', async (_, page) => {
  expect(await broken(page)).toEqual([])
})

test('a picture without words and a heading left out would be noticed', async () => {
  const faulty = renderHtml(issue(items))
    .replace('<h1 dir="auto">', '<img src="x"><h4>')
    .replace('</h1>', '</h4>')

  expect((await broken(faulty)).map((one) => one.split(':')[0])).toContain('image-alt')
})

test('every colour of the letter stands out from its ground by 4.5 to 1', () => {
  const letter = renderMailHtml(issue(items), links)
  const colours = new Set([...letter.matchAll(/[;"]color:(#[0-9a-f]{6})/g)].map(([, colour = '']) => colour))

  expect(colours.size).toBeGreaterThan(1)
  for (const colour of colours)
    expect([colour, contrast(colour, '#ffffff')]).toEqual([
      colour,
      expect.toSatisfy((ratio: number) => ratio >= 4.5),
    ])
})

/** The ratio of contrast of two colours as the Web Content Accessibility Guidelines count it. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
