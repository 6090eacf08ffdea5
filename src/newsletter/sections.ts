import { UserError } from '../core/errors.ts'
import { fold, match, nearest } from '../core/text/nearest.ts'
import { shorten } from '../core/text/text.ts'

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

export interface Subsection extends NamedSection<SectionKey> {
  /** What its items print. */
  readonly prints: readonly ('date' | 'link')[]
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
        prints: ['date'],
      },
      {
        key: 'key-issues',
        title: 'Key issues raised by heads of entities',
        aliases: ['statements', 'heads of entities'],
        prints: [],
      },
      {
        key: 'member-states',
        title: 'Engagement with Member States',
        aliases: ['engagement', 'states'],
        prints: ['date'],
      },
    ],
  },
  {
    key: 'guidance',
    title: 'Guidance, research, analysis',
    subsections: [
      {
        key: 'wg-meetings',
        title: 'Working group meetings',
        aliases: ['meetings', 'working groups', 'compact working group meetings'],
        prints: ['date'],
      },
      { key: 'what-is-new', title: 'What is new', aliases: ['new', 'news'], prints: [] },
      {
        key: 'publications',
        title: 'Reports and publications',
        aliases: ['reports', 'reading'],
        prints: ['link'],
      },
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
        prints: ['date'],
      },
      { key: 'regional', title: 'Regional focus', aliases: ['regions', 'training'], prints: ['date'] },
      {
        key: 'civil-society',
        title: 'Collaboration with civil society, academia and the private sector',
        aliases: ['academia', 'private sector', 'civil society', 'collaboration'],
        prints: ['date'],
      },
    ],
  },
]

export const subsections: readonly Subsection[] = sections.flatMap((section) => section.subsections)

/** Whether a text is the key of a standing section. */
export function isSectionKey(text: string): text is SectionKey {
  return subsections.some((subsection) => subsection.key === text)
}

/** A section that may be named: by its key, its title or an alias. */
export interface NamedSection<K extends string = string> {
  readonly key: K
  readonly title: string
  readonly aliases: readonly string[]
  /** Whether it was removed from the plan: only its key is still read, for what was filed there. */
  readonly isRemoved?: boolean
}

/** The title of a section; the key itself for one that is not known. */
export function sectionTitle(among: readonly NamedSection[], key: string): string {
  return among.find((section) => section.key === key)?.title ?? key
}

/** The section of a typed key, title or alias, or of an unambiguous beginning. Raises `UserError`. */
export function readSection<K extends string>(text: string, among: readonly NamedSection<K>[]): K {
  const live = among.filter(({ isRemoved }) => isRemoved !== true)
  if (text === '?')
    throw new UserError('Which section is it?', {
      choices: live.map(({ key, title }) => ({ label: title, value: key })),
    })
  const former = among.find(({ key, isRemoved }) => isRemoved === true && key === fold(text))
  if (former) return former.key
  // A title goes before another section's alias.
  const byName = new Map([
    ...live.flatMap(({ key, aliases }) => aliases.map((name) => [plainName(name), key] as const)),
    ...live.flatMap(({ key, title }) => [key, title].map((name) => [plainName(name), key] as const)),
  ])
  const typed = byName.has(plainName(text)) ? plainName(text) : plainName(bareSection(text))
  const found = [...new Set(match(typed, [...byName.keys()]).map((name) => byName.get(name)))].filter(
    (key) => key !== undefined,
  )
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const near = byName.get(nearest(typed, [...byName.keys()]) ?? '')
  const choices = (found.length > 1 ? found : near ? [near] : live.map(({ key }) => key)).map((key) => ({
    label: sectionTitle(live, key),
    value: key,
  }))
  const shown = shorten(text)
  if (found.length > 1) {
    throw new UserError(`“${shown}” may be ${found.join(', ')}. Which section?`, { choices })
  }
  throw new UserError(
    `“${shown}” is not a section${near ? `; did you mean ${near}?` : '.'} There are: ${live.map(({ key }) => key).join(', ')}.`,
    { choices },
  )
}

/** `multi agency`, `Reports & publications` and `what's new` as the names are compared. */
/** `the regional section instead` as `regional`. */
function bareSection(typed: string): string {
  const bare = typed
    .replace(/^the (?=\S)|,? (?:instead|please)$/gi, '')
    .replace(/ (?:section|part|chapter)$/i, '')
  return bare === '' ? typed : bare
}

function plainName(name: string): string {
  return fold(name)
    .replace(/['’]s(?!\p{L})/gu, ' is')
    .replace(/\s?[&+]\s?/g, ' and ')
    .replace(/[-_\s]+/g, ' ')
    .replace(/[.,;:!]$/, '')
    .trim()
}
