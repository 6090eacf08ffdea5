import { anyOf } from '../../../src/core/language/sentences/pattern.ts'

// The few words that nearly everybody says, in French, Spanish, Russian, Arabic and Chinese.
const coming = anyOf('je viens', 'je serai là', 'je serai présent', 'je participerai', 'je confirme ma participation', 'asistiré', 'confirmo mi (asistencia|participación)', '[я] буду', '[я] приду', 'سأحضر', '我会参加', '我会出席', '确认参加') // biome-ignore format: a table
const notComing = anyOf('je ne viens pas', 'je ne (peux|pourrai) pas venir', 'je serai absent', 'no (puedo|podré) asistir', 'no asistiré', '[я] не смогу', '[я] не приду', 'لن أحضر', 'لا أستطيع الحضور', '我不能参加', '我无法参加', '我无法出席') // biome-ignore format: a table
const next = anyOf('[la|quand est la] prochaine réunion', '[la|cuándo es la] próxima reunión', '[когда] следующая встреча', '[когда] следующее заседание', '[متى] الاجتماع القادم', '下次会议', '下次会议是什么时候', '下次会议什么时候') // biome-ignore format: a table
const agenda = anyOf('ordre du jour', 'orden del día', 'повестка дня', 'جدول الأعمال')

const shown = anyOf('qui (vient|participe|sera là) [à|a]', '[qui] est inscrit à', 'quién (viene|asiste|participa) [a]', 'quiénes (vienen|asisten|participan) [a]', '(quand est|où est|où a lieu|cuándo es|dónde es)', 'кто (придёт|будет|участвует) [на|в]', 'من سيحضر', '谁参加', '谁会参加') // biome-ignore format: a table
const to = '(pour|à|a|para|на|в|في|إلى)'
const cancel = anyOf('annule', 'annulez', 'annuler', 'il faut annuler', 'cancela', 'cancele', 'cancelar', 'отмени', 'отмените', 'отменить', 'ألغ', 'إلغاء', '取消') // biome-ignore format: a table
const move = anyOf('déplace', 'déplacez', 'déplacer', 'reporte', 'reportez', 'reporter', 'décale', 'décalez', 'avance', 'avancez', 'mueve', 'mueva', 'mover', 'aplaza', 'aplace', 'aplazar', 'перенеси', 'перенесите', 'перенести', 'انقل') // biome-ignore format: a table
const until = '(à|au|pour|vers|a|al|para|para el|на|إلى)'
const own = anyOf('[mes|mes prochaines] réunions', '[mis|mis próximas] reuniones', 'мои (встречи|заседания)', 'اجتماعاتي', '我的会议') // biome-ignore format: a table
const record = anyOf('[le] (compte rendu|compte-rendu|procès-verbal)', '[el] acta', 'протокол', 'محضر', '会议记录') // biome-ignore format: a table

export const inTongues: readonly (readonly [said: string, line: string])[] = [
  [`[yes] ${coming}`, 'meeting rsvp yes'],
  [`[no] ${notComing}`, 'meeting rsvp no'],
  [`[yes] ${coming} [à|a|на|في] M#`, 'meeting rsvp # yes'],
  [`[no] ${notComing} [à|a|на|في] M#`, 'meeting rsvp # no'],
  ['no (désolé|désolée|lo siento|к сожалению|للأسف|抱歉)', 'meeting rsvp no'],
  [next, 'meeting show next'],
  [`${next} (de|du|del|от|de la|группы) @`, 'meeting show next @'],
  [`${next} @`, 'meeting show next @'],
  [`${agenda} [de|de la] M#`, 'meeting agenda show #'],
  [`${shown} M#`, 'meeting show #'],
  [`(oui|sí|да|نعم) ${to} M#`, 'meeting rsvp # yes'],
  [`(non|нет|لا) ${to} M#`, 'meeting rsvp # no'],
  [`(peut-être|quizás|quizá|tal vez|возможно|ربما) [${to}] M#`, 'meeting rsvp # maybe'],
  [`${cancel} M#`, 'meeting cancel #'],
  [`${move} M# ${until} …`, 'meeting move # start:…'],
  [own, 'meeting list mine'],
  [`${record} [de|de la|del] M#`, 'meeting minutes #'],
  ...['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'].flatMap(
    (day) =>
      [
        [`qui (vient|participe|sera là) [le] ${day} …`, `meeting show "${day} …"`],
        [`qui (vient|participe|sera là) [le] ${day}`, `meeting show ${day}`],
      ] as const,
  ),
  ...['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'].flatMap(
    (day) =>
      [
        [`[yes] ${coming} [le] ${day}`, `meeting rsvp ${day} yes`],
        [`[no] ${notComing} [le] ${day}`, `meeting rsvp ${day} no`],
      ] as const,
  ),
  [`[yes] ${coming} le …`, 'meeting rsvp "…" yes'],
  [`[no] ${notComing} le …`, 'meeting rsvp "…" no'],
  ["(je serai|j'aurai|j'arrive) en retard [de] …", 'meeting rsvp yes note:"en retard de …"'],
  ["(je serai|j'aurai|j'arrive) en retard", 'meeting rsvp yes note:"en retard"'],
  [
    "(je serai|j'aurai|j'arrive) en retard [de] … le …",
    'meeting rsvp answer:yes note:"en retard de …" meeting:"…"',
  ],
  ["(je serai|j'aurai|j'arrive) en retard le …", 'meeting rsvp answer:yes note:"en retard" meeting:"…"'],
  ['[la|les] [prochaine|prochaines] (réunion|réunions) [de|du] @ [quand]', 'meeting list @'],
  ['quand (est|a lieu) la réunion [de|du] @', 'meeting list @'],
  ['[la] liste des réunions', 'meeting list'],
]
