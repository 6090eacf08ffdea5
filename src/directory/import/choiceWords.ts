/** Fields of which the choices are known. */
export type ChoiceField =
  | 'entity.kind'
  | 'entity.type'
  | 'group.pillar'
  | 'group.openToAll'
  | 'person.coordinator'
  | 'person.secretariat'

function words<T extends string>(
  choices: Readonly<Record<T, readonly string[]>>,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries<readonly string[]>(choices).flatMap(([choice, texts]) =>
      [choice, ...texts].map((word) => [word, choice] as const),
    ),
  )
}

const yesOrNo = words({
  yes: ['y', 'true', '1', 'x', '✓', '✔', 'oui', 'o', 'si', 'vrai'],
  no: ['n', 'false', '0', '-', '–', 'non', 'faux'],
})

const yesOrNoChoice = { words: yesOrNo, listed: 'yes or no' }

/** What the cells of a column of choices may say, without accents and in lower case, and how the choices are said. */
export const choiceWords: Readonly<
  Record<ChoiceField, { readonly words: ReadonlyMap<string, string>; readonly listed: string }>
> = {
  'entity.kind': {
    words: words({
      member: ['membre', 'miembro', 'full member', 'full', 'membre a part entiere', 'm'],
      observer: ['obs', 'obs.', 'o', 'observateur', 'observatrice', 'observador', 'observadora'],
      'member-state': ['member state', 'etat membre', 'state', 'etat', 'estado miembro', 'estado'],
      organization: ['organisation', 'organizacion', 'organisme'],
      'regional-organization': [
        'regional organization',
        'regional organisation',
        'organisation regionale',
        'organizacion regional',
      ],
    }),
    listed: 'member, observer, member state, regional organization or organization',
  },
  'entity.type': {
    words: words({
      un: ['yes', 'y', 'oui', 'si', 'x', 'onu', 'united nations', 'nations unies', 'naciones unidas'],
      'non-un': ['non un', 'no', 'n', 'non', '-', 'non onu', 'non-onu', 'hors onu', 'no onu'],
    }),
    listed: 'un or non-un',
  },
  'group.pillar': {
    words: words({ I: ['i', '1'], II: ['ii', '2'], III: ['iii', '3'], IV: ['iv', '4'] }),
    listed: 'I, II, III or IV',
  },
  'group.openToAll': yesOrNoChoice,
  'person.coordinator': yesOrNoChoice,
  'person.secretariat': yesOrNoChoice,
}
