import { functionsIn } from './functions.ts'
import type { Source } from './sources.ts'

const leastLines = 5

/** Functions of five lines or more that stand with the same body in two files. */
export function repeatedBodies(sources: readonly Source[]): readonly string[] {
  const homes = new Map<string, Set<string>>()
  for (const { file, code } of sources) {
    for (const { name, lines } of functionsIn(code)) {
      // With the line that opens it and the one that closes it.
      if (lines.length + 2 < leastLines) continue
      const body = lines.join('\n')
      const found = homes.get(body) ?? new Set()
      homes.set(body, found.add(`${file} ${name}`))
    }
  }
  return [...homes.values()]
    .filter((places) => new Set([...places].map((place) => place.split(' ')[0])).size > 1)
    .map((places) => [...places].sort().join(' = '))
}

/** Sentences of 25 characters or more that the engine or its adapters say in two files. */
export function repeatedSentences(sources: readonly Source[]): readonly string[] {
  const homes = new Map<string, Set<string>>()
  for (const { file, code } of sources.filter((one) => /^(?:src|adapters)\//.test(one.file))) {
    for (const [, , text = ''] of code.matchAll(/(['`])([A-Z“](?:(?!\1)[^\n\\]|\\.){24,})\1/g)) {
      if (text.split(' ').length < 4) continue
      homes.set(text, (homes.get(text) ?? new Set()).add(file))
    }
  }
  return [...homes]
    .filter(([, files]) => files.size > 1)
    .map(([text, files]) => `“${text.replace(/\$\{[^}]*\}/g, '…')}” in ${[...files].sort().join(' and ')}`)
}
