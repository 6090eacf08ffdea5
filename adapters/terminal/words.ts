/** A typed e-mail address, or the sentence that says what is wrong with it. */
export function readEmail(text: string): string {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text.toLowerCase()
  return `“${text.slice(0, 60)}” is no e-mail address; wanted is a line such as: as focal.cted@compact.example`
}

/** A typed instant, or the sentence that says what is wrong with it. */
export function readInstant(text: string): Date | string {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/i.test(text)
    ? new Date(text)
    : undefined
  if (at && !Number.isNaN(at.getTime())) return at
  return `“${text.slice(0, 60)}” is no moment; wanted is a line such as: now 2026-12-12T14:30:00Z`
}
