/** In which words people ask for each action of recommendations; the words of a phrase are joined by `_`. */
export const recommendation: Readonly<Record<string, string>> = {
  list: 'recommendation recommendations recommended recommend did_we_recommend what_did_we_recommend advised advised_to_do was_advised advice suggestions_to open_recommendations my_recommendations overdue_recommendations which_recommendations follow_up follow-ups follow-ups_to country_visit country_visits visit visits are_mine outstanding_recommendations recommendations_made made_to still_open open late overdue',
  show: 'recommendation say says what_does_it_say text_of where_are_we_with where_do_we_stand_with where_is_it details status_of show',
  add: 'new recommendation new_recommendation a_new_recommendation record_recommendation record_a_recommendation record recommends visit_recommends advised what_we_advised we_advised we_recommended should_adopt add add_a_recommendation from_the_visit visit recommended_to visit_to adopt_a_law',
  edit: 'recommendation change reword rephrase wording due_date due_date_of the_due_date theme another_theme falls_under other_theme wrong_country change_the_recommendation correct edit',
  status:
    'recommendation implemented has_implemented fully_implemented partly_implemented implements in_progress under_way underway progress progress_on ongoing not_pursued not_be_pursued will_not_be_pursued abandoned status mark_as_implemented before_parliament completed fulfilled carried_out complied done',
  assign:
    'recommendation assign assign_to owner follows_up follows_up_on follow_up_on will_follow_up responsible responsible_for in_charge in_charge_of put_in_charge give_to give should_take who_should_take take_on takes_on looks_after monitors',
  assessments:
    'assessments assessment assessed visits country_visits overview_of_country_visits states countries how_far how_far_are how_far_are_the_countries how_do_states_stand implementation implementation_by implementation_by_state implementation_by_country implementation_rate state_of_implementation by_state by_country per_country compliance overview',
  undo: 'undo undo_the_change undo_change revert as_it_was as_it_was_before before take_back take_back_the_status change_of recommendation previous_version',
}

/** What people call the actions behind the name of the feature. */
export const recommendationVerbs: Readonly<Record<string, string>> = {
  list: 'all find search browse look_up lookup',
  show: 'view open display get read details',
  add: 'new create submit post record register',
  edit: 'change rename update correct replace amend merge extend postpone reschedule',
  'status … implemented': 'finish complete done close implement approve confirm',
  'status … in progress': 'accept start begin reopen',
  'status … not pursued': 'reject decline cancel stop drop archive delete remove hide',
  status: 'mark set comment note verify check progress',
  assign: 'transfer give reassign hand_over appoint',
  assessments: 'reviews countries',
  undo: 'revert reset restore roll_back undelete',
  '/reminder add': 'remind chase snooze',
}
