import { meaningsOf } from '../words/vocabulary.ts'

/** What a saying is, or how it is worked out from what was found. */
type Plainly = string | ((found: string, ...groups: string[]) => string)

const hours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** `ten` of `ten o’clock` in digits. */
function hourIn(word: string): string {
  return String(hours.indexOf(word.toLowerCase()) + 1)
}

const minutes: Readonly<Record<string, string>> = { ten: '10', fifteen: '15', twenty: '20', thirty: '30', forty: '40', 'forty-five': '45', fifty: '50' } // biome-ignore format: a table

/** `ten thirty` in digits. */
function clockInWords(_: string, hour: string, minute: string): string {
  return `${hourIn(hour)}:${minutes[minute.toLowerCase().replace(' ', '-')]}`
}

/** `30 minutes before midnight` by the clock. */
function minutesBefore(_: string, minutes: string, hour: string): string {
  const clock = hour.toLowerCase() === 'midnight' ? 23 : 11
  return Number(minutes) === 0 ? hour : `${clock}:${String(60 - Number(minutes)).padStart(2, '0')}`
}

/** `2 hours before midnight` by the clock. */
function hoursBefore(_: string, count: string, hour: string): string {
  return `${(hour.toLowerCase() === 'midnight' ? 24 : 12) - numberOf(count)}:00`
}

/** `one and a half` in digits. */
function andHalf(_: string, count: string): string {
  return `${numberOf(count)}.5 `
}

function numberOf(word: string): number {
  if (/^an$/i.test(word)) return 1
  return hours.indexOf(word.toLowerCase()) + 1 || Number(word)
}

function dayPart(_: string, part: string): string {
  return { m: 'in the morning', t: 'in the afternoon' }[part[0]?.toLowerCase() ?? ''] ?? 'in the evening'
}

/** `vendredi en huit` is a week after the next Friday. */
function weekOn(whole: string, day: string, count: string): string {
  if (meaningsOf(day.toLowerCase()).weekday === undefined) return whole
  return `${day} ${/^h/i.test(count) ? 'week' : 'fortnight'}`
}

const weekdaysOf = [['seg', 'Monday'], ['ter', 'Tuesday'], ['qua', 'Wednesday'], ['qui', 'Thursday'], ['sex', 'Friday']] as const // biome-ignore format: a table

/** `segunda-feira` in English. */
function portugueseDay(day: string): string {
  const word = day.toLowerCase()
  const found = weekdaysOf.find(([start]) => word.startsWith(start))
  return found?.[1] ?? day
}

