import { option, required } from '../../src/core/option.ts'

export const itemKinds = ['publication', 'report', 'guide', 'tool', 'training', 'other'] as const

export type ItemKind = (typeof itemKinds)[number]

export const libraryItemOption = required(
  option.record({ about: 'The item’s number, e.g. LIB12, or words of its title', prefix: 'LIB' }),
)

/** The options that describe an item beside its title and link. */
export const describing = {
  kind: option.choice({ about: 'What it is; read from the title by default', choices: itemKinds }),
  entity: option.entity({ about: 'Who issued it' }),
  wg: option.group({ about: 'The working group that it belongs to' }),
  date: option.period({ exact: true, about: 'When it was published: a day, a month or a year' }),
  topics: option.text({
    about: 'What it deals with, in words that people look for, separated by commas',
    max: 300,
  }),
  purpose: option.text({ about: 'What it is for, in a few words; the newsletter prints them', max: 300 }),
  newsletter: option.choice({
    about: 'Whether the newsletter prints it; for the secretariat',
    choices: ['yes', 'no'],
  }),
} as const

const signs: readonly (readonly [kind: ItemKind, sign: RegExp])[] = [
  ['training', /\b(?:trainings?|courses?|curriculum|curricula|e-learning|webinars?)\b/i],
  ['guide', /\b(?:guides?|guidelines|guidance|handbook|manual|compendium|good practices)\b/i],
  ['tool', /\b(?:tool|tools|toolkit|toolbox|database|app|software|checklist)\b/i],
  ['report', /\b(?:reports?|study|survey|assessments?|reviews?|analysis)\b/i],
]

/** What an item is by the words of its title. */
export function kindInTitle(title: string): ItemKind {
  return signs.find(([, sign]) => sign.test(title))?.[0] ?? 'publication'
}
