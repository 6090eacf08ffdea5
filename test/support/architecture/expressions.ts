import { analyse } from 'scslre'

import type { Source } from './sources.ts'

/** A regular expression as it stands where an expression may begin. */
const literal =
  /(?<=(?:^|[=(,:?&|![{;>]|\breturn)\s*)\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\]|\\.)*\])+)\/([dgimsuvy]*)/gm

/** `new RegExp(` with the text or template that it is made of, and its flags. */
const making =
  /new RegExp\(\s*(?:String\.raw)?(?:`((?:[^`\\]|\\.)*)`|'((?:[^'\\\n]|\\.)*)')(?:,\s*'([dgimsuvy]*)')?/g

/** A part that is put in. */
const part = /\$\{([^{}]*)\}/g

/** The regular expressions of a file: those that stand in it, and those that it makes, with a letter for what it puts in. */
export function expressionsIn({ code }: Source): readonly RegExp[] {
  const stand = [...code.matchAll(literal)].map(([, source = '', flags]) => compiled(source, flags))
  const made = [...code.matchAll(making)].map(([text, template, plain = '', flags]) =>
    compiled(
      (text.includes('String.raw') ? (template ?? plain) : unescaped(template ?? plain)).replace(part, 'x'),
      flags,
    ),
  )
  return [...stand, ...made].filter((found) => found !== undefined)
}

/** Regular expressions whose time grows faster than the text that they read. */
export function slowExpressions(source: Source): readonly string[] {
  return expressionsIn(source)
    .filter(isSlow)
    .map((found) => `${source.file} reads by ${found}`)
}

export function isSlow(found: RegExp): boolean {
  return analyse(found, { reportTypes: { Move: true } }).reports.length > 0
}

/** Whether a file makes an expression when it is loaded, of parts that only its own code puts together. */
export function makesAtLoading({ code }: Source): boolean {
  return /^(?:export )?const[^\n]*=[^\n]*new RegExp\(|^(?: {2}|\])[^\n]*new RegExp\(/m.test(code)
}

/** Loads a file and tells which expressions its code makes meanwhile. */
export async function madeWhileLoading(
  load: () => Promise<unknown>,
  file: string,
): Promise<readonly RegExp[]> {
  const Plain = globalThis.RegExp
  const made: RegExp[] = []
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, given, caller): object {
      const found: unknown = Reflect.construct(target, given, caller)
      if (!(found instanceof Plain)) throw new Error('an expression is none')
      if (new Error().stack?.includes(file)) made.push(found)
      return found
    },
  })
  try {
    await load()
  } finally {
    globalThis.RegExp = Plain
  }
  return made
}

/** The text that a plain string or template stands for. */
function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
}

/** What stands between two slashes need not be an expression. */
function compiled(source: string, flags = ''): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}
