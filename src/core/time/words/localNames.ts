import { fold } from '../../text/nearest.ts'
import type { Meanings } from './meanings.ts'

export type Names = readonly (readonly [word: string, meaning: Meanings])[]

/** The languages of a script, Arabic as it is written from the Maghreb to the Levant. */
const locales = { latin: ['fr', 'es', 'de'], cyrillic: ['ru'], arabic: ['ar-EG', 'ar-LB', 'ar-DZ', 'ar-MA'], han: ['zh'] } as const // biome-ignore format: a table

/** The names of months and weekdays in the languages of a script, folded; a name of two words has a blank. */
export function namesIn(script: keyof typeof locales): Names {
  const names = locales[script].flatMap(namesOf)
  if (script === 'latin') return [...names, ...longOnly.flatMap(longNames)]
  return script === 'cyrillic' ? [...names, ...prepositional(names)] : names
}

/** `в сентябре`: a month's case after the word for “in”, which no formatter writes, made from the one of `3 сентября`. */
function prepositional(names: Names): Names {
  return names.flatMap(([name, meaning]) =>
    meaning.month !== undefined && name.length > 2 && /[ая]$/.test(name)
      ? [[name.replace(/.$/, 'е'), meaning] as const]
      : [],
  )
}

/** Languages whose short names are words of English: `set`, `out`, `mar`. */
const longOnly = ['it', 'pt']

function longNames(locale: string): Names {
  return namesOf(locale).filter(([name]) => name.length > 4)
}

/** English names, and what begins them from three letters on: `Novem`, `Thurs`. */
export function englishNames(): Names {
  const names = namesOf('en')
  return [
    ...names,
    ...names.flatMap(([name, meaning]) =>
      Array.from(
        { length: Math.max(0, name.length - 3) },
        (_, at) => [name.slice(0, at + 3), meaning] as const,
      ),
    ),
  ]
}

function namesOf(locale: string): Names {
  const short = locale === 'ru' || locale === 'zh' ? 2 : 3
  return [...monthsOf(locale), ...weekdaysOf(locale)].filter(
    ([name]) => name.length >= short && !/\d/.test(name),
  )
}

function monthsOf(locale: string): Names {
  // Beside a day a month may stand in another case: ноябрь, but 3 ноября.
  const forms = [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const
  return forms.flatMap((form) => {
    const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, at) => {
      const parts = format.formatToParts(Date.UTC(2024, at, 1))
      return [plain(parts.find(({ type }) => type === 'month')?.value ?? ''), { month: at + 1 }] as const
    })
  })
}

function weekdaysOf(locale: string): Names {
  return (['long', 'short'] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
    // 1 January 2024 is a Monday.
    return Array.from(
      { length: 7 },
      (_, at) => [plain(format.format(Date.UTC(2024, 0, at + 1))), { weekday: at + 1 }] as const,
    )
  })
}

function plain(name: string): string {
  return fold(name).replace(/\.$/, '')
}
