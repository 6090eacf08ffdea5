import type { CommandSpec } from '../../catalog.ts'

/** Whether the number that a text begins with is of what a command is about: `edit U1` is no meeting’s. */
export function takesRecord({ options }: CommandSpec, text: string): boolean {
  const letters = /^(\p{L}{1,4})\p{Nd}{1,9}(?![\p{L}\p{Nd}])/u.exec(text)?.[1]?.toUpperCase()
  const [first] = Object.values(options)
  const prefix = first?.kind === 'meeting' ? 'M' : first?.prefix
  return letters !== undefined && letters === prefix
}
