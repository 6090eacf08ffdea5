/** In which words people ask for each action of updates; the words of a phrase are joined by `_`. */
export const update: Readonly<Record<string, string>> = {
  post:
    'tell_you_about something_we_did report_something post post_an_update report_on report_an_activity report share share_an_update submit submit_an_update submit_an_item send_in contribution our_contribution here_is_our_contribution contribute activity news news_from news_item item add_an_item write heres_something heres_our include_in_the_newsletter please_include our_side_event side_event story we_held held hosted organized organised convened conducted delivered launched has_launched published_a published visited mission_to trained training workshop conference seminar took_part participated signed adopted_a_law inaugurated opened_a concluded we_organised we_organized organised_a organised_a_seminar organized_a opened_an_office opened wanted_to_let_you_know let_you_know item_for_the_newsletter publish_the_following the_following released publish newsletter wish_to_report inform_you facilitated supported presented sending_you ' +
    'sending_you_our our_text our_news completed_a completed_a_study ran ran_a we_ran attended met_with my_item_for_the_newsletter we_trained heres_something_for',
  mine: 'my_updates my_update my_items my_item my_contributions my_contribution my_posts my_post my_texts my_text my_submissions my_submission my_thing my_stuff my_entries my_news did_i_post did_i_submit did_i_send have_i_posted have_i_submitted have_i_sent have_i_sent_in i_sent i_sent_in i_posted i_submitted i_reported i_wrote ive_reported ive_posted ive_sent ive_submitted what_i_wrote what_i_sent items_i_posted posted_by_me mine accepted_yet get_in did_it_get_in made_it did_mine of_my_texts happened_to_my_contributions did_i what_did_i_submit were_my_items my_items_accepted have_i has_my_text has_my_item has_my_update my_text_been_accepted items_did_i_send did_i_send_in my_contributions_so_far contributions_so_far',
  list: 'contributed contributions_from we_contributed what_have_we_contributed updates update items item contributions submissions contribution came_in come_in has_come_in what_came_in submitted been_submitted has_been_submitted received got reported did_they_report report what_did_report waiting pending pending_updates activities activity entries news_from anything_from sent_in sent_something_in send_something_in everything_about all_about been_accepted whats_been_accepted proposed returned_items awaiting of_my_entity from_my_entity our_updates inputs incoming unaccepted have_entities_sent sent sent_us send_us send_us_anything did_they_send which_contributions under_review in_review all_items what_activities which_activities reported_by report_this_quarter did_report new_contributions did_entities_submit entities_submit items_from updates_from contributions_from what_did_entities everything_about_we entities all_updates accepted_items accepted_updates withdrawn_items returned_updates any_updates any_update any_news what_did post',
  show: 'update item where_does_it_stand where_is stand what_happened_to what_happened_with whats_happening_with what_became_of state state_of status status_of been_accepted has_been_accepted text text_of whats_the_text details details_on details_of display open why_was why_was_it_returned versions versions_of history_of wording_of who_wrote is_through through accepted_or_not accepted_yet',
  edit: 'edit change_the_text change_the_date correct correction fix amend update_text modify revise replace replace_the_text replace_text typo a_typo theres_a_typo spelling_mistake misspelt reword rewrite rephrase should_say should_read it_should_say it_was_in add_to link_in broken_link link_is_broken wrong_date wrong_place wrong_link wrong_name insert shorten add_a_link it_was people_not mistake a_mistake there_is_a_mistake_in needs_another another_date another_link needs_another_date should_have_said city participants number_of_participants change wrong wrong_country wrong_city has_the_wrong',
  follow:
    'follow follow_my_message follow_the_message edited_message edited_my_message i_edited_my_message use_the_edited_message use_the_edit deleted_my_message deleted_message deleted_the_chat_message deleted_the_message chat_message my_message original_message accordingly message',
  mend: 'mend polish polish_the_wording tidy tidy_up suggestion suggestions your_suggestions take_your_suggestions accept_the_suggestions follow_the_suggestions as_you_propose as_you_suggest as_proposed style fix_the_style spell_out spell_out_the_acronyms acronyms grammar clean_up wording improve improve_the_wording proofread full_stop',
  withdraw:
    'withdraw withdrawn retract retract_what recall delete delete_my_item delete_my_update delete_my take_back take_out take_it_out pull pull_back remove remove_my cancel_my_update scrap forget forget_about dont_print dont_publish not_print not_for_print wasnt_ours not_ours discard bin kill what_i_posted sent_by_mistake by_mistake please_remove to_be_printed dont_want printed not_to_be_printed cancel',
  restore:
    'restore bring_back bring_it_back back put_back put_it_back back_after_all after_all undelete withdrew_by_mistake by_mistake i_withdrew withdrew withdrawn reinstate revive get_it_back',
  accept:
    'sign_off sign_off_on wave_through accept accepts approve approve_all approved fine is_fine take_it take_into take_into_the_issue into_the_issue ok ok_with okay good is_good good_to_go looks_good looks_fine looks_ok ready all_waiting all_waiting_updates include include_in_the_newsletter in_the_newsletter use can_go_in goes_in green_light yes_to can_go_in_the_issue yes may_go_in may_go may_be_published take lets_take',
  unaccept:
    'unaccept un-accept unapprove un-approve take_acceptance_back take_the_acceptance_back take_the_approval_back approval_of withdraw_the_approval revoke revoke_the_approval revoke_acceptance acceptance approval back_to_waiting put_back_to_waiting should_not_have_been_accepted shouldnt_have_been_accepted not_have_been_accepted no_longer_accepted accepted_by_mistake',
  return:
    'return returned send_back send_it_back back_to_them back_to_the_author back_to_author back_to_sender ask_the_author ask_the_authors ask_for reject rejected decline needs_work needs_more needs_more_detail more_detail needs_a_date no_date no_link missing_date missing_link needs_a_link incomplete unclear too_long too_short too_vague not_clear for_rewriting rewriting needs_rewriting please_revise author authors lacks lacks_a_date lacks_a_link tell_the_author missing place_is_missing is_missing date_is_missing link_is_missing',
  merge:
    'merge same_event the_same_event twins twin duplicate duplicates is_a_duplicate combine combined same_activity same_thing the_same_thing about_the_same_thing about_the_same about_the_same_event overlap put_together put_together_with together together_with into_one join join_into fuse unite identical belong_together both one_event describe_one_event describe',
  move: 'move moved shift section the_section in_the_section wrong_section in_the_wrong_section other_section another_section another_heading under_another_heading heading rubric category recategorise reclassify file_under file belongs belongs_in belongs_to belongs_under goes_under goes_in goes_to put_under put_in put_in_the_section should_be_under under',
  'hold-over':
    'hold_over hold hold_back next_issue for_the_next_issue keep_for_next keep_for_the_next_issue keep_for_later keep save save_for_later for_later later_issue later carry_over carry postpone postpone_to_the_next defer park next_time comes_too_late too_late leave_for leave_for_the_next coming_quarter next_quarter following_issue wait_for_the_next can_wait wait',
  undo: 'undo undo_my_change undo_the_change undo_change undo_the_last last_change the_last_change_to take_back revert revert_the_edit revert_to as_it_was as_it_was_before was_before before previous_version earlier_version my_change change_was_wrong restore_the_previous roll_back',
  clear:
    'clear cleared is_cleared has_cleared cleared_by clearance release our_management management_approved front_office our_front_office our_side our_side_approves our_entity_approves green_light gave_the_green_light cleared_on_our_side on_our_behalf on_our_side boss_agreed director_agreed hierarchy signed_off internally',
  clearance:
    'clearance need_clearance needs_clearance clearance_rules clearance_needed cleared_before has_to_clear have_to_clear must_clear who_clears who_has_to_clear must_be_cleared approved_internally internally sign_off sign-off signs_off who_signs_off signs_off_for require_sign-off require_clearance require_sign_off require needs_sign-off approved_first must_be_approved beforehand',
}

/** What people call the actions behind the name of the feature. */
export const updateVerbs: Readonly<Record<string, string>> = {
  post: 'add new create submit write send report upload copy clone save announce start',
  list: 'all find search look_up lookup check',
  show: 'view open display get read history versions',
  edit: 'change rename update amend correct modify replace tag extend shorten set revise assign split',
  withdraw:
    'delete remove drop cancel stop hide archive scrap discard retract unpost take_back take_down kick',
  restore: 'reopen undelete reinstate bring_back',
  accept: 'approve ok confirm publish publish_now sign_off finish complete done close include print release',
  unaccept: 'unapprove unpublish disapprove',
  return: 'reject refuse decline send_back comment note question query push_back',
  merge: 'combine join unite duplicate deduplicate',
  move: 'recategorize recategorise reclassify transfer change_section shift swap put mark',
  'hold-over': 'postpone push delay defer reschedule snooze keep keep_for_next put_off',
  clear: 'verify vouch release_to',
  undo: 'revert reset roll_back',
  '/newsletter order': 'pin top feature promote demote order sort',
  '/newsletter export': 'export download share forward',
  '/newsletter nudge': 'remind chase nudge invite',
  '/reminder stop': 'mute unmute unsubscribe',
}
