const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const feast = new RegExp(
  `(?:^| )(?:(?:easter|good|black|cyber|whit|ash|palm|shrove|maundy|holy) ${weekday}|(?:christmas|xmas|new year['’]?s) (?:day|eve)|boxing day|(?:on|at) (?:christmas|xmas|easter|thanksgiving|pentecost|ramadan|eid|diwali)),?$`,
  'i',
)

/** Whether the time behind so many words is of a day that its name tells and no reader knows: `Easter Monday at 9`, `Boxing Day at 9`. */
export function isNamedDay(words: readonly string[], at: number): boolean {
  return [at, at + 1].some((end) => feast.test(words.slice(Math.max(0, end - 3), end).join(' ')))
}

/** Whether what stands behind so many words is a person’s name: `Abend` in `call Mr Abend`, `Tarde` in `llamar a Tarde`. */
export function endsInTitle(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? ''
  if (/^(?:mrs?|ms|dr|prof|herrn?|frau|mme|mlle|sra?|dra?|sig(?:nora?)?|dott)\.?$/i.test(before)) return true
  return nameBehind.test(`${before} ${words.slice(at, at + 3).join(' ')}`)
}

/** The last words, and a part of the day with a capital, as names have it. */
const nameBehind =
  /(?:^| )(?:a|à|to|an|with|con|com|avec|mit) (?:Noon|Morning|Evening|Night|Matin|Midi|Soir|Tarde|Noche|Noite|Abend|Mittag|Morgen)[.!]?$/
