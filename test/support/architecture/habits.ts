import type { Source } from './sources.ts'

const mutable = [
  /^(?:export )?let (\w+)/gm,
  /^(?:export )?const (\w+)(?:: [^=\n]+)? = (?:new (?:Map|WeakMap|Set|WeakSet)|create\w+|\[\]|\{\}$)/gm,
]

/** What is kept at module level and changes: two houses in one process would share it. */
export function moduleState({ file, code }: Source): readonly string[] {
  return mutable
    .flatMap((sign) => [...code.matchAll(sign)])
    .filter(([line, name = '']) => /^(?:export )?let/.test(line) || changes(code, name))
    .map(([, name]) => `${file} keeps ${name}`)
}

/** A table is filled where it is made; what is set or added to later is state. */
function changes(code: string, name: string): boolean {
  return new RegExp(
    String.raw`\b${name}\b(?:\.(?:set|add|delete|clear|push)\b|\[[^\]]+\] =|\))|^[^\n]*= create`,
  ).test(code.slice(code.indexOf(name) + name.length))
}

/** A `kind` is always one of ours: of blocks, spans, options, fields, answers. */
const kinds = /\bkind$/

/** Switches over kinds of ours with a `default`, which would swallow a new kind where the compiler should ask. */
export function swallowing({ file, code }: Source): readonly string[] {
  return [...code.matchAll(/^( *)[^\n]*\bswitch \(([^\n]+)\) \{\n([\s\S]*?)^\1\}/gm)]
    .filter(([, , over = '', body = '']) => kinds.test(over.trim()) && /^ *default:/m.test(body))
    .map(([, , over]) => `${file} swallows new kinds of ${over}`)
}

/** Habits of the language that this house does without. */
export function forbiddenWords({ file, code }: Source): readonly string[] {
  const signs = [/\bexport default\b/, /^\s*(?:export )?(?:const )?enum \w/m, /: any\b|\bas any\b/]
  const found = [...signs, /@ts-(?:ignore|expect-error|nocheck)/, /\bas unknown as\b/].flatMap((sign) => {
    const [text] = sign.exec(code) ?? []
    return text === undefined ? [] : [text.trim()]
  })
  return found.map((text) => `${file} says ${text}`)
}

/** Texts that are cut at a unit, and not at a whole sign: `shorten` and `takePiece` cut them. */
export function tornTexts({ file, code }: Source): readonly string[] {
  if (file.startsWith('src/core/text/')) return []
  return [...code.matchAll(/\.slice\(0[^()]*\)\}…/g)].map(([text]) => `${file} cuts by ${text}`)
}
