import { fold } from '../../text/nearest.ts'

const yes = new Set('y yes yep yeah yup ok okay sure confirm confirmed oui si ja да نعم موافق 是 是的 好 好的 可以 конечно хорошо claro vale 👍 ✅ ✔'.split(' ').map(fold).concat('thumbs up', 'yes please', 'go ahead', 'yes go ahead', 'do it', "d'accord", 'please do', 'go on', 'please go on', 'yes go on', 'yes do it', 'proceed', 'please proceed', 'yes proceed', 'bien sûr', 'mais oui', 'de acuerdo').map(fold)) // biome-ignore format: a table
const no = new Set('n no nope nah non nein нет لا 否 不 不是 不行 不可以 👎 ❌ cancel stop'.split(' ').map(fold).concat('no thanks', 'no thank you', 'never mind', 'nevermind', 'forget it', 'forget that', 'scrap that', 'leave it', 'not now', 'rather not', 'better not', "don't", "no don't", 'non merci', 'nein danke', 'no gracias', 'нет спасибо', 'لا شكرا', '不用了')) // biome-ignore format: a table

/** Whether a text says yes or no to a question, as people do: `Yes.`, `ok`, a thumb; undefined for any other. */
export function assent(text: string): 'yes' | 'no' | undefined {
  if (text.length > 40) return undefined
  const plain = fold(withSigns(text))
    .replace(/[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '')
    .replace(/[.,!。！]/g, '')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
  const bare = withoutSmile(plain)
  return (
    said(plain) ??
    said(bare) ??
    said(bare.replace(/ (?:please|pls|bitte|gern|gerne|por favor|con gusto|s'il (?:vous|te) plait)$/, ''))
  )
}

/** `oui 🙂`, `no thanks :)`: without what stands behind the words and says neither; a sign that says no stays. */
function withoutSmile(text: string): string {
  if (/[👎❌🚫]/u.test(text)) return text
  return text.replace(/[\s\p{Extended_Pictographic}\u200d]{1,12}$/u, '').replace(/ ?[:;]-?[)D]$/, '')
}

function said(plain: string): 'yes' | 'no' | undefined {
  if (yes.has(plain)) return 'yes'
  return no.has(plain) ? 'no' : undefined
}

/** `:+1:`, as Slack writes a thumb that is typed, as the thumb. */
function withSigns(text: string): string {
  return text
    .trim()
    .replace(/^:(?:\+1|thumbsup):(?::skin-tone-\d:)?$/, '👍')
    .replace(/^:(?:-1|thumbsdown):(?::skin-tone-\d:)?$/, '👎')
}

/** `yes` or `no` for what clearly answers an invitation; that a question is dropped declines nothing. */
export function answerIn(text: string): 'yes' | 'no' | undefined {
  if (
    /^(?:cancel|stop|never ?mind|forget it|forget that|scrap that|leave it|not now|❌|✅|confirm(?:ed)?|(?:yes |please )?(?:do it|go ahead|go on|proceed)|(?:no )?don['’]?t)[.!]?$/iu.test(
      text,
    )
  )
    return undefined
  return assent(text)
}
