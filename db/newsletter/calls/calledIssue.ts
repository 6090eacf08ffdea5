import type { Newsletters, People } from '../../schema.ts'

/** An issue of the newsletter for which updates are called for. */
export interface CalledIssue
  extends Readonly<Pick<Newsletters, 'number' | 'periodFrom' | 'periodTo' | 'closesAt'>> {
  readonly newsletterId: Newsletters['id']
  readonly openedBy: People['name']
}

/** The columns of a `CalledIssue`, of the issue `n` and whoever opened it, `o`. */
export const calledIssueColumns = [
  ...(['o.name as openedBy', 'n.id as newsletterId', 'n.number'] as const),
  ...(['n.periodFrom', 'n.periodTo', 'n.closesAt'] as const),
] as const
