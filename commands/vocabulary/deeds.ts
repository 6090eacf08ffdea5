/**
 * Plain verbs and nouns that people use for an action beside what they name, in English and the main ones of other
 * languages. They say less than the words of `vocabularies` and only where a line is filled in from what it names.
 * The words of a phrase are joined by `_`.
 */
export const deeds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wg: {
    show: 'représente represents sits_for préside preside leitet führt dirige руководит يرأس presiede guida who chair chairs leads heads presides member members observer observers président présidente presidente vorsitz vorsitzende presidenta председатель возглавляет رئيس membres miembros mitglieder membri члены أعضاء',
    appoint:
      'chair chairs vice-chair co-chair new_vice-chair new_vice-chairs new_co-chair let_me_chair becomes become takes_over pass pass_the_chair hand hand_the_chair give_the_chair make nomme nommer nombra nombrar ernennen ernenne wird_vorsitz nomina nominare назначь назначить عين',
    release:
      'steps_down_as no_longer no_longer_chairs no_longer_co-chairs chair chairs stops is_not_the_chair ceases relinquishes any_more anymore entbinden cesa освободить',
    join: 'join joins add want_in in admit let_in observer observers member bring_in take_in include accept ajoute ajouter rejoint añade añadir agrega incluye füge hinzufügen aufnehmen aggiungi aggiungere добавь добавить включи أضف انضم como_observador comme_observateur als_beobachter',
    leave:
      'steps_back steps_down steps_out steps_aside withdraws_from leave leaves is_out is_out_of out_of quits drops_out no_longer_in no_longer_a_member not_in remove take_out take_off off exclude retire quitte quitter sale_de salir deja verlässt austritt lascia выходит исключи يغادر',
    cadence: 'meets_every meet_every meets_monthly monthly quarterly weekly rhythm how_often met not_met',
    history: 'before used_to former since_when',
  },
  meeting: {
    schedule:
      'schedule plan need_a_meeting book_a_meeting set_up_a_meeting organise arrange planifie planifier programa programar convoca plane planen ansetzen fissa programma запланируй назначь_встречу ترتيب',
    suggest:
      'find_a_time find_time time which_days free_days free when_are when_can_we_meet slot_for_a_meeting date_for créneau hueco termin_finden freie_zeit',
    list: 'riunisce réunit reúne trifft tagt собирается meetings meeting upcoming past attend on_my_plate my_plate which_meetings réunion réunions reunión reuniones sitzung sitzungen treffen besprechung riunione riunioni заседание заседания встреча встречи встреч совещание اجتماع الاجتماع prochaine próxima prossima nächste следующая',
    show: 'meeting where_is when_is réunion reunión sitzung riunione встреча اجتماع',
    move: 'forward bring bring_it_forward puts_off move shift postpone postpones put_off bring_forward starts start begin begins later earlier reschedule try make takes push set set_to lasts last shorten prolong extend_the déplace déplacer reporte reporter décale mueve mover aplaza aplazar pospón cambia verschiebe verschieben verlege verlegen sposta spostare rinvia перенеси перенести сдвинь أجل انقل',
    edit: 'room venue place is_in takes_place held_in teams zoom link dial_in webex online on_teams on_zoom title rename salle sala raum зал',
    cancel:
      'cancel cancels call_off nobody_needs no_longer_needed not_needed scrap drop annule annuler cancela cancelar absagen absage sag_ab annulla annullare отмени отменить ألغ',
    rsvp: 'replaces_me replaces_us come comes cannot_come can_come cannot_attend attend attends coming says_yes says_no yes no confirm decline sit_in_for_me sit_in_for stand_in_for_me goes_instead instead put_me_down put_me_down_for count_me_in count_me_out represent_us accepte accepter décline viens acepto acudir komme teilnehmen zusagen absagen partecipo приду участвую سأحضر',
    attendees:
      'invite invited invitees answers answered answer outstanding replied reply who_is_coming who_comes who_said who_has_not_replied bring_along nudge_the_invitees has_not_answered responder répondu répondre inviter invita invitar einladen lade geantwortet пригласи ответил ادع',
    'agenda add':
      'put add agenda item point slot book_a_slot talk_about talk on_the_list on_the_agenda minutes_on present speak_about lessons aufnehmen tagesordnung ordre_du_jour orden_del_día повестку',
    'agenda edit': 'item presenter present presents takes_item introduces minutes shorten_the_item',
    'agenda remove':
      'remove drop delete scrap strike take_off agenda item point off_the_agenda from_the_agenda',
    'agenda order': 'move_ to_the_end first last_item before after order order_of',
    'agenda show': 'agenda send_the_agenda show_the_agenda ordre_du_jour orden_del_día tagesordnung повестка',
    start: 'open_the_meeting start_the_meeting begin_now',
    note: 'note note_down write_down minute_that',
    hold: 'outcome result agreed all_agree was_held took_place',
    resolve: 'decision adopted decided resolve',
    minutes:
      'i_need_minutes need_minutes minutes record_of protocol procès-verbal acta protokoll verbale протокол what_did_we_agree what_did_they_agree agree',
    'action add': 'record_that sends will_send will_draft will_prepare is_to to_do action task',
    'action list': 'actions tasks to_do overdue on_my_plate todo still_to_do',
    'action done':
      'done finished finish finished_with mark mark_as_done is_done are_done completed complete tick_off close',
    'action hand-over':
      'push push_back postpone put_off extend takes_over take_over takes over take_off give give_it_to give_to hand hand_over pass assign action reassign',
    'action remove': 'drop_the_action delete_the_action remove_the_action',
    'poll open': 'vote poll ask_everybody_when between_days',
    calendar: 'calendar calendar_file ics invitation_file file_for ical',
    restore: 'takes_place_after_all bring_back',
  },
  update: {
    list: 'updates what_came_in got_in which_updates anything anything_on news_on lately what_do_we_print print_about printed entries contributions',
    mine: 'our_updates my_updates which_of_our_updates got_in',
    show: 'update item',
    edit: 'link of the_link add add_to entity entities topics delete_the_link remove_the_link the_link_of is_wrong should_be press_release also_had change correct date wrong typo',
    move: 'put section under belongs goes_under should_go_under place move into_the_section',
    withdraw: 'take_back take_my_update_back withdraw pull delete remove scrap',
    return: 'send_back reject return back_to_the_author',
    accept: 'accept take approve fine good',
    'hold-over':
      'drop_from_the_next_issue leave next_issue hold keep_for later_issue third_update from_the_next_issue',
  },
  newsletter: {
    status:
      'missing still_missing empty still_empty sections_are_still_empty which_sections_are_still how_many_updates updates_did_we_get deadline due issue contributions',
    draft: 'draft next_issue what_goes_out ',
    read: 'read issue',
    extend:
      'deadline deadline_for_contributions deadline_is_now contributions prolong extend frist plazo délai срок',
    close: 'contributions no_more_contributions',
    preview: 'preview next_bulletin goes_out what_goes_out_in',
    'plan closing': 'closing closing_paragraph paragraph last_paragraph saying closing_words',
    'plan show': 'sections',
  },
  reminder: {
    add: 'send_me_a_note tell_everyone tell_everybody remind_all remind nudge ping tell_me let_me_know alert remind_everyone remind_everybody rappelle rappeler recuérdame recordar erinnere erinner erinnern ricordami ricorda напомни напомнить ذكرني',
    cancel: 'kill drop cancel stop delete reminder forget',
    settings:
      'reminders_before reminders never_want quiet digest lead before_8 after_8 not_before rappels erinnerungen',
    list: 'my_reminders reminders',
  },
  directory: {
    find: 'who expert deals_with deals  contacts specialist',
    card: 'contact write_to who_do_i_write_to write address email_of phone_of',
    entity: 'focal_point_of who_represents sits_for',
    vacancies: 'empty_seats seats',
    nominate:
      'focal_point is_now_the_focal_point deputy our_deputy will_be_our takes_over sits_for represents member_for as_member alternate takes_the_seat seat',
    'edit person':
      'number new_number email new_email phone is_now phone_is_now title has_a_new address promoted',
    'retire person': 'remove left has_left no_longer_here delete',
    list: 'count how_many entities_in',
    handover: 'pass_the_chair hand_over_the_chair',
  },
  profile: {
    show: 'my_profile who_am_i',
    edit: 'my_phone_number my_number phone_number swap my_phone',
    timezone: 'clock i_am_in now_in',
    language:
      'speak in_french in_spanish in_english in_arabic in_russian french spanish arabic russian languages',
    away: 'off off_from i_am_off away leave on_leave vacation en_congé de_vacaciones urlaub in_ferie отпуск إجازة',
    undo: 'undo undo_that take_that_back',
  },
  library: { find: 'handbook guide publication document', list: 'library' },
  report: { figures: 'figures numbers how_many' },
}
