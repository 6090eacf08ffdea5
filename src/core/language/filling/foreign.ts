import { fold } from '../../text/nearest.ts'

/** Words of other languages that say nothing of what is asked for. */
const empty = new Set(
  'le la les el los las lo un une des du de del della dello dei di il gli uno una y et e que qué quoi qui quién quien chi che cosa quando cuándo cuando quand où dónde dove wo wann wer wie was est es è sono sind ist se si me mi moi mich mir uns nous nos noi por para pour per con avec mit für von zu zum zur auf an am im als como comme come a à au aux al alla nella en dans bitte merci danke grazie gracias favor svp der die das den dem ein eine einen und oder o ou я мне мы нам нас кто что где когда как на в во к ко по о об за и или не это пожалуйста zeig zeige zeigen montre montrez muestra muéstrame mostra mostrami puedes puede podemos peux pouvez peut können kannst könnt puoi può можешь можно покажи أرني من ما متى أين في على إلى لا هل أنا نحن رجاء'
    .split(' ')
    .map(fold),
)

/** Whether a folded word is such an article or joint of another language. */
export function isEmptyElsewhere(word: string): boolean {
  return empty.has(word)
}
