import type { Aside } from './aside.ts'

/** What a document prints at the foot of its pages: `3 | P a g e`, `Page 3 of 12`, `- 3 -`. */
const foot =
  /^(?:(?:page |p\. ?)?\d{1,3} ?(?:[|/]|of|sur|de) ?(?:p ?a ?g ?e ?s?|\d{1,3})|(?:page|página|p\.) ?\d{1,3}|[-–—] ?\d{1,3} ?[-–—])$/iu
/** What a web page shows around its text: where it stands, and how it is passed on. */
const around: readonly RegExp[] = [
  /^(?:home(?:page)?|accueil|inicio) ?[>›»/|→] ?\S.{0,160}$/iu,
  /^(?:share|partager|compartir)(?: (?:this|on|via|cet|cette|esta|este)(?: [\p{L}-]{1,20}){0,3})?(?: ?:.{0,100})?$/iu,
  /^(?:(?:facebook|x|twitter|linkedin|whatsapp|instagram|youtube|e-?mail|telegram|print)(?: ?[|·•,/] ?|$)){2,9}$/iu,
  /^(?:tags?|keywords?|filed under|categories|mots[- ]clés|etiquetas) ?: ?\S.{0,150}$/iu,
  /^(?:print(?: this page)?|tweet|copy link|skip to (?:main )?content|follow us(?: on .{1,60})?|subscribe(?: to .{1,60})?|download (?:as )?(?:pdf|word)|\d{1,2} ?min(?:ute)?s? read|related (?:news|stories|articles|links)|back to (?:the )?(?:top|news))$/iu,
]

/** Lines without what a document or a web page adds to its text, and that. */
export function withoutPageLines(typed: readonly string[]): {
  readonly lines: readonly string[]
  readonly asides: readonly Aside[]
} {
  const isAdded = (line: string) =>
    line.length <= 180 && (foot.test(line) || around.some((one) => one.test(line)))
  const said = typed.map((line) => line.trim())
  const added = said.filter((line) => line !== '' && isAdded(line))
  // Whoever posts nothing else has posted that.
  if (added.length === 0 || added.length === said.filter((line) => line !== '').length)
    return { lines: typed, asides: [] }
  return {
    lines: typed.filter((line) => !isAdded(line.trim())),
    asides: added.map((text) => ({ kind: 'page', text })),
  }
}
