import type pg from 'pg'

import { createRandom, type Random } from './random.ts'

export interface MadeUpPerson {
  readonly name: string
  readonly email: string
  readonly title: string
}

const first = ['a', 'be', 'cha', 'da', 'e', 'fa', 'ge', 'ha', 'i', 'jo', 'ka', 'li', 'ma', 'ni', 'o', 'pe']
const middle = [
  'bri',
  'de',
  'lo',
  'mi',
  'na',
  'ra',
  'ri',
  'sa',
  'ste',
  'ta',
  'vi',
  'zo',
  'lei',
  'tho',
  'ju',
  'we',
]
const last = ['n', 'ra', 's', 'na', 'la', 'm', 'ko', 'th', 'd', 'l', 'ne', 'ssa', 'r', 'ya', 'bel', 'tz']
const opening = [
  'ab',
  'bor',
  'cas',
  'dem',
  'el',
  'fer',
  'gal',
  'hol',
  'is',
  'jan',
  'kov',
  'lem',
  'mor',
  'nak',
  'ost',
  'pra',
  'qui',
  'ros',
  'sch',
  'tan',
  'ur',
  'vel',
  'wil',
  'xav',
  'yam',
  'zel',
]
const inner = [
  'a',
  'an',
  'ber',
  'do',
  'er',
  'gi',
  'ho',
  'in',
  'ka',
  'lo',
  'man',
  'ne',
  'o',
  'pe',
  'qua',
  'ri',
  'so',
  'ti',
  'u',
  'vo',
]
const ending = [
  'berg',
  'dez',
  'ev',
  'ford',
  'gan',
  'hara',
  'ini',
  'ić',
  'kar',
  'lund',
  'moto',
  'nen',
  'oglu',
  'pour',
  'quist',
  'rán',
  'son',
  'tov',
  'uru',
  'wala',
  'yan',
  'zadeh',
]
const titles = [
  'Programme officer',
  'Legal adviser',
  'Focal point',
  'Analyst',
  'Border adviser',
  'Liaison officer',
]

/** That many people with names put together from syllables, the same ones every time. */
export function madeUpPeople(count: number): MadeUpPerson[] {
  const random = createRandom(20_230_401)
  const given = distinct(1_500, () => capital(random.pick(first) + random.pick(middle) + random.pick(last)))
  const families = distinct(8_000, () =>
    capital(
      random.pick(opening) +
        random.pick(inner) +
        (random.below(2) ? random.pick(inner) : '') +
        random.pick(ending),
    ),
  )
  return Array.from({ length: count }, (_, index) => ({
    name: `${random.pick(given)} ${random.pick(families)}`,
    email: `member${index + 1}@made-up.example`,
    title: random.pick(titles),
  }))
}

/** So many at a time, since no statement of the store may take longer than half a minute. */
const atOnce = 10_000

/** Enters them in the directory. */
export async function insertPeople(pool: pg.Pool, people: readonly MadeUpPerson[]): Promise<void> {
  for (let at = 0; at < people.length; at += atOnce) {
    const part = people.slice(at, at + atOnce)
    await pool.query(
      'insert into people (name, email, title) select * from unnest($1::text[], $2::text[], $3::text[])',
      [part.map(({ name }) => name), part.map(({ email }) => email), part.map(({ title }) => title)],
    )
  }
}

/** The name with one slip in one or two of its words: letters swapped, one dropped, doubled or replaced. */
export function misspell(random: Random, name: string): string {
  const words = name.split(' ')
  const slips = 1 + random.below(Math.min(2, words.length))
  const where = random.below(words.length)
  return words
    .map((word, index) => ((index + words.length - where) % words.length < slips ? slip(random, word) : word))
    .join(' ')
}

function slip(random: Random, word: string): string {
  const letters = [...word]
  if (letters.length < 3) return word
  const at = random.below(letters.length - 1)
  const [here = '', next = ''] = letters.slice(at, at + 2)
  const become = [next + here, next, here + here + next, random.pick([...'aeiourstnlmk']) + next]
  return [...letters.slice(0, at), random.pick(become), ...letters.slice(at + 2)].join('')
}

function distinct(count: number, make: () => string): string[] {
  const found = new Set<string>()
  for (let tries = 0; found.size < count && tries < count * 50; tries += 1) found.add(make())
  return [...found]
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
