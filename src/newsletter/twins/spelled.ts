/** What one text abbreviates and another writes out, with the form in which both are compared. */
const forms: readonly (readonly [written: RegExp, form: string])[] = [
  [/\bFTFs?\b/g, 'foreign terrorist fighters'],
  [/\bWMDs?\b/g, 'weapons of mass destruction'],
  [/\bIEDs?\b/g, 'improvised explosive devices'],
  [/\bCSOs?\b/g, 'civil society organizations'],
  [/\bAI\b/g, 'artificial intelligence'],
  [/\bCFT\b/g, 'financing of terrorism'],
  [/\bMLA\b/g, 'mutual legal assistance'],
  [/\bSALW\b|\bsmall arms and light weapons\b/gi, 'small arms'],
  [/\b(?:illicit|illegal) (?:small arms|arms|weapons|firearms)\b/gi, 'small arms'],
  [/\bfirearms?\b/gi, 'small arms'],
  [/\bP\/?C?VE\b/g, 'preventing violent extremism'],
  [/\bworking group\b/gi, 'WG'],
  [/\bcounter-terrorism committee\b/gi, 'CTC'],
  [/\bexecutive director\b/gi, 'ED'],
  [/\bunder-secretary-general\b/gi, 'USG'],
  [/\bUN Women\b/g, 'UNWOMEN'],
]

/** The text with such words in the form in which they are compared. */
export function spelled(text: string): string {
  return forms.reduce((so, [written, form]) => so.replace(written, form), text)
}
