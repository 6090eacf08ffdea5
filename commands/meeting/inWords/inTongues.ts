import { fold } from '../../../src/core/text/nearest.ts'

/** The few words that nearly everybody says, in French, Spanish, Russian and Arabic; as lines are, they are compared folded. */
function folded(
  sayings: readonly (readonly [said: string, line: string])[],
): readonly (readonly [said: string, line: string])[] {
  return sayings.map(([said, line]) => [said.replace(/[^…#@]+/g, (words) => fold(words)), line] as const)
}

const coming = 'je viens, je serai là, je serai présent, je participerai, je confirme ma participation, asistiré, confirmo mi asistencia, confirmo mi participación, буду, приду, я буду, я приду, سأحضر'.split(', ') // biome-ignore format: a table
const notComing = 'je ne viens pas, je ne peux pas venir, je ne pourrai pas venir, je serai absent, no puedo asistir, no podré asistir, no asistiré, не смогу, не приду, я не смогу, я не приду, لن أحضر, لا أستطيع الحضور'.split(', ') // biome-ignore format: a table
const next = 'prochaine réunion, la prochaine réunion, quand est la prochaine réunion, próxima reunión, la próxima reunión, cuándo es la próxima reunión, следующая встреча, следующее заседание, когда следующее заседание, الاجتماع القادم, متى الاجتماع القادم'.split(', ') // biome-ignore format: a table
const agenda = 'ordre du jour, orden del día, повестка дня, جدول الأعمال'.split(', ')

export const inTongues: readonly (readonly [said: string, line: string])[] = folded([
  ...[['yes', coming] as const, ['no', notComing] as const].flatMap(([answer, words]) =>
    words.flatMap((said) => [
      [said, `meeting rsvp ${answer}`] as const,
      [`${answer} ${said}`, `meeting rsvp ${answer}`] as const,
      ...['M#', 'à M#', 'a M#', 'на M#', 'في M#'].map(
        (which) => [`${said} ${which}`, `meeting rsvp # ${answer}`] as const,
      ),
    ]),
  ),
  ...next.map((said) => [said, 'meeting show next'] as const),
  ...agenda.flatMap((said) =>
    ['M#', 'de M#', 'de la M#'].map((which) => [`${said} ${which}`, 'meeting agenda show #'] as const),
  ),
])
