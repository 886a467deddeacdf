//! Who may do what: one table, everything else is denied.

use super::Actor;
use crate::domain::person::Role;

/// Everything that can be permitted. A new action is denied to all until it has its row in [`permit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Ask for tickets for oneself; change or withdraw that.
    Ask,
    /// See an event at all.
    SeeEvent,
    /// Create an event.
    CreateEvent,
    /// Everything an event's organizers do: edit, close, reopen, allocate, finalize, cancel, ask for others.
    RunEvent,
    /// Give the event to someone else, choose co-organizers.
    HandOver,
    /// See the list of people, with their addresses, to choose from. Whoever may not has to name a person exactly.
    ListPeople,
    /// Put events into a season, move them there or out of it, reopen a finalized event that is in it, choose its stewards.
    KeepSeason,
    /// Put an event into the trash, take it out again.
    DeleteEvent,
    /// Add people, change their details, role and status.
    ManagePeople,
    /// Read the email queue; settle any failed message. (Those of an event are also settled by who runs it.)
    ManageMail,
    /// Read the audit log.
    ReadLog,
    /// See how the settings read.
    ReadSettings,
}

/// How someone stands to an event, or to a season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing to do with running it.
    None,
    /// Runs it together with the owner.
    CoOrganizer,
    /// Owns it.
    Owner,
    /// Keeps the season.
    Steward,
}

/// Whether `actor` may do `action`; `standing` is theirs to the event or the season in question, or `None` where there is none.
///
/// `everyone_creates` is the setting `WHO_CREATES=everyone`.
pub fn permit(actor: &Actor, action: Action, standing: Standing, everyone_creates: bool) -> bool {
    let runs = matches!(standing, Standing::CoOrganizer | Standing::Owner);
    match (action, actor.role) {
        (_, Role::Admin)
        | (Action::Ask | Action::SeeEvent, _)
        | (Action::CreateEvent | Action::ListPeople, Role::Organizer) => true,
        (Action::CreateEvent, Role::Member) => everyone_creates,
        (Action::RunEvent, Role::Organizer) => runs,
        (Action::RunEvent, Role::Member) => runs && everyone_creates,
        (Action::HandOver, Role::Organizer) => standing == Standing::Owner,
        (Action::HandOver, Role::Member) => standing == Standing::Owner && everyone_creates,
        (Action::KeepSeason, Role::Organizer) => standing == Standing::Steward,
        (Action::KeepSeason, Role::Member) => standing == Standing::Steward && everyone_creates,
        (
            Action::DeleteEvent | Action::ManagePeople | Action::ManageMail | Action::ReadLog | Action::ReadSettings,
            Role::Member | Role::Organizer,
        )
        | (Action::ListPeople, Role::Member) => false,
    }
}
