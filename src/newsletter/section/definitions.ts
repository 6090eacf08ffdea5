import { type SectionKey, subsections } from '../sections.ts'
import type { Weights } from './learn.ts'

/**
 * What each section is for, by its title, as features that speak for it and how much. Learning begins here and not
 * at nothing: a section that few known items stand in is then still proposed for what belongs there.
 */
const definitions: Readonly<Record<SectionKey, Readonly<Record<string, number>>>> = {
  'high-level-events': {
    'has high': 2,
    'head conference': 1.5,
    'noun conference': 0.5,
    'head event': 1,
    'has compact': 1,
    'has organs': 0.5,
    'agreement of entities': 1.5,
    'has parliament': 0.5,
    'organ decides': 2,
    'organ opens': 1,
  },
  'key-issues': {
    'office speaks': 3,
    'office opens': 1,
    'verb say': 1,
    'speaks early': 1,
    'noun speech': 2,
    'head speech': 1,
  },
  'member-states': {
    'has states': 1,
    'State takes part': 1,
    'head visit': 1,
    'noun visit': 1,
    'verb visit': 1.5,
    'agreement with a State': 1.5,
    'head consultation': 1,
    'head briefing': 1,
  },
  'wg-meetings': { 'group meets': 3, 'group opens': 1, 'verb discuss': 1 },
  'what-is-new': {
    'verb take': 3,
    'head novelty': 2,
    'has novelty': 0.5,
    'has offered': 2.5,
    'offers a training': 2,
    'has observance': 2.5,
    'verb launch': 1,
  },
  publications: {
    'head publication': 1,
    'publication alone': 2,
    'verb publish': 1,
    'month alone': 1.5,
    'nothing held': 1,
    'title in quotes': 0.5,
    'title with a colon': 0.5,
  },
  'multi-agency': {
    'activity without a place': 1,
    'deed without a place': 0.7,
    'several entities': 0.5,
    'head workshop': 0.5,
    'training without a place': 1,
    'head exercise': 1,
    'for a group': 2,
    'has interagency': 1,
    'has expert': 0.5,
  },
  regional: {
    'activity in a place': 1,
    'partners in a place': 1,
    'has training': 1.5,
    'has regional': 1.5,
    'has national': 0.5,
    'has officials': 0.5,
    'deed in a place': 1,
  },
  'civil-society': {
    'civil takes part': 1,
    'with civil society': 1.5,
    'has civil': 2,
    'has academia': 1.5,
    'has business': 1.5,
  },
}

/** The definitions as weights that no item stands behind. */
export function startingWeights(): Weights {
  const sections = subsections.map(({ key }) => key)
  const names = new Set(sections.flatMap((key) => Object.keys(definitions[key])))
  const rows = [...names].map((name) => [name, sections.map((key) => definitions[key][name] ?? 0)] as const)
  return { examples: 0, sections, features: Object.fromEntries(rows) }
}
