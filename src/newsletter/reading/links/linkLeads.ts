const lead =
  /(?:see(?: also| here| more| details)?|(?:(?:which|that|it) is |they are )?(?:now )?available(?: here| online)?|(?:(?:which|it|they) )?can be (?:found|read|downloaded)(?: here)?|(?:read|access|download|watch)(?: it)?(?: here)?|read (?:more )?here|(?:read|learn|find out) more here|(?:read|learn|find out) more|(?:for )?(?:more|further) (?:info|information|details|here)|(?:full )?(?:details|story|text|link|website|info)|click here|here|more|(?:plus d’infos?|en savoir plus|más información))(?: at| on| here| under| via)?$/i

/** A text without the words at its end that only lead to an address, and the dash or comma before them. */
export function withoutLead(text: string): string {
  const trimmed = text.trimEnd().replace(/(?:[\s:→➡⬇👉👇🔗]|\ufe0f){1,9}$/u, '')
  const from = Math.max(0, trimmed.length - 60)
  const found = lead.exec(trimmed.slice(from))
  const opened = found ? trimmed.slice(0, from + found.index).trimEnd() : trimmed
  // Words in mid-sentence are the sentence’s own: “… which member States see here”.
  const apart =
    opened === '' ||
    /[–—.,;:(|>-]$/.test(opened) ||
    (/[)!?]$/.test(opened) && /^\p{Lu}/u.test(found?.[0] ?? ''))
  const kept = found && apart ? opened : trimmed
  return kept
    .replace(/(?<=\s)(?:at|via|on|under)$/i, '')
    .trimEnd()
    .replace(/[\s–—,;:(|>-]{1,9}$/, '')
}

/** Whether words that only lead to an address end a text, apart from its sentence. */
export function isLed(text: string): boolean {
  const tail = text.trimEnd()
  return /\p{L}/u.test(tail.slice(withoutLead(tail.replace(/[<("“'‘[]$/, '')).length))
}
