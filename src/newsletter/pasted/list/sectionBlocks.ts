import { fold } from '../../../core/text/nearest.ts'
import type { NamedSection } from '../../sections.ts'
import { withoutBullet } from '../signs.ts'

/** Lines that stand together: under the title of a section, or under none. */
interface Block {
  /** The key of the section. */
  readonly section: string | undefined
  readonly lines: readonly string[]
}

/** The longest line that is looked at as a title. */
const longest = 90

/** The lines between titles of the newsletter's sections, each with its section; empty blocks are left out. */
export function bySections(lines: readonly string[], sections: readonly NamedSection[]): readonly Block[] {
  const keys = keysOf(sections)
  const blocks: { section: string | undefined; lines: string[] }[] = [{ section: undefined, lines: [] }]
  for (const line of lines) {
    const section = sectionOf(line, keys)
    if (section === undefined) blocks.at(-1)?.lines.push(line)
    else blocks.push({ section, lines: [] })
  }
  return blocks.filter((block) => block.lines.some((line) => line.trim() !== ''))
}

/** A text without lines that are titles of sections. */
export function withoutTitles(text: string, sections: readonly NamedSection[]): string {
  const keys = keysOf(sections)
  return text
    .split('\n')
    .filter((line) => sectionOf(line, keys) === undefined)
    .join('\n')
}

/** The keys of the sections by their folded names. */
function keysOf(sections: readonly NamedSection[]): ReadonlyMap<string, string> {
  return new Map(
    sections
      .filter(({ isRemoved }) => isRemoved !== true)
      .flatMap(({ key, title, aliases }) =>
        [...aliases, key, title].map((name) => [fold(name), key] as const),
      ),
  )
}

/** The section of a line that is its title: `**2. Regional focus:**`. A lone word is one only with such marks. */
function sectionOf(line: string, keys: ReadonlyMap<string, string>): string | undefined {
  if (line.length > longest) return undefined
  const unmarked = (text: string) => text.replace(/^[*_#\s]{1,8}|[\s*_:：]{1,8}$/g, '')
  const name = unmarked(withoutBullet(unmarked(line)).text)
  return /[\s-]/.test(name) || name !== line.trim() ? keys.get(fold(name)) : undefined
}
