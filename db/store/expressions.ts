import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'

/** A text without its case and accents, for comparing. */
export function fold(text: Expression<string | null>): RawBuilder<string> {
  return sql`fold(${text})`
}

/**
 * Whether a text holds words that begin where one of its words begins: “tall” is in “Tallinn”, “all” is not. Words of
 * a script that puts no spaces between them, or has the article before them, are looked for anywhere; no words are in any text.
 */
export function holdsWords(text: Expression<string | null>, words: Expression<string>): RawBuilder<boolean> {
  // Folded once for all rows.
  const [held, wanted] = [fold(text), sql`(select fold(${words}::text))`]
  const begins = sql`'(^|[^a-z0-9а-яё])' || regexp_replace(${wanted}, '([^[:alnum:][:space:]])', '\\\\\\1', 'g')`
  return sql`case when strpos(${held}, ${wanted}) = 0 then false
    when ${wanted} ~ '^[a-z0-9а-яё]' then ${held} ~ (${begins})
    else true end`
}

/** A typed name as the columns of compared names hold them: folded, with spaces for hyphens. */
export function compared(text: Expression<string | null>): RawBuilder<string> {
  return sql`compared(${text})`
}

/** Whether one of these compared names begins with the word, which is compared itself. */
export function anyBegins(names: Expression<string[]>, word: Expression<string>): RawBuilder<boolean> {
  return sql`exists (select 1 from unnest(${names}) a where starts_with(a, ${word}))`
}

/** A value as a day, for comparing it with ranges and days. */
export function day(value: Expression<Day | null>): RawBuilder<Day> {
  return sql`${value}::date`
}

/** The day of an instant in UTC. */
export function utcDay(instant: Expression<Date>): RawBuilder<Day> {
  return sql`(${instant}::timestamptz)::date`
}

/** The first day of a range; null where it is open. */
export function firstDay(range: Expression<string>): RawBuilder<Day | null> {
  return sql`lower(${range})`
}

/** The first day after a range; null where it is open. */
export function dayAfter(range: Expression<string>): RawBuilder<Day | null> {
  return sql`upper(${range})`
}

/** Whether a value was given at all: a filter without one lets everything through. */
export function isMissing(
  value: Expression<unknown>,
  type: 'int' | 'int[]' | 'text' | 'date',
): RawBuilder<boolean> {
  return sql`${value}::${sql.raw(type)} is null`
}

/** A JSON array that a subquery makes; empty where it finds nothing. */
export function jsonList<T>(rows: Expression<{ readonly list: T }>): RawBuilder<NonNullable<T>> {
  return sql`coalesce(${rows}, '[]')`
}
