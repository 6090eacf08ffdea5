import type { Day } from '../../core/time/day.ts'
import type { Period } from '../../core/time/period.ts'
import { printDate } from '../dates/printDate.ts'
import { figuresPart } from '../parts.ts'
import { type Plan, type PlannedPart, type PlannedSection, planOf } from '../plan.ts'
import { plannedFigures } from '../plannedFigures.ts'
import type { Link } from '../reading/links/links.ts'
import { inOrder } from './order.ts'
import type { PrintedPart } from './printedPart.ts'

export interface Figure {
  readonly key: string
  readonly label: string
  readonly value: number
  /** On the eve of the period; null where none is known. */
  readonly previous: number | null
  /** The day for which it was recorded, where that is before the period; absent where it was counted. */
  readonly asOf?: Day
}

export interface NewsletterItem {
  /** `U12`, `M3`, `LIB4` or `role-7`: the record that it stands for. */
  readonly id: string
  readonly text: string
  readonly printedDate: string | null
  readonly start: Day | null
  readonly end: Day | null
  readonly precision: 'day' | 'month' | null
  readonly entities: readonly string[]
  readonly wg: string | null
  /** Of a joint meeting: all its groups, the first of which is `wg`; absent for one group or none. */
  readonly groups?: readonly string[]
  readonly place: string | null
  readonly links: readonly Link[]
  readonly source: 'update' | 'meeting' | 'role' | 'library'
  /** Words of the text that are printed in bold; absent where there are none. */
  readonly bold?: readonly string[]
  /** The pieces in which it was printed; absent before its issue is published. */
  readonly printed?: readonly PrintedPart[]
  /** Set in a draft on what the secretariat has not accepted yet: it would not be printed. */
  readonly waits?: true
  /** Set in a draft on what must not be printed before this day. */
  readonly embargo?: Day
}

export interface ComposeItem extends NewsletterItem {
  readonly section: string
}

export interface ComposeInput {
  readonly number: number | null
  readonly kind?: 'bi-monthly' | 'annual'
  readonly period: Period
  readonly status: string
  /** From 2: a published issue that was corrected. */
  readonly edition?: number
  readonly figures: readonly Figure[]
  readonly items: readonly ComposeItem[]
  readonly plan?: Plan
  /** The secretariat's words by subsection; those under the empty key open the issue. */
  readonly notes?: Readonly<Record<string, string>>
  /** The items that come first in a subsection, by their ids. */
  readonly orders?: Readonly<Record<string, readonly string[]>>
}

/** A newsletter as its JSON export gives it: every subsection of the plan is there, filled or not. */
export interface Newsletter {
  readonly number: number | null
  readonly period: Period
  readonly status: string
  /** Absent for the usual bi-monthly issue. */
  readonly kind?: 'annual'
  readonly edition?: number
  /** What was corrected in this edition, in a sentence for its readers. */
  readonly correction?: string
  /** Of a document that is no issue, such as an annual report. */
  readonly title?: string
  /** Name of the framework, where the plan has one. */
  readonly framework?: string
  readonly foreword?: string
  /** The heading of the figures, where it is not “In numbers”. */
  readonly figuresTitle?: string
  readonly figures: readonly Figure[]
  readonly sections: readonly NewsletterSection[]
  /** The words that end it, with their heading. */
  readonly closing?: { readonly title: string; readonly text: string }
}

export interface NewsletterSection {
  readonly key: string
  readonly title: string
  readonly subsections: readonly NewsletterSubsection[]
}

export interface NewsletterSubsection {
  /** The key of a standing section; another document has keys of its own. */
  readonly key: string
  readonly title: string
  /** The secretariat's words before its items. */
  readonly note?: string
  readonly items: readonly NewsletterItem[]
}

/** Puts items into the sections of the plan, in the order that was set, else of their first day; undated ones come last. */
export function compose({
  number,
  kind,
  period,
  status,
  edition,
  figures,
  items,
  plan = planOf(),
  notes = {},
  orders = {},
}: ComposeInput): Newsletter {
  const foreword = notes['']
  return {
    number,
    period: { from: period.from, to: period.to },
    status,
    ...(kind === 'annual' ? { kind } : {}),
    ...(edition === undefined ? {} : { edition }),
    ...(plan.framework === null ? {} : { framework: plan.framework }),
    ...(foreword === undefined ? {} : { foreword }),
    ...(plan.figuresTitle === figuresPart.title ? {} : { figuresTitle: plan.figuresTitle }),
    ...(plan.closing === null ? {} : { closing: plan.closing }),
    figures: plannedFigures(figures, plan).map(({ key, label, value, previous, asOf }) => ({
      key,
      label,
      value,
      previous,
      ...(asOf === undefined ? {} : { asOf }),
    })),
    sections: plan.sections.filter(isFilled).map((section) => ({
      key: section.key,
      title: section.title,
      subsections: section.subsections.filter(isShown).map(({ key, title, isRemoved }) => {
        const note = notes[key]
        return {
          key,
          title,
          ...(note === undefined ? {} : { note }),
          items: inOrder(
            items.filter((item) => item.section === key && (!isRemoved || item.source === 'update')),
            orders[key] ?? [],
          ).map(printed),
        }
      }),
    })),
  }

  /** A part without sections is only a place for some. */
  function isFilled({ subsections }: PlannedPart): boolean {
    return subsections.some(isShown)
  }

  /** A section that was removed is printed while an update stands there; what writes itself goes with it. */
  function isShown({ key, isRemoved }: PlannedSection): boolean {
    return !isRemoved || items.some(({ section, source }) => section === key && source === 'update')
  }
}

function printed({
  section: _section,
  printedDate,
  bold,
  waits,
  groups,
  ...item
}: ComposeItem): NewsletterItem {
  const { id, text, start, end, precision, entities, wg, place, links, source } = item
  const date =
    printedDate ??
    (source === 'meeting' && start && end && precision ? printDate(start, end, precision) : null)
  return {
    id,
    text,
    printedDate: date,
    start,
    end,
    precision,
    entities,
    wg,
    ...(groups && groups.length > 1 ? { groups } : {}),
    place,
    links,
    source,
    ...(bold && bold.length > 0 ? { bold } : {}),
    ...(waits ? { waits } : {}),
    ...(item.embargo ? { embargo: item.embargo } : {}),
  }
}
