import type { Db } from '../../store/db.ts'
import { entitiesWithout, strayDomains } from './entities.ts'
import type { Finding, LintQuery } from './finding.ts'
import { endedTerms, groupsWithoutChair } from './groups.ts'
import { badZones, stale, twins, unreachable } from './people.ts'
import { overlappingTerms, termsOfLeavers } from './terms.ts'

/** What can be amiss with a directory, the worst first. */
export const findingKinds = [
  'no-chair',
  'ended-term',
  'left',
  'overlap',
  'no-focal-point',
  'twin',
  'unreachable',
  'bad-zone',
  'stray-domain',
  'no-coordinator',
  'stale',
] as const

export type FindingKind = (typeof findingKinds)[number]

/** What is amiss of one kind, the worst first, at most so many. */
export async function findingsOf(db: Db, kind: FindingKind, asked: LintQuery): Promise<readonly Finding[]> {
  switch (kind) {
    case 'no-chair':
      return groupsWithoutChair(db, asked)
    case 'ended-term':
      return endedTerms(db, asked)
    case 'left':
      return termsOfLeavers(db, asked)
    case 'overlap':
      return overlappingTerms(db, asked)
    case 'no-focal-point':
      return entitiesWithout(db, 'people', asked)
    case 'no-coordinator':
      return entitiesWithout(db, 'coordinator', asked)
    case 'stray-domain':
      return strayDomains(db, asked)
    case 'twin':
      return twins(db, asked)
    case 'unreachable':
      return unreachable(db, asked)
    case 'bad-zone':
      return badZones(db, asked)
    case 'stale':
      return stale(db, asked)
  }
}
