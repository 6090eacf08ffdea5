import { anyOf } from '../../../src/core/language/sentences/pattern.ts'

// The few words that nearly everybody says, in French, Spanish, Russian, Arabic and Chinese.
const coming = anyOf('je viens', 'je serai là', 'je serai présent', 'je participerai', 'je confirme ma participation', 'asistiré', 'confirmo mi (asistencia|participación)', '[я] буду', '[я] приду', 'سأحضر', '我会参加', '我会出席', '确认参加') // biome-ignore format: a table
const notComing = anyOf('je ne viens pas', 'je ne (peux|pourrai) pas venir', 'je serai absent', 'no (puedo|podré) asistir', 'no asistiré', '[я] не смогу', '[я] не приду', 'لن أحضر', 'لا أستطيع الحضور', '我不能参加', '我无法参加', '我无法出席') // biome-ignore format: a table
const next = anyOf('[la|quand est la] prochaine réunion', '[la|cuándo es la] próxima reunión', '[когда] следующая встреча', '[когда] следующее заседание', '[متى] الاجتماع القادم', '下次会议', '下次会议是什么时候', '下次会议什么时候') // biome-ignore format: a table
const agenda = anyOf('ordre du jour', 'orden del día', 'повестка дня', 'جدول الأعمال')

export const inTongues: readonly (readonly [said: string, line: string])[] = [
  [`[yes] ${coming}`, 'meeting rsvp yes'],
  [`[no] ${notComing}`, 'meeting rsvp no'],
  [`[yes] ${coming} [à|a|на|في] M#`, 'meeting rsvp # yes'],
  [`[no] ${notComing} [à|a|на|في] M#`, 'meeting rsvp # no'],
  ['no (désolé|désolée|lo siento|к сожалению|للأسف|抱歉)', 'meeting rsvp no'],
  [next, 'meeting show next'],
  [`${agenda} [de|de la] M#`, 'meeting agenda show #'],
]
