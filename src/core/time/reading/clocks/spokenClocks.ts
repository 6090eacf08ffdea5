/** How a language says an hour of the day in words. */
interface Spoken {
  readonly lead: string
  /** The hours from one on; a blank within one is written as `_`. */
  readonly hours: string
  /** Stands behind the hour; needed where `isNeeded`. */
  readonly noun?: string
  readonly isNounNeeded?: boolean
  readonly half: string
  readonly quarter: string
  readonly quarterLess: string
  /** Before minutes in digits or in words. */
  readonly and?: string
}

const minuteWords: Readonly<Record<string, number>> = {
  cinq: 5, dix: 10, quinze: 15, vingt: 20, trente: 30, quarante: 40, cinquante: 50, cinco: 5, diez: 10, quince: 15, veinte: 20, treinta: 30, cuarenta: 40,
  cincuenta: 50, dez: 10, vinte: 20, trinta: 30, quarenta: 40, 'cinquenta': 50, dieci: 10, venti: 20, trenta: 30, quaranta: 40, cinquanta: 50,
} // biome-ignore format: a table

const languages: readonly Spoken[] = [
  {
    lead: 'à |vers ', noun: 'heures?', isNounNeeded: true,
    hours: 'une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt(?:_|-)et(?:_|-)une vingt-deux vingt-trois',
    half: ' et demie?', quarter: ' et quart', quarterLess: ' moins le quart', and: ' ',
  },
  {
    lead: 'a las? |sobre las? |de las? |desde las? ', noun: 'horas?(?: en punto)?|en punto',
    hours: 'una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince diecis[eé]is diecisiete dieciocho diecinueve veinte veintiuna veintid[oó]s veintitr[eé]s',
    half: ' y media', quarter: ' y cuarto', quarterLess: ' menos cuarto', and: ' y ',
  },
  {
    lead: 'às |à (?=uma)|pelas |das ', noun: 'horas?(?: em ponto)?|em ponto',
    hours: 'uma duas tr[eê]s quatro cinco seis sete oito nove dez onze doze treze (?:ca|qua)torze quinze dez[ea]sseis dez[ea]ssete dezoito dez[ea]nove vinte vinte_e_uma vinte_e_duas vinte_e_tr[eê]s',
    half: ' e meia', quarter: ' e um quarto', quarterLess: ' menos um quarto', and: ' e ',
  },
  {
    lead: 'alle (?:ore )?|all[’\']|dalle ', noun: 'in punto',
    hours: 'una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti ventuno ventidue ventitr[eé]',
    half: ' e mezz[ao]', quarter: ' e un quarto', quarterLess: ' meno un quarto', and: ' e ',
  },
  {
    lead: 'um |gegen ', noun: 'uhr',
    hours: 'eins? zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig einundzwanzig zweiundzwanzig dreiundzwanzig',
    half: '(?!)', quarter: '(?!)', quarterLess: '(?!)', and: ' ',
  },
  {
    lead: '(?:في )?(?:تمام )?الساعة ', hours: 'الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية_عشرة? الثانية_عشرة?',
    half: ' و ?(?:ال)?نصف', quarter: ' و ?(?:ال)?ربع', quarterLess: ' [إا]لا (?:ال)?ربع(?:ا|اً)?',
  },
] // biome-ignore format: a table

interface Reader {
  readonly spoken: RegExp
  readonly hours: readonly RegExp[]
}

const readers: readonly Reader[] = languages.map(readerOf)

