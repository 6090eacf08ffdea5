/** In which words people ask for each action of the library; the words of a phrase are joined by `_`. */
export const library: Readonly<Record<string, string>> = {
  find: 'guidance guide guides handbook handbooks manual manuals toolkit toolkits tool training trainings course courses e-learning elearning online_course mooc module modules webinar_recording publication publications material materials study studies research report_on_the resource resources document documents doc docs paper papers guidelines guideline reading to_read something_to_read read_up read_about literature best_practice best_practices good_practice good_practices compendium checklist brochure factsheet toolbox curriculum curricula book books material_about handbook_on training_on is_there_a_handbook where_do_i_find looking_for read_on reading_on manuals_about course_for guidelines_for do_you_have_a_toolkit',
  list: 'library in_the_library whats_in_the_library publications publication recent_publications latest_publications new_publications tools which_tools trainings all_trainings courses resources resources_of materials catalogue catalog offer offers on_offer new_in_the_library newest collection shelf which_publications what_publications have_you_got handbook handbooks manuals guides',
  show: 'item publication library more_about details details_of link_to link_to_the_handbook who_published author_of handbook open show_item',
  add: 'save save_this keep_this_link add add_to_the_library add_to_the_catalogue to_the_catalogue to_the_library publication tool training course handbook toolkit guide study manual library put_in_library put_in_the_library in_the_library upload_to_the_library publish_in_library new_publication new_handbook our_new_handbook our_new_guide our_guide our_toolkit share_our share_a_publication have_published_a we_have_published_a_study we_have_published heres_a_toolkit heres_a_handbook others_could_use useful_for_others catalogue new_manual new_guide new_toolkit new_study new_training for_the_library',
  edit: 'library item link broken_link dead_link link_is_dead is_dead dead update_the_link new_link change_link change publication handbook new_title has_a_new_title title update_the_address address_of wrong_date wrong_title edit correct manual toolkit course',
  retire:
    'outdated out_of_date obsolete superseded superseded_by replaced replaced_by new_edition newer_edition old_edition publication retire library withdraw take_out take_it_out remove_from_the_library from_the_library remove remove_the_course no_longer_recommend dont_recommend not_recommend no_longer_valid no_longer_available handbook course manual toolkit training',
  restore:
    'library restore put_back put_back_in_the_library back_in_the_library recommend_again recommend recommend_the_handbook_again valid_again is_valid_again available_again is_current_again bring_back still_valid',
  undo: 'undo undo_the_change undo_change revert as_it_was as_it_was_before before take_back change_to library previous_version',
}

/** What people call the actions behind the name of the feature. */
export const libraryVerbs: Readonly<Record<string, string>> = {
  find: 'search look_up lookup seek',
  list: 'all browse',
  show: 'view open display get read download check',
  add: 'new create upload post submit save share put publish',
  edit: 'change rename update correct replace amend tag set move merge pin transfer assign',
  retire: 'delete remove drop archive hide withdraw close finish disable reject decline',
  restore: 'reopen undelete unarchive reinstate enable',
  undo: 'revert reset roll_back',
}
