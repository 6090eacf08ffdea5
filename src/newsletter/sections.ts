import { UserError } from '../core/errors.ts'
import { fold, match, nearest } from '../core/text/nearest.ts'

export type SectionKey =
  | 'high-level-events'
  | 'key-issues'
  | 'member-states'
  | 'wg-meetings'
  | 'what-is-new'
  | 'publications'
  | 'multi-agency'
  | 'regional'
  | 'civil-society'

export interface Subsection {
  readonly key: SectionKey
  readonly title: string
  readonly aliases: readonly string[]
}

export interface Section {
  readonly key: 'leadership' | 'guidance' | 'joint'
  readonly title: string
  readonly subsections: readonly Subsection[]
}

/** The standing sections of the newsletter, in printed order. */
export const sections: readonly Section[] = [
  {
    key: 'leadership',
    title: 'Leadership, coordination, coherence',
    subsections: [
      {
        key: 'high-level-events',
        title: 'Key high-level events',
        aliases: ['events', 'high-level', 'in focus', 'visits'],
      },
      {
        key: 'key-issues',
        title: 'Key issues raised by heads of entities',
        aliases: ['statements', 'heads of entities'],
      },
      { key: 'member-states', title: 'Engagement with Member States', aliases: ['engagement', 'states'] },
    ],
  },
  {
    key: 'guidance',
    title: 'Guidance, research, analysis',
    subsections: [
      {
        key: 'wg-meetings',
        title: 'Compact working group meetings',
        aliases: ['meetings', 'working groups'],
      },
      { key: 'what-is-new', title: 'What is new', aliases: ['new', 'news'] },
      { key: 'publications', title: 'Reports and publications', aliases: ['reports', 'reading'] },
    ],
  },
  {
    key: 'joint',
    title: 'Joint initiatives and capacity-building',
    subsections: [
      {
        key: 'multi-agency',
        title: 'Multi-agency meetings, programmes',
        aliases: ['programmes', 'joint', 'workshops'],
      },
      { key: 'regional', title: 'Regional focus', aliases: ['regions', 'training'] },
      {
        key: 'civil-society',
        title: 'Collaboration with civil society, academia and the private sector',
        aliases: ['academia', 'private sector', 'civil society', 'collaboration'],
      },
    ],
  },
]

export const subsections: readonly Subsection[] = sections.flatMap((section) => section.subsections)

export function isSectionKey(text: string): text is SectionKey {
  return subsections.some((subsection) => subsection.key === text)
}

/** The title of a subsection; the key itself for one that is no more. */
export function subsectionTitle(key: string): string {
  return subsections.find((subsection) => subsection.key === key)?.title ?? key
}

/** The subsection of a typed key, title or alias, or of an unambiguous beginning. Raises `UserError`. */
export function readSection(text: string): SectionKey {
  if (text === '?')
    throw new UserError('Which section is it?', {
      choices: subsections.map(({ key, title }) => ({ label: title, value: key })),
    })
  const names = subsections.flatMap((one) =>
    [one.key, one.title, ...one.aliases].map((name) => [fold(name), one.key] as const),
  )
  const byName = new Map(names)
  const found = [...new Set(match(text, [...byName.keys()]).map((name) => byName.get(name)))].filter(
    (key) => key !== undefined,
  )
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const near = byName.get(nearest(text, [...byName.keys()]) ?? '')
  const choices = (found.length > 1 ? found : near ? [near] : []).map((key) => ({
    label: subsectionTitle(key),
    value: key,
  }))
  const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text
  if (found.length > 1) {
    throw new UserError(`“${shown}” may be ${found.join(', ')}. Which section?`, { choices })
  }
  throw new UserError(
    `“${shown}” is not a section${near ? `; did you mean ${near}?` : '.'} There are: ${subsections.map((one) => one.key).join(', ')}.`,
    { choices },
  )
}
