import type { Catalog } from '../../src/core/catalog.ts'

/** What may go on from a line, as readline wants it: the candidates, and the part of the line that they replace. */
export function complete(catalog: Catalog, line: string): [string[], string] {
  const words = line.replace(/^\s*\/?/, '').split(/\s+/)
  const part = words.at(-1) ?? ''
  const slash = line.trimStart().startsWith('/') ? '/' : ''
  const [featureWord = '', actionWord = ''] = words
  if (words.length <= 1) {
    const names = [...catalog.map((feature) => feature.name), 'as', 'now'].filter((name) =>
      name.startsWith(part),
    )
    return [names.map((name) => `${slash}${name} `), `${slash}${part}`]
  }
  const feature = catalog.find((candidate) => candidate.name === featureWord)
  if (!feature) return [[], part]
  if (words.length === 2 && featureWord !== 'help') {
    return [
      feature.commands
        .map((command) => command.name)
        .filter((name) => name.startsWith(part))
        .map((name) => `${name} `),
      part,
    ]
  }
  if (featureWord === 'help') {
    const names =
      words.length === 2
        ? catalog.map((one) => one.name)
        : (catalog.find((one) => one.name === actionWord)?.commands.map((command) => command.name) ?? [])
    return [names.filter((name) => name.startsWith(part)), part]
  }
  const options = feature.commands.find((command) => command.name === actionWord)?.options ?? {}
  const [name = '', typed] = part.split(':')
  if (typed !== undefined) {
    return [
      (options[name]?.choices ?? [])
        .filter((choice) => choice.startsWith(typed))
        .map((choice) => `${name}:${choice} `),
      part,
    ]
  }
  return [
    Object.keys(options)
      .filter((option) => option.startsWith(part) && !line.includes(` ${option}:`))
      .map((option) => `${option}:`),
    part,
  ]
}
