use catalog::refusals as say;

use crate::{
    domain::typed::Problem,
    error::{Change, Obstacle, Refusal},
};

/// Why a field was refused: names what was seen and what is accepted.
pub fn problem(problem: &Problem) -> String {
    let without_values = match problem {
        Problem::Missing => say::missing(),
        Problem::ControlCharacter => say::control_character(),
        Problem::AddressTaken => say::address_taken(),
        Problem::OwnAddress => say::own_address(),
        Problem::Oneself => say::oneself(),
        Problem::ClosesAfterStart => say::closes_after_start(),
        Problem::AfterTheStart => say::after_the_start(),
        Problem::EndsAtOddTime => say::ends_at_odd_time(),
        Problem::InThePast => say::in_the_past(),
        Problem::NoNumber => say::no_number(),
        Problem::NotNamedBefore => say::not_named_before(),
        Problem::NamedTooLate => say::named_too_late(),
        Problem::NothingIsTyped => say::nothing_is_typed(),
        Problem::KnownTooSoon => say::known_too_soon(),
        Problem::NoSuchPerson => say::no_such_person(),
        Problem::TwoPeople => say::two_people(),
        Problem::NoSuchSeason => say::no_such_season(),
        Problem::NotYourSeason => say::not_your_season(),
        Problem::AlreadySteward => say::already_steward(),
        Problem::AlreadyOrganizer => say::already_organizer(),
        Problem::CannotOrganize => say::cannot_organize(),
        Problem::NoSuchRequest => say::no_such_request(),
        Problem::ReasonAlone => say::reason_alone(),
        Problem::NotACode => say::not_a_code(),
        Problem::NoMoreTries => say::no_more_tries(),
        Problem::OnlyByLink => say::only_by_link(),
        Problem::AskedElsewhere => say::asked_elsewhere(),
        Problem::NotPlain { seen } if seen.trim().is_empty() => say::one_space(),
        with_values => return with(with_values),
    };
    without_values.to_owned()
}

/// Those that say a value.
fn with(problem: &Problem) -> String {
    match problem {
        Problem::TwoNumbers { chosen, typed } if chosen.is_empty() => say::two_numbers_undecided(*typed),
        Problem::TwoNumbers { chosen, typed } => say::two_numbers(chosen.as_str(), *typed),
        Problem::NothingToRead { seen } => say::nothing_to_read(seen.as_str()),
        Problem::TooLong { max, seen } => say::too_long(*seen, *max),
        Problem::NotANumber { seen } => say::not_a_number(seen.as_str()),
        Problem::OutOfRange { min, max, seen } => say::out_of_range(*min, *max, seen.as_str()),
        Problem::NotAChoice { seen, accepted } => say::not_a_choice(seen.as_str(), accepted.as_str()),
        Problem::NotAnAddress { seen } => say::not_an_address(seen.as_str()),
        Problem::UnknownZone { seen } => say::unknown_zone(seen.as_str()),
        Problem::NotATime { seen } => say::not_a_time(seen.as_str()),
        Problem::NotADay { seen } => say::not_a_day(seen.as_str()),
        Problem::TimeSkipped { seen, zone } => say::time_skipped(seen.as_str(), zone.as_str()),
        Problem::TimeTwice { seen, zone } => say::time_twice(seen.as_str(), zone.as_str()),
        Problem::NotPlain { seen } => say::not_plain(seen.as_str()),
        Problem::TooFarAhead { seen, latest } => say::too_far_ahead(seen.as_str(), latest.as_str()),
        Problem::NumberTwice { seen } => say::number_twice(*seen),
        Problem::TooManyNumbers { max } => say::too_many_numbers(*max),
        Problem::OverGiven { given, tickets } => {
            say::over_given(given.saturating_sub(u64::from(*tickets)), *given, *tickets)
        }
        Problem::NeedsReason { given, accepted } => say::needs_reason(accepted.as_str(), *given),
        Problem::NeedsOverrideReason { given, drawn } => say::needs_override_reason(*drawn, *given),
        Problem::NotASignature { seen } => say::not_a_signature(seen.as_str()),
        Problem::NotOfThisRound { round } => say::not_of_this_round(round.to_string()),
        Problem::OtherRound { seen, round } => say::other_round(seen.to_string(), round.to_string()),
        Problem::NotAPdf { seen } => say::not_a_pdf(seen.as_str()),
        Problem::FileTooLarge { seen, megabytes } => say::file_too_large(seen.as_str(), *megabytes),
        Problem::FilesTooLarge { megabytes } => say::files_too_large(*megabytes),
        Problem::TooManyFiles { max, seen } => say::too_many_files(*seen, *max),
        Problem::NobodyThere { seen } => say::nobody_there(seen.as_str()),
        Problem::WrongCode { left } => say::wrong_code(*left),
        Problem::BeyondTickets { tickets } => say::beyond_tickets(*tickets),
        without_values => super::problem(without_values),
    }
}

