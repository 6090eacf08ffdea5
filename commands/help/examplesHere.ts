import type { ExampleName } from '../../db/directory/find/exampleNames.ts'
import type { Day } from '../../src/core/time/day.ts'

/** Whom the examples of the catalogue name, as the sample has them. */
const sample: readonly { readonly kind: ExampleName['kind'] | 'only'; readonly form: RegExp }[] = [
  { kind: 'person', form: /\b(?:focal|alternate)\.[a-z-]+@compact\.example/g },
  { kind: 'person', form: /\b[A-Z]+ focal point\b/g },
  { kind: 'group', form: /\b(?:ETCIP|PCVE|BMLE|CJLR-CFT)\b/g },
  {
    kind: 'entity',
    form: /\b(?:CTED|ICAO|IOM|IPU|OPCW|UNESCO|UNICRI|UNITAD|UNOCT|UNODC|WCO|WHO|wimen)\b/g,
  },
  // What only the sample has people for.
  { kind: 'only', form: /human rights in Asia/g },
]

/** What the examples name, for the store to be asked which of it there is; nothing where they name nobody. */
export function namedIn(examples: readonly string[]): readonly string[] {
  return examples.flatMap((example) => sample.flatMap(({ form }) => example.match(form) ?? []))
}

/**
 * The examples in names of the directory at hand: what it does not have is replaced by what it has, with days that have
 * passed by today. An example that names more than it has is left out.
 */
export function examplesHere(
  examples: readonly string[],
  names: readonly ExampleName[],
  today: Day,
): readonly string[] {
  return examples.flatMap((example) => inNames(example, names, today) ?? [])
}

function inNames(example: string, names: readonly ExampleName[], today: Day): string | undefined {
  const put = new Map<string, string>()
  let lacks = false
  const named = sample.reduce(
    (line, { kind, form }) =>
      line.replace(form, (word) => {
        const here =
          kind === 'only'
            ? undefined
            : (put.get(word) ?? nameFor(kind, word, names, [example, ...put.values()]))
        if (here === undefined) lacks = true
        else put.set(word, here)
        return here ?? word
      }),
    example,
  )
  if (lacks) return undefined
  if ([...put].every(([word, here]) => word === here)) return example
  return named.replace(/\bon:(\d{4}-\d{2}-\d{2})\b/g, (typed, on: string) =>
    on < today ? `on:${today}` : typed,
  )
}

/** The name itself where the directory has it, else one that stands for nothing else in the example. */
function nameFor(
  kind: ExampleName['kind'],
  word: string,
  names: readonly ExampleName[],
  taken: readonly string[],
): string | undefined {
  const isAddress = word.includes('@')
  const all = names
    .filter((one) => one.kind === kind)
    .map(({ name, handle }) => (isAddress ? handle : name))
    .filter((name) => /^[\p{L}\p{N}][\p{L}\p{N} .@_-]*$/u.test(name))
  return all.includes(word) ? word : all.find((name) => !taken.some((one) => one.includes(name)))
}
