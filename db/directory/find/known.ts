/** What is known of a hit, by what it is: for saying why it matched. */
export type HitDetails = { readonly [kind in Facet]?: string | readonly string[] | null }

export type Facet =
  | 'acronym'
  | 'alias'
  | 'part'
  | 'name'
  | 'title'
  | 'entity'
  | 'email'
  | 'station'
  | 'country'
  | 'language'
  | 'subject'
  | 'objective'
