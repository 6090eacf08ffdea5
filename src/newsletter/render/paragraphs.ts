/** Paragraphs of a note, without the spaces around them. */
export function paragraphsOf(note: string | undefined): readonly string[] {
  return (note ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
}
