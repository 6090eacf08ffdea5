import type { Options } from '../../option.ts'
import { unquote } from '../quotes.ts'
import { namesIssue } from '../trailing/months.ts'

interface Named {
  readonly first: string
  /** The options that are named. */
  readonly later: ReadonlySet<string>
}

/** The option that words before the name of the first option give; the first one itself where they are of no other. */
export function optionBefore(options: Options, before: string, { first, later }: Named): string {
  return (
    otherRequired(options, first, later) ??
    issueBefore(options, before, later) ??
    entityBefore(options, before, { first, later }) ??
    first
  )
}

/**
 * `"Bergwacht Bayern" acronym:BWB`, `ETCIP title:"Plenary"`: words before the name of the first option are the next text
 * that is required, or else what is required next.
 */
function otherRequired(options: Options, first: string, later: ReadonlySet<string>): string | undefined {
  const free = Object.entries(options).filter(
    ([name, { required }]) => required && name !== first && !later.has(name),
  )
  return (free.find(([, { kind }]) => kind === 'text') ?? free[0])?.[0]
}

/** `extend 1 closes:Friday`, `extend Nov-Dec closes:Friday`: a number or months before the name of the first option are the issue's. */
function issueBefore(options: Options, before: string, later: ReadonlySet<string>): string | undefined {
  if (!namesIssue(unquote(before.trim(), 'period'))) return undefined
  return Object.entries(options).find(([name, { kind }]) => kind === 'period' && !later.has(name))?.[0]
}

/** `pass WHO period:1`, `add person WHO name:…`: words before the name of the period, and one word before another, are the entity. */
function entityBefore(options: Options, before: string, { first, later }: Named): string | undefined {
  if (options[first]?.kind !== 'period' && !/^\S+$/.test(before.trim())) return undefined
  return Object.entries(options).find(([name, { kind }]) => kind === 'entity' && !later.has(name))?.[0]
}
