import type { RecordKind } from './recordKind.ts'

type FieldNames = Readonly<Record<string, readonly string[]>>

/** Names in one text, separated by commas. */
function namesIn(names: string): readonly string[] {
  return names.split(',').map((name) => name.replaceAll(/\s+/g, ' ').trim())
}

/** What an entity, its acronym, is called by a heading of the lists that name it. */
const entityNames = namesIn(`
      organization, organisation, agency, entity acronym, acronym, company, entite, organisme, agence,
      institution, entidad, organizacion, organismo, agencia
    `)

const groupNames = namesIn(`
      wg, wgs, groups, working grp, work group, workgroup, wrkg group, working group, working groups, group acronym, groupe, groupes, groupe de
      travail, groupes de travail, gt, grupo, grupos, grupo de trabajo, grupos de trabajo
    `)

/** What says of a column that acronyms stand in it. */
export const acronymNames = namesIn('abbreviation, short name, code, sigle, acronyme, kurzel, sigla, siglas')

const fullNames = namesIn(`
      full name, full title, long name, official name, nom, nom complet, titre complet, intitule,
      intitule complet, denomination, libelle, nombre,
      nombre completo, denominacion
    `)

const aliasNames = namesIn(`
      also called, other names, alias, former names, autres noms, autres appellations, anciens noms,
      otros nombres
    `)

const fromNames = namesIn(`
      since, start, start date, from date, term start, begin, depuis, debut, date de debut, du, desde,
      inicio, fecha de inicio
    `)

const toNames = namesIn(`
      until, end, end date, to date, term end, jusqu'au, jusqu'a, fin, date de fin, au, hasta, fecha
      de fin
    `)

/**
 * The fields of each kind of record, with what spreadsheets in English, French and Spanish call them, without accents
 * and in lower case; the field's own name counts too.
 */
export const headingNames: Readonly<Record<RecordKind, FieldNames>> = {
  entity: {
    acronym: [...acronymNames, ...namesIn('entity, entite, entidad')],
    name: [
      ...fullNames,
      ...namesIn(`
      title, organization, organisation, entity name, organisme, nom de l'entite, nom de l'organisme,
      organizacion, organismo
    `),
    ],
    kind: namesIn(`
      status, membership, member or observer, member/observer, membership status, membership type, type of membership, kind of member, category, statut, qualite, categorie, estado, categoria
    `),
    type: namesIn("un, un entity, onu, systeme onu, entite onu, systeme de l'onu, sistema onu"),
    joined: namesIn(`
      joined on, member since, since, date joined, membre depuis, date d'adhesion, depuis, adhesion,
      miembro desde, fecha de adhesion
    `),
    aliases: aliasNames,
    parts: namesIn('part, branches'),
  },
  group: {
    acronym: [...acronymNames, ...namesIn('wg, working group, group, groupe, groupe de travail, gt, grupo')],
    name: [
      ...fullNames,
      ...namesIn(`
      title, name of the group, title of the group, group name, group title, wg name, working group
      name, nom du groupe, nombre del grupo
    `),
    ],
    number: namesIn(
      'no, n, , numero, wg no, wg n, wg number, group no, group number, working group no, working group number, no du groupe',
    ),
    pillar: namesIn('pilier, pilar'),
    objective: namesIn('purpose, mandate, aim, objet, objectif, objectifs, mandat, objetivo, mandato'),
    aliases: aliasNames,
    subjects: namesIn('subject, topics, topic, deals with, themes, theme, thematiques, sujets, temas'),
    openToAll: namesIn('open to all, open, ouvert a tous, abierto a todos'),
  },
  person: {
    name: [
      ...fullNames,
      ...namesIn(
        'full name, person, focal point, focal point name, name of focal point, name of the focal point, contact, contact person, contact name, representative, name of representative, participant, display name, point focal, nom du point focal',
      ),
    ],
    given: namesIn('first name, given name, prenom, prenoms, forename, nombres, nombre de pila'),
    family: namesIn('last name, surname, family name, nom de famille, nom usuel, apellido, apellidos'),
    email: namesIn(`
      e-mail, mail, email address, e-mail address, address, courriel, adresse courriel, adresse
      electronique, adresse e-mail, adresse mail, correo, correo electronico
    `),
    entity: entityNames,
    title: namesIn(`
      function, functional title, position, job title, post, designation, fonction, titre fonctionnel,
      poste, titre, cargo, puesto, funcion
    `),
    timezone: namesIn('time zone, zone, tz, fuseau, fuseau horaire, zona horaria, huso horario'),
    phone: namesIn(`
      telephone, phone number, phone no, telephone no, tel, mobile, cell, portable, numero de
      telephone, telefono, movil
    `),
    station: namesIn(`
      duty station, city, town, location, office, lieu d'affectation, ville, lieu, ciudad, lugar de
      destino
    `),
    country: namesIn("country of duty station, pays, pays d'affectation, pais"),
    languages: namesIn(
      'language, lang, langs, working languages, languages spoken, spoken languages, speaks, langue, langues, langues parlees, idioma, idiomas, lenguas',
    ),
    since: [
      ...fromNames,
      ...namesIn(`
      in post since, focal point since, nominated on, appointed on, date of appointment, date of
      nomination, en poste depuis, date de nomination, date de designation, en funciones desde
    `),
    ],
    until: [
      ...toNames,
      ...namesIn(`
      left, left on, leaves, leaving on, departure, date of departure, departure date, end of assignment, end of
      mandate, parti le, depart, date de depart, fin de mandat, fin de fonctions, baja, fecha de salida
    `),
    ],
    coordinator: namesIn('is coordinator, coordonnateur, coordinateur, coordinador'),
    secretariat: namesIn('is secretariat'),
  },
  role: {
    group: groupNames,
    role: namesIn(`
      function, seat, capacity, as, role in wg, role in the wg, wg role, role in group, role in the
      group, role in working group, role in the working group, group role, role dans le groupe, role
      au sein du groupe, qualite, fonction dans le groupe, rol, papel, funcion en el grupo
    `),
    entity: entityNames,
    person: namesIn(`
      email, e-mail, person email, e-mail address, email address, courriel, adresse courriel, adresse
      electronique, adresse e-mail, correo, correo electronico
    `),
    holder: namesIn('name, held by, representative, full name, titulaire, representant, titular'),
    from: fromNames,
    to: toNames,
  },
}

/** What the sheets of a workbook, and the lists of a JSON file, are called where they hold one kind. */
export const sheetNames: ReadonlyMap<string, RecordKind> = new Map([
  ...namesIn('entities, entity, organizations, organisations, entites, organismes, entidades').map(
    (name) => [name, 'entity'] as const,
  ),
  ...namesIn('groups, working groups, groupes, groupes de travail, grupos, grupos de trabajo').map(
    (name) => [name, 'group'] as const,
  ),
  ...namesIn(`
    people, persons, contacts, focal points, personnes, points focaux, personas, contactos, puntos
    focales
  `).map((name) => [name, 'person'] as const),
  ...namesIn('roles, terms, mandats, mandatos').map((name) => [name, 'role'] as const),
])
