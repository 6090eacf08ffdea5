import { anyOf } from '../../../src/core/language/said/pattern.ts'

// The few words that nearly everybody says, in French, Spanish, Russian and Arabic.
const coming = anyOf('je viens', 'je serai là', 'je serai présent', 'je participerai', 'je confirme ma participation', 'asistiré', 'confirmo mi (asistencia|participación)', '[я] буду', '[я] приду', 'سأحضر') // biome-ignore format: a table
const notComing = anyOf('je ne viens pas', 'je ne (peux|pourrai) pas venir', 'je serai absent', 'no (puedo|podré) asistir', 'no asistiré', '[я] не смогу', '[я] не приду', 'لن أحضر', 'لا أستطيع الحضور') // biome-ignore format: a table
const next = anyOf('[la|quand est la] prochaine réunion', '[la|cuándo es la] próxima reunión', 'следующая встреча', '[когда] следующее заседание', '[متى] الاجتماع القادم') // biome-ignore format: a table
const agenda = anyOf('ordre du jour', 'orden del día', 'повестка дня', 'جدول الأعمال')

export const inTongues: readonly (readonly [said: string, line: string])[] = [
  [`[yes] ${coming}`, 'meeting rsvp yes'],
  [`[no] ${notComing}`, 'meeting rsvp no'],
  [`${coming} [à|a|на|في] M#`, 'meeting rsvp # yes'],
  [`${notComing} [à|a|на|في] M#`, 'meeting rsvp # no'],
  [next, 'meeting show next'],
  [`${agenda} [de|de la] M#`, 'meeting agenda show #'],
]
