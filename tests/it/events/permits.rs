//! Who may do what: roles and how someone stands to the event, against every move.

use std::collections::BTreeSet;

use ticket_pool::{
    domain::{board_view::BoardView, event::EventStatus, ids::MessageId},
    error::{Obstacle, Refusal},
    server::{
        auth::Actor,
        db::messages::Show,
        services::{Refused, event, mail::Settle},
    },
};

use super::states::{Move, event_in};
use crate::harness::{Town, event_form, refusal};

/// How someone stands to Otto's event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Member,
    Stranger,
    CoOrganizer,
    Owner,
    Admin,
}

impl Who {
    const ALL: [Self; 5] = [Self::Member, Self::Stranger, Self::CoOrganizer, Self::Owner, Self::Admin];

    fn actor(self, town: &Town) -> &Actor {
        match self {
            Self::Member => &town.bram,
            Self::Stranger | Self::CoOrganizer => &town.olga,
            Self::Owner => &town.otto,
            Self::Admin => &town.dana,
        }
    }

    /// Whether the table of rights allows it.
    fn may(self, done: Move) -> bool {
        match done {
            // Everyone asks for themselves; Bram entering a request for Bram is that too.
            Move::Ask => true,
            Move::Enter => !matches!(self, Self::Stranger),
            Move::Delete | Move::Restore => self == Self::Admin,
            Move::HandOver => matches!(self, Self::Owner | Self::Admin),
            _ => matches!(self, Self::CoOrganizer | Self::Owner | Self::Admin),
        }
    }
}

/// The state from which a move is possible.
fn state_for(done: Move) -> EventStatus {
    match done {
        Move::Save | Move::Finalize | Move::Open => EventStatus::Closed,
        Move::Reopen => EventStatus::Finalized,
        Move::Uncancel => EventStatus::Canceled,
        _ => EventStatus::Open,
    }
}

both! {
    async fn everyone_can_do_just_what_the_table_of_rights_says(town: Town) {
        for done in Move::ALL {
            for who in Who::ALL {
                let number = event_in(&town, state_for(done)).await;
                if who == Who::CoOrganizer {
                    event::add_organizer(&town.site, &town.otto, number, &town.olga.person.to_string()).await.unwrap();
                }
                if done == Move::Restore {
                    event::delete(&town.site, &town.dana, number).await.unwrap();
                }
                let before = town.snapshot(&["events", "requests", "event_organizers", "outbox"]).await;
                let result = done.by(&town, who.actor(&town), number).await;
                if who.may(done) {
                    result.unwrap_or_else(|refused| panic!("{who:?} may {done:?}: {refused}"));
                } else {
                    assert_eq!(refusal(result), Refusal::Forbidden, "{who:?} may not {done:?}");
                    assert_eq!(town.snapshot(&["events", "requests", "event_organizers", "outbox"]).await, before);
                }
            }
        }
    }

    async fn members_create_events_only_where_everyone_does(town: Town) {
        let form = event_form("Sunday walk");
        assert_eq!(refusal(event::create(&town.site, &town.asha, &form).await), Refusal::Forbidden);
        assert!(!event::may_create(&town.site, &town.asha));
        for who in [&town.otto, &town.dana] {
            event::create(&town.site, who, &form).await.unwrap();
        }
        let everyone = town.with_settings(&[("WHO_CREATES", "everyone")]);
        let number = event::create(&everyone.site, &town.asha, &form).await.unwrap();
        event::close(&everyone.site, &town.asha, number).await.unwrap();
        let other = event::close(&everyone.site, &town.bram, number).await;
        assert_eq!(refusal(other), Refusal::Forbidden);
    }

    async fn an_organizer_who_became_a_member_no_longer_runs_the_event(town: Town) {
        let number = town.match_day().await;
        town.change(&town.otto, ticket_pool::domain::person::Role::Member, true).await;
        let otto = town.actor("Otto").await;
        assert_eq!(refusal(event::close(&town.site, &otto, number).await), Refusal::Forbidden);
    }

    async fn the_desk_of_an_event_is_for_those_who_run_it(town: Town) {
        use ticket_pool::server::services::allocation;
        let number = event_in(&town, EventStatus::Closed).await;
        for who in [&town.asha, &town.olga] {
            let site = &town.site;
            assert_eq!(refusal(allocation::board(site, who, number, BoardView::default(), &BTreeSet::new()).await), Refusal::Forbidden);
            assert_eq!(refusal(allocation::review(site, who, number).await), Refusal::Forbidden);
            assert_eq!(refusal(allocation::results(site, who, number).await), Refusal::Forbidden);
            assert_eq!(refusal(allocation::results_table(site, who, number).await), Refusal::Forbidden);
            assert_eq!(refusal(event::find_to_edit(site, who, number).await), Refusal::Forbidden);
            assert_eq!(refusal(event::list_organizers(site, who, number).await), Refusal::Forbidden);
            let somebody_elses =
                ticket_pool::server::services::request::read(site, who, number, town.bram.person, "").await;
            assert_eq!(refusal(somebody_elses), Refusal::Forbidden);
            assert_eq!(refusal(event::manage(site, who, None, 1).await), Refusal::Forbidden);
            assert_eq!(refusal(event::trash(site, who).await), Refusal::Forbidden);
            assert_eq!(refusal(ticket_pool::server::services::mail::list(site, who, Show::All).await), Refusal::Forbidden);
            assert_eq!(refusal(ticket_pool::server::services::mail::settle(site, who, MessageId::new(1), Settle::SendAgain).await), Refusal::Forbidden);
        }
        let open = event_in(&town, EventStatus::Open).await;
        let early = allocation::results(&town.site, &town.otto, open).await;
        assert!(matches!(early, Err(Refused::Refusal(Refusal::NotNow { why: Obstacle::RequestsOpen }))));
    }
}