function readerOf({ lead, hours, noun, isNounNeeded, half, quarter, quarterLess, and }: Spoken): Reader {
  const words = hours.split(' ').map((word) => word.replaceAll('_', ' '))
  // The longest first: `dix-sept` begins with `dix`, and `vinte e uma` with `vinte`.
  const either = [...words].reverse().join('|')
  const behind = noun === undefined ? '' : isNounNeeded ? ` (?:${noun})` : `(?: (?:${noun}))?`
  const minutes = and === undefined ? '((?!))' : `${and}([0-5]\\d|${Object.keys(minuteWords).join('|')})`
  return {
    spoken: new RegExp(
      `(?<![\\p{L}\\p{Nd}])(${lead})(?:(\\d{1,2})(?![\\d:.h])|(${either}))${behind}(?:(${half})|(${quarter})|(${quarterLess})|${minutes})?(?![\\p{L}\\p{Nd}])`,
      'giu',
    ),
    hours: words.map((word) => new RegExp(`^${word}$`, 'iu')),
  }
}

/** Whether a text may say an hour as one of these languages does. */
const leads =
  /(?<!\p{L})(?:à|vers|a las?|sobre las?|às|pelas|das|d?alle?|all[’']|(?:de|desde) las?|um|gegen|halb|viertel|uhr|الساعة)(?!\p{L})/iu

/** A text in which `à trois heures et demie`, `a las tres`, `um halb vier` and `الساعة الثالثة` are `at 3:30` and so on. */
export function clocksInDigits(text: string): string {
  if (!leads.test(text)) return text
  return readers.reduce(inDigits, germanInDigits(text))
}

function inDigits(text: string, { spoken, hours }: Reader): string {
  return text.replace(
    spoken,
    (
      whole: string,
      lead: string,
      digits: string | undefined,
      word: string | undefined,
      half: string | undefined,
      quarter: string | undefined,
      less: string | undefined,
      minutes: string | undefined,
    ) => {
      const hour = digits === undefined ? hourOf(word ?? '', hours) : Number(digits)
      if (hour > 23) return whole
      const past = half ? 30 : quarter ? 15 : less ? -15 : minutesOf(minutes)
      return `${joining.test(lead) ? lead : 'at '}${clock(hour, past)}`
    },
  )
}

/** These stand between two hours as well: `de 14 heures à 16 heures`. */
const joining = /^(?:à|(?:a|de|desde) las?|das|às|d?alle) $/i

function hourOf(word: string, hours: readonly RegExp[]): number {
  return hours.findIndex((one) => one.test(word)) + 1
}

function minutesOf(typed: string | undefined): number {
  return typed === undefined ? 0 : (minuteWords[typed.toLowerCase()] ?? Number(typed))
}

/** The bare hour where no minutes were said, so that one which may be of two halves of the day is asked about. */
function clock(hour: number, past: number): string {
  if (past === 0) return String(hour)
  const minutes = (hour === 1 && past < 0 ? 13 : hour) * 60 + past
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

const german = languages[4]?.hours.split(' ').slice(0, 12) ?? []
const germanHours = german.map((word) => new RegExp(`^${word}$`, 'iu'))
const halfHour = new RegExp(
  `(?<!\\p{L})(?:um )?halb (${[...german].reverse().join('|')}|\\d{1,2})(?!\\p{L})`,
  'giu',
)
const quarterHour = new RegExp(
  `(?<!\\p{L})(?:um )?viertel (nach|vor) (${[...german].reverse().join('|')}|\\d{1,2})(?!\\p{L})`,
  'giu',
)

/** `halb vier` is half an hour before four. */
function germanInDigits(text: string): string {
  const numberOf = (word: string) => (/^\d/.test(word) ? Number(word) : hourOf(word, germanHours))
  const before = (hour: number) => (hour === 1 ? 13 : hour)
  return text
    .replace(halfHour, (_, hour: string) => `at ${clock(before(numberOf(hour)), -30)}`)
    .replace(quarterHour, (_, side: string, hour: string) =>
      side.toLowerCase() === 'nach'
        ? `at ${clock(numberOf(hour), 15)}`
        : `at ${clock(before(numberOf(hour)), -15)}`,
    )
    .replace(/(?<![\d:.])(\d{1,2}) uhr ([0-5]\d)(?!\d)/giu, '$1:$2')
}
