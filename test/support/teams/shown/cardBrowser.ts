import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import type { Json } from '../../../../src/core/json.ts'

/** What a browser made of a card. */
export interface Shown {
  /** What the parser and the validation said against it. */
  readonly faults: readonly string[]
  /** The text a reader sees, and the tags around it. */
  readonly text: string
  readonly tags: string
  /** The same where tables and `Action.Execute` are not known. */
  readonly plainFaults: readonly string[]
  readonly plainText: string
}

const modules = new URL('../../../../node_modules/', import.meta.url)
const library = new URL('adaptivecards/dist/adaptivecards.min.js', modules)
const markdownLibrary = new URL('markdown-it/dist/markdown-it.min.js', modules)

/** Undefined where this machine has no Chromium. */
export const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
)

/** Whether cards are shown with a reader of Markdown, as Teams has one. */
export const readsMarkdown = existsSync(markdownLibrary)

/** Shows cards with Microsoft's own library in a browser without a window. */
export async function show(cards: readonly Json[]): Promise<readonly Shown[]> {
  const files: Readonly<Record<string, () => Promise<string>>> = {
    '/': async () => page,
    '/cards.js': async () => `const cards = ${JSON.stringify(cards)}`,
    '/library.js': () => readFile(library, 'utf8'),
    '/markdown.js': async () => (readsMarkdown ? readFile(markdownLibrary, 'utf8') : ''),
    '/show.js': async () => `(${inBrowser})()`,
  }
  const server = createServer(async ({ url = '' }, response) => {
    const found = files[url]
    const type = url === '/' ? 'text/html' : 'text/javascript'
    response.writeHead(found ? 200 : 404, { 'content-type': `${type}; charset=utf-8` })
    response.end(found ? await found() : '')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  try {
    return read(await dump(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`))
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

async function dump(url: string): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'cards-'))
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Cards name images that are nowhere.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--virtual-time-budget=60000',
    `--user-data-dir=${profile}`,
    '--dump-dom',
  ]
  try {
    const options = { timeout: 90_000, maxBuffer: 500_000_000, env: { ...process.env, TZ: 'Asia/Tokyo' } }
    return (await promisify(execFile)(chromium ?? '', [...flags, url], options)).stdout
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

function read(dom: string): readonly Shown[] {
  const found = /<pre id="shown">([^<]*)<\/pre>/.exec(dom)?.[1]
  if (!found)
    throw new Error(`The browser showed no cards but ${dom.length} characters: ${dom.slice(0, 300)}`)
  return JSON.parse(decodeURIComponent(found))
}

const page = `<!doctype html><meta charset="utf-8"><pre id="shown"></pre><div id="room"></div>
<script src="/library.js"></script><script src="/markdown.js"></script>
<script src="/cards.js"></script><script src="/show.js"></script>`

/** Runs in the browser, as its own text. */
const inBrowser = `function () {
  const { AdaptiveCard, CardObjectRegistry, GlobalRegistry, HostConfig, SerializationContext, Versions } = AdaptiveCards
  if (window.markdownit) {
    const reader = window.markdownit({ linkify: true })
    AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = reader.render(text)
      result.didProcess = true
    }
  }
  const host = { actions: { maxActions: 6 }, supportsInteractivity: true }
  const without = (all, name) => {
    const known = new CardObjectRegistry()
    all.copyTo(known)
    if (known.findByName(name) === undefined) throw new Error(name)
    known.unregister(name)
    return known
  }
  function one(json, modern) {
    const context = new SerializationContext(Versions.v1_5)
    if (!modern) {
      context.setElementRegistry(without(GlobalRegistry.defaultElements, 'Table'))
      context.setActionRegistry(without(GlobalRegistry.defaultActions, 'Action.Execute'))
    }
    const card = new AdaptiveCard()
    card.hostConfig = new HostConfig(host)
    card.parse(json, context)
    const faults = []
    for (let at = 0; at < context.eventCount; at++) faults.push(context.getEventAt(at).message)
    faults.push(...card.validateProperties().validationEvents.map(({ message }) => message))
    const element = card.render()
    if (!element) return { faults: [...faults, 'nothing is shown'], text: '', tags: '' }
    document.getElementById('room').replaceChildren(element)
    const tags = [...element.querySelectorAll('*')].map((found) => found.tagName.toLowerCase()).join(' ')
    return { faults, text: element.textContent, tags }
  }
  const shown = cards.map((json) => {
    const plain = one(json, false)
    return { ...one(json, true), plainFaults: plain.faults, plainText: plain.text }
  })
  document.getElementById('shown').textContent = encodeURIComponent(JSON.stringify(shown))
}`