/// Why something is not possible now.
pub fn obstacle(why: Obstacle) -> &'static str {
    match why {
        Obstacle::RequestsClosed => say::requests_closed(),
        Obstacle::RequestsOpen => say::requests_open(),
        Obstacle::EventBegan => say::event_began(),
        Obstacle::Finalized => say::finalized(),
        Obstacle::NotFinalized => say::not_finalized(),
        Obstacle::Canceled => say::canceled(),
        Obstacle::NotCanceled => say::not_canceled(),
        Obstacle::OwnRole => say::own_role(),
        Obstacle::LastAdmin => say::last_admin(),
        Obstacle::NotFailed => say::not_failed(),
        Obstacle::Overtaken => say::overtaken(),
        Obstacle::AlreadySetUp => say::already_set_up(),
        Obstacle::LinkSpent => say::link_spent(),
        Obstacle::DeviceGone => say::device_gone(),
        Obstacle::NotDrawn => say::not_drawn(),
        Obstacle::DrawAgain => say::draw_again(),
        Obstacle::DrawNotOnBoard => say::draw_not_on_board(),
        Obstacle::DrawWaits => say::draw_waits(),
        Obstacle::DrawWaitsNoMore => say::draw_waits_no_more(),
        Obstacle::NoCodesLeft => say::no_codes_left(),
        Obstacle::SecretSealed => say::secret_sealed(),
        Obstacle::BoardMovedOn => say::board_moved_on(),
        Obstacle::AddressNotAsked => say::address_not_asked(),
        Obstacle::SignInAgain => say::sign_in_again(),
        Obstacle::AskedTooOften => say::asked_too_often(),
        Obstacle::Deactivated => say::deactivated(),
        Obstacle::OwnerStays => say::owner_stays(),
        Obstacle::NotSoMany => say::not_so_many(),
        Obstacle::TicketsGone => say::tickets_gone(),
        Obstacle::OfferOver => say::offer_over(),
        Obstacle::AnswerOnceMore => say::answer_once_more(),
        Obstacle::AnswerSignedIn => say::answer_signed_in(),
        Obstacle::OfferOpen => say::offer_open(),
        Obstacle::ReturnUnderWay => say::return_under_way(),
        Obstacle::ReturnSettled => say::return_settled(),
        Obstacle::LimitReached => say::limit_reached(),
        Obstacle::GuestsOff => say::guests_off(),
        Obstacle::GuestsClosed => say::guests_closed(),
        Obstacle::DoorClosed => say::door_closed(),
        Obstacle::HandoutsClosed => say::handouts_closed(),
        Obstacle::InOrder => say::in_order(),
        Obstacle::HandOnOff => say::hand_on_off(),
        Obstacle::HandOnUnderWay => say::hand_on_under_way(),
        Obstacle::HandOnOver => say::hand_on_over(),
        Obstacle::NoRoom => say::no_room(),
        Obstacle::TriedTooOften => say::tried_too_often(),
    }
}

/// Why nothing was done, in one sentence for the top of a page.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::SignedOut => say::signed_out().to_owned(),
        Refusal::Forbidden => say::forbidden().to_owned(),
        Refusal::NotFound => say::not_found().to_owned(),
        Refusal::Invalid { fields } => say::invalid(fields.len()),
        Refusal::Conflict { changes } if changes.is_empty() => say::conflict().to_owned(),
        Refusal::Conflict { changes } => say::conflict_with(changes.iter().map(changed).collect::<Vec<_>>().join(", ")),
        Refusal::NotNow { why } => obstacle(*why).to_owned(),
        Refusal::TooMany => say::too_many().to_owned(),
        Refusal::Garbled => say::garbled().to_owned(),
        Refusal::Failed { reference } if reference.is_empty() => say::failed_somehow().to_owned(),
        Refusal::Failed { reference } => say::failed(reference.as_str()),
    }
}

/// The same for a page whose form does not show its fields again: the first problem itself.
pub fn refusal_in_short(refused: &Refusal) -> String {
    match refused {
        Refusal::Invalid { fields } if !fields.is_empty() => problem(&fields[0].problem),
        refused => refusal(refused),
    }
}

fn changed(change: &Change) -> String {
    let name = change.name.as_str();
    match (change.now, &change.by) {
        (None, None) => say::now_undecided(name),
        (Some(given), None) => say::now_given(name, given),
        (None, Some(by)) => say::now_undecided_by(name, by.as_str()),
        (Some(given), Some(by)) => say::now_given_by(name, given, by.as_str()),
    }
}
