import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Tells each place of an error's stack that lies in a file joined of many as the place in its source. Source maps are
 * read at the first fault of a file: what Node keeps of them from the start on is 3 MB.
 */
export function placesInSources(): (stack: string) => string {
  const maps = new Map<string, SourceMap | undefined>()
  function mapOf(url: string): SourceMap | undefined {
    if (!maps.has(url)) maps.set(url, readMap(url))
    return maps.get(url)
  }
  return (stack) =>
    stack.replace(
      /(file:\/\/[^\s()]+\.mjs):(\d{1,9}):(\d{1,9})/g,
      (place: string, url: string, line: string, column: string) => {
        const origin = mapOf(url)?.findOrigin(Number(line), Number(column))
        if (!origin || !('fileName' in origin)) return place
        return `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}`
      },
    )
}

function readMap(url: string): SourceMap | undefined {
  const file = `${fileURLToPath(url)}.map`
  if (!existsSync(file)) return undefined
  const map = JSON.parse(readFileSync(file, 'utf8'))
  return new SourceMap({ ...map, sources: map.sources.map((source: string) => new URL(source, url).href) })
}
