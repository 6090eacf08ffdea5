import type { Source } from './sources.ts'

const leastLines = 5

/** Functions of five lines or more that stand with the same body in two files. */
export function repeatedBodies(sources: readonly Source[]): readonly string[] {
  const homes = new Map<string, Set<string>>()
  for (const { file, code } of sources) {
    for (const [name, body] of bodies(code)) {
      const found = homes.get(body) ?? new Set()
      homes.set(body, found.add(`${file} ${name}`))
    }
  }
  return [...homes.values()]
    .filter((places) => new Set([...places].map((place) => place.split(' ')[0])).size > 1)
    .map((places) => [...places].sort().join(' = '))
}

/** The formatter closes a function at the indentation at which it was opened. */
function bodies(code: string): readonly (readonly [name: string, body: string])[] {
  const found = code.matchAll(
    /^( *)(?:export )?(?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?(?=[^\n]*=> \{$)|(\w+)(?=\())[^\n]*(?:\n\1[ )}][^\n]*)*?\{\n((?:\1 [^\n]*\n|\n)*)^\1\}(?![:)])/gm,
  )
  return [...found].flatMap(([, , declared, arrow, method, body = '']) => {
    const lines = body
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    return lines.length + 2 < leastLines
      ? []
      : [[declared ?? arrow ?? method ?? '', lines.join('\n')] as const]
  })
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
