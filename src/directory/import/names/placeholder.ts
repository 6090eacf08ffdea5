/** What lists write where there is nothing, or nothing yet. */
export function isPlaceholder(cell: string): boolean {
  return nothingYet.test(cell.trim())
}

const nothingYet =
  /^(?:[-–—?.]{1,3}|n\/a|n\.a\.?|tb[acdn]|t\.b\.[acdn]\.?|to be (?:confirmed|nominated|determined|decided|announced|advised|named)|none|nil|vacant|vacancy|pending|unknown|néant|à (?:confirmer|désigner|définir)|aucune?|vacante|ninguno|por (?:confirmar|definir))$/i

/** What lists write for the last day of what goes on. */
export function goesOn(cell: string): boolean {
  return /^(?:present|ongoing|on-going|current(?:ly)?|now|today|to date|open|à ce jour|en cours|actuel(?:lement)?|presente|actual(?:idad|mente)?)$/i.test(
    cell.trim(),
  )
}