/** Sayings, each with the word or the number that says the same; in order, since one may make the words of a later one. */
const sayings: readonly (readonly [saying: RegExp, plainly: Plainly])[] = [
  [/\b(?:close|end) of (?:the )?(?:business|play|working day)(?: day)?\b/gi, 'COB'],
  [/\bend of (?:the )?day\b/gi, 'EOD'],
  [/\bEOM\b|\bmonth(?:['’]s |[- ])end\b|\blast day of (?:the|this) month\b/gi, 'end of the month'],
  [/\bEOW\b/gi, 'end of the week'],
  [/^(?:all|the whole|the entire) (?=(?:week|month)$)/i, 'this '],
  [/\bEOY\b|\byear(?:['’]s |[- ])end\b/gi, 'end of the year'],
  [/\blast day of (?=next month\b|\p{L}{3,9}\b)/giu, 'end of '],
  [/\ba week today\b|\bthis day next week\b|\btoday week\b/gi, 'in a week'],
  [/\bbetween (\d{1,2}(?:[:.h]\d\d)?(?: ?[ap]m)?) and (?=\d)/gi, 'from $1 to '],
  [/\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= o['’]?clock\b)/gi, hourIn],
  [/\b(one|two|three|four|five|six|\d{1,2}) and a half (?=(?:hour|day|week)s?\b)/gi, andHalf],
  [
    /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (ten|fifteen|twenty|thirty|forty|forty[- ]five|fifty)(?= [ap]\.?m\b| on\b|,|$)/gi,
    clockInWords,
  ],
  [
    /\bfirst thing (?:on )?(tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: morning)?$/gi,
    '$1 morning',
  ],
  [/\bthis (?=coming (?:mon|tue|wed|thu|fri|sat|sun))/gi, ''],
  [/(?<=\d)[- ]?ish\b/gi, ''],
  [/(?<!\p{L})(\p{L}{5,8}) en (huit|quinze)(?!\p{L})/giu, weekOn],
  [/\bnew year['’]?s day\b/gi, '1 January'],
  [/\bnew year['’]?s eve\b/gi, '31 December'],
  [
    /(?<!\bhalf |\bof )\b(an|one|two|three|four|five|six|[1-6]) hours? before (noon|midday|midnight)\b/gi,
    hoursBefore,
  ],
  [/\bmid-(?=day\b|night\b)/gi, 'mid'],
  [/\blater (?=tonight\b|today\b)/gi, ''],
  [/\b2(?=nite\b|night\b|day\b)/gi, 'to'],
  [/\b(?:2|to)(?:mor+ow?|mrw|mro)\b/gi, 'tomorrow'],
  [/\bwk (?=of\b|beginning\b|starting\b)/gi, 'week '],
  [/\b(?:12 )?midnight tonight\b|\btonight at (?:12 )?midnight\b/gi, 'tonight at 12'],
  [/\b(?:a )?quarter[- ](?:of an )?hour\b|\b(?:un )?quart d['’]heure\b/gi, '15 minutes'],
  [/\b(?:une )?demi[- ]heure\b|\b(?:una )?media hora\b/gi, '30 minutes'],
  [/^(?:(?:for )?(?:an )?hour and a half|hora y media)$/i, '90 minutes'],
  [
    /\b(an?|one|two|three|four|five|six|une|deux|trois|una|dos|tres|\d{1,2}) (?:hours?|heures?|horas?) (?:and a quarter|et quart|y cuarto)\b/gi,
    '$1 h 15 minutes',
  ],
  [/(?<!\p{L})полтора часа(?!\p{L})/giu, '90 minutes'],
  [/(?<!\p{L})(?:anderthalb|eineinhalb) stunden(?!\p{L})|(?<!\p{L})ساعة و ?نصف(?!\p{L})/giu, '90 minutes'],
  [/(?<!\p{L})نصف ساعة(?!\p{L})/gu, '30 minutes'],
  [/(?<!\p{L})полчаса(?!\p{L})/giu, '30 minutes'],
  [/\btrois[ -]quarts? d['’]heure\b|\b(?:una )?hora menos cuarto\b/gi, '45 minutes'],
  [/\bhalf an hour(?= before (?:noon|midday|midnight)\b)/gi, '30 minutes'],
  [/\b([1-5]?\d) min(?:ute)?s? before (noon|midday|midnight)\b/gi, minutesBefore],
  [/\bthree[ -]quarters of an hour\b/gi, '45 minutes'],
  [/(?:^|\s)(?:in )?my (?:own )?time(?:zone)?$/i, ''],
  [/ @ ?(?=\d|noon\b|midday\b|midnight\b)/gi, ' at '],
  [/ [|⋅·•∙] /g, ', '],
  [/\bin (\d{1,2}):([0-5]\d) ?(?:h|hrs?|hours?)\b/gi, 'in $1 hours $2 minutes'],
  [/(?<!\b(?:in|for|after|every) )\b([01]\d|2[0-3])([0-5]\d)(?= ?hrs?\b)/gi, '$1:$2'],
  [/^([1-9])([0-5]\d) (?=(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)|to(?:day|morrow)\b)/i, '$1:$2 '],
  [
    /(?<!\p{L})(?:de las?|desde las?|das|dalle) (\d{1,2}(?:[:.h]?\d\d|h)?) (?:a las?|hasta las?|às|alle) (?=\d)/giu,
    'from $1 to ',
  ],
  [/(?<!\p{L})entre (\d{1,2}(?:[:.h]\d\d| ?h(?:eures)?)?) et (?=\d)/giu, 'from $1 to '],
  [/(?<!\p{L})(?:vers|gegen) (?=\d{1,2}(?:[:.h]|$| ))/giu, 'at '],
  [
    /(?<!\p{L})(?:segunda|ter[cç]a|quarta|quinta|sexta)(?= (?:às|de manhã|à tarde)(?!\p{L}))/giu,
    portugueseDay,
  ],
  [/(?:^|\s)(?:a las?|às) (?=\d)/giu, ' at '],
  [/(?<!\p{L})por la (mañana|tarde|noche)(?!\p{L})/giu, dayPart],
  [
    /(?<=\d ?(?:h|heures?|horas)?) ?(?:de la tarde|da tarde|de l['’]apr[eè]s-midi)(?!\p{L})/giu,
    ' in the afternoon',
  ],
  [
    /(?<=\d ?h?(?: uhr)?) ?(?:d(?:i|el) pomeriggio|nachmittags|am nachmittag)(?!\p{L})/giu,
    ' in the afternoon',
  ],
  [
    /(?<=(?<!\d)(?:[6-9]|1[01])(?::\d\d)? ?h?) ?(?:(?:de la|da) (?:noche|noite)|di sera|abends)(?!\p{L})/giu,
    ' pm',
  ],
  [
    /(?<=\d ?h?(?: uhr)?) ?(?:de la mañana|da manhã|d(?:e la|a) madrugada|di mattina|del mattino|morgens|vormittags)(?!\p{L})/giu,
    ' am',
  ],
  [/(?<=(?<!\d)[1-5](?::\d\d)?) ?(?:ظهرا|ظهراً|عصرا|عصراً|بعد الظهر)(?!\p{L})/gu, ' in the afternoon'],
  [/(?<=(?<!\d)1[12](?::\d\d)?) ?(?:ظهرا|ظهراً)(?!\p{L})/gu, ''],
  [/(?<=\d) ?(?:فجرا|فجراً)(?!\p{L})/gu, ' am'],
  [/(?<!\p{L})(?:al mediod[ií]a|ao meio[- ]dia|a mezzogiorno|mittags)(?!\p{L})/giu, 'noon'],
  [
    /(?<!\p{L})(?:jours ouvrés|d[ií]as (?:h[aá]biles|laborables)|dias úteis|arbeitstagen?|рабочих дн(?:ей|я)|أيام عمل)(?!\p{L})/giu,
    'working days',
  ],
  [/(?<!\p{L})depois de amanhã(?!\p{L})/giu, 'overmorrow'],
  [/(?<!\p{L})(?:antes de ontem|anteontem)(?!\p{L})/giu, 'anteayer'],
  [/(?<!\p{L})(?:segunda|ter[cç]a|quarta|quinta|sexta)(?:-| )feira(?!\p{L})/giu, portugueseDay],
  [/(?<=\b(?:days?|weeks?|months?|hours?|minutes?|years?))['’] time\b/gi, ''],
  [/(?<=\p{L}\.? )['’](?=\d\d(?:\D|$))/gu, '20'],
  [/(?<=\S),? \(?(?:inclus|inclusive|incl\.?|compris|both included|incluido|einschließlich)\)?$/i, ''],
  [/(?:^|\s)(?:sharp|around|about|approximately|roughly|~)(?=\s|$|\d)/gi, ' '],
  [/~(?=\d)/g, ''],
  [/ {2,}/g, ' '],
]

/** A text with one space between words whose sayings of several words are the one word or number that says the same. */
export function inOneWord(text: string): string {
  return sayings
    .reduce(
      (plain, [saying, plainly]) =>
        typeof plainly === 'string' ? plain.replace(saying, plainly) : plain.replace(saying, plainly),
      text,
    )
    .trim()
}
