import { allKnownEntities } from '../../../../db/directory/entities.ts'
import { allKnownGroups } from '../../../../db/directory/groups.ts'
import {
  type NewsletterIssue,
  newsletterById,
  openNewsletters,
  periodOf,
} from '../../../../db/newsletter/newsletters.ts'
import { sectionKnowledge } from '../../../../db/newsletter/sections/learned.ts'
import { addDays, type Day } from '../../../../src/core/time/day.ts'
import type { Period } from '../../../../src/core/time/period.ts'
import { type PlannedSection, sectionsOf, storedPlan } from '../../../../src/newsletter/plan.ts'
import type { readItem } from '../../../../src/newsletter/reading/readItem.ts'
import type { Weights } from '../../../../src/newsletter/section/learn.ts'
import type { Context } from '../../../define.ts'

/** What updates are read by, looked up once. */
export interface ReadingContext {
  /** Acronym of the author's entity, which “we” refers to. */
  readonly own: string | undefined
  /** The open issues, the one that closes first before the others. */
  readonly open: readonly NewsletterIssue[]
  /** By which a day without a year is read: the months of the issue that the update is in, or of the one that takes it. */
  readonly within: Period
  readonly entities: Awaited<ReturnType<typeof allKnownEntities>>
  readonly groups: Awaited<ReturnType<typeof allKnownGroups>>
  readonly today: Day
  readonly now: Date
  /** The author's IANA zone. */
  readonly zone: string
  /** Loaded with the first update: half of the newsletter's rooms are for reading alone. */
  readonly readItem: typeof readItem
  /** The sections of this deployment's plan, the removed ones too. */
  readonly sections: readonly PlannedSection[]
  /** The section's weights, with what this store's secretariat taught. */
  readonly weights: Weights
}

/** The months of all open issues, so that a day is not read into the first one: `9/11` may be in either. An annual issue holds those of others. */
function monthsOf(open: readonly NewsletterIssue[]): Period {
  const ofMonths = open.filter(({ kind }) => kind !== 'annual')
  const periods = (ofMonths.length > 0 ? ofMonths : open).map(periodOf)
  return {
    from: periods.map(({ from }) => from).reduce((one, other) => (one < other ? one : other)),
    to: periods.map(({ to }) => to).reduce((one, other) => (one > other ? one : other)),
  }
}

export async function loadKnown(
  { db, today, now, zone, caller }: Context,
  update: { readonly entity: string | null; readonly newsletterId: number | null } = {
    entity: caller.entityAcronym,
    newsletterId: null,
  },
): Promise<ReadingContext> {
  const reader = await import('../../../../src/newsletter/reading/readItem.ts')
  const { weightsHere } = await import('../../../../src/newsletter/section/weightsHere.ts')
  const open = await openNewsletters(db)
  const issue = update.newsletterId === null ? open[0] : await newsletterById(db, update.newsletterId)
  const { learned, plan } = await sectionKnowledge(db)
  const sections = sectionsOf(storedPlan(plan))
  return {
    own: update.entity ?? undefined,
    open,
    within:
      update.newsletterId === null && open.length > 1
        ? monthsOf(open)
        : issue
          ? periodOf(issue)
          : { from: addDays(today, -60), to: today },
    entities: await allKnownEntities(db),
    groups: await allKnownGroups(db),
    today,
    now,
    zone,
    readItem: reader.readItem,
    sections,
    weights: weightsHere(learned, sections),
  }
}
