import type { Day } from '../../core/time/day.ts'
import type { Period } from '../../core/time/period.ts'
import { printDate } from '../dates/printDate.ts'
import type { Link } from '../reading/links.ts'
import { type SectionKey, sections } from '../sections.ts'

export interface Figure {
  readonly key: string
  readonly label: string
  readonly value: number
  /** On the eve of the period; null where none is known. */
  readonly previous: number | null
}

export interface NewsletterItem {
  /** `U12`, `M3` or `role-7`: the record that it stands for. */
  readonly id: string
  readonly text: string
  readonly printedDate: string | null
  readonly start: Day | null
  readonly end: Day | null
  readonly precision: 'day' | 'month' | null
  readonly entities: readonly string[]
  readonly wg: string | null
  readonly place: string | null
  readonly links: readonly Link[]
  readonly source: 'update' | 'meeting' | 'role'
  /** Set in a draft on what the secretariat has not accepted yet: it would not be printed. */
  readonly waits?: true
}

export interface ComposeItem extends NewsletterItem {
  readonly section: SectionKey
}

export interface ComposeInput {
  readonly number: number | null
  readonly period: Period
  readonly status: string
  /** From 2: a published issue that was corrected. */
  readonly edition?: number
  readonly figures: readonly Figure[]
  readonly items: readonly ComposeItem[]
}

/** A newsletter as its JSON export gives it: every standing subsection is there, filled or not. */
export interface Newsletter {
  readonly number: number | null
  readonly period: Period
  readonly status: string
  readonly edition?: number
  readonly figures: readonly Figure[]
  readonly sections: readonly {
    readonly key: string
    readonly title: string
    readonly subsections: readonly {
      readonly key: SectionKey
      readonly title: string
      readonly items: readonly NewsletterItem[]
    }[]
  }[]
}

/** Puts items into the standing sections, in order of their first day; undated ones come last. */
export function compose({ number, period, status, edition, figures, items }: ComposeInput): Newsletter {
  return {
    number,
    period: { from: period.from, to: period.to },
    status,
    ...(edition === undefined ? {} : { edition }),
    figures: figures.map(({ key, label, value, previous }) => ({ key, label, value, previous })),
    sections: sections.map((section) => ({
      key: section.key,
      title: section.title,
      subsections: section.subsections.map(({ key, title }) => ({
        key,
        title,
        items: items
          .filter((item) => item.section === key)
          .sort(byDay)
          .map(printed),
      })),
    })),
  }
}

function byDay(a: ComposeItem, b: ComposeItem): number {
  const first =
    (a.start ?? '9999').localeCompare(b.start ?? '9999') || (a.end ?? '9999').localeCompare(b.end ?? '9999')
  return first || a.id.localeCompare(b.id, 'en', { numeric: true })
}

function printed({
  id,
  text,
  printedDate,
  start,
  end,
  precision,
  entities,
  wg,
  place,
  links,
  source,
  waits,
}: ComposeItem): NewsletterItem {
  const date =
    printedDate ??
    (source === 'meeting' && start && end && precision ? printDate(start, end, precision) : null)
  const item = { id, text, printedDate: date, start, end, precision, entities, wg, place, links, source }
  return waits ? { ...item, waits } : item
}
