use ::allocation::Rule;
use ticket_pool::{
    domain::{board::key, event::EventForm, ids::EventId},
    server::services::{event, request},
};

use super::{Call, Form, Stage, Who, fields};
use crate::harness::{beacon, event_form};

/// The details of an event as its form sends them.
pub fn details(name: &str) -> Form {
    let form = event_form(name);
    fields(&[
        ("name", name),
        ("starts", &form.starts),
        ("zone", &form.zone),
        ("closes", &form.closes),
        ("tickets", &form.tickets),
        ("limit", &form.limit),
    ])
}

impl Stage {
    /// Has Carla run an event of Otto's too.
    pub(super) async fn shared(&self, number: EventId) -> EventId {
        let carla = self.carla.person.to_string();
        event::add_organizer(&self.town.site, &self.town.otto, number, &carla).await.unwrap();
        number
    }

    pub(super) async fn about_an_event(&self, call: Call) -> Form {
        let town = &self.town;
        let number = match call {
            Call::OpenAgain => town.closed_match().await,
            Call::Reopen => town.finalized_match().await,
            _ => town.match_day().await,
        };
        let number = self.shared(number).await;
        match call {
            Call::Uncancel => event::cancel(&town.site, &town.otto, number).await.unwrap(),
            Call::Restore => event::delete(&town.site, &town.dana, number).await.unwrap(),
            _ => {}
        }
        let (olga, carla) = (town.olga.person.to_string(), self.carla.person.to_string());
        let more = match call {
            Call::EditEvent => [fields(&[("version", "0")]), details("Rovers v Wanderers")].concat(),
            Call::Close
            | Call::CloseToAllocate
            | Call::OpenAgain
            | Call::Reopen
            | Call::Cancel
            | Call::Uncancel
            | Call::Delete
            | Call::Restore
            | Call::Invite => Form::new(),
            Call::AddOrganizer | Call::HandOver => fields(&[("person", &olga)]),
            Call::RemoveOrganizer => fields(&[("person", &carla)]),
            other => panic!("{other:?} is not about an event"),
        };
        about(number, more)
    }

    pub(super) async fn about_the_board(&self, call: Call) -> Form {
        let town = &self.town;
        let number = match call {
            Call::PasteRound => {
                town.closed_match_like(&EventForm { randomness: "drand".into(), ..event_form("Rovers v United") }).await
            }
            _ => town.closed_match().await,
        };
        let number = self.shared(number).await;
        let mut round = String::new();
        match call {
            Call::PasteRound => {
                town.draw(number, Rule::LOTTERY, "").await.unwrap();
                round = beacon::sign(town.awaited(number).await).to_string();
            }
            Call::Finalize => {
                town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
            }
            Call::PutDraw | Call::TakeDrawOff | Call::FillFurther => {
                town.draw(number, Rule::LOTTERY, "").await.unwrap();
            }
            _ => {}
        }
        if matches!(call, Call::TakeDrawOff | Call::FillFurther) {
            town.put_draw(number).await.unwrap();
        }
        let amount = format!("amount[{}]", key(town.request(number, &town.asha).await.id));
        let more = match call {
            Call::SaveBoard => fields(&[(&amount, "2")]),
            Call::Finalize => fields(&[("telling", "changed")]),
            Call::PasteRound => fields(&[("signature", &round)]),
            Call::Draw => fields(&[("rule", "equal.turns")]),
            Call::PutDraw | Call::TakeDrawOff | Call::FillFurther => Form::new(),
            other => panic!("{other:?} is not about a board"),
        };
        let version = town.event(number).await.board_version.to_string();
        about(number, [fields(&[("version", &version)]), more].concat())
    }

    pub(super) async fn about_a_request(&self, call: Call, who: Who) -> Form {
        let town = &self.town;
        let number = self.shared(town.match_day().await).await;
        let bram = town.bram.person.to_string();
        let (whose, more) = match call {
            Call::AskForOneself => (None, fields(&[("version", "0"), ("tiers[]", "2"), ("tiers[]", "1")])),
            Call::AskForBram => (None, fields(&[("person", &bram), ("version", "0"), ("tiers[]", "2")])),
            Call::WithdrawOwn | Call::RestoreOwn => (self.actor(who), Form::new()),
            Call::WithdrawOfBram => (Some(&town.bram), fields(&[("person", &bram), ("reason", "Asked twice.")])),
            _ => (Some(&town.bram), fields(&[("person", &bram)])),
        };
        if let Some(whose) = whose {
            town.ask(number, whose, &[2, 1]).await.unwrap();
            if matches!(call, Call::RestoreOwn | Call::RestoreOfBram) {
                request::withdraw(&town.site, whose, number, whose.person, "").await.unwrap();
            }
        }
        about(number, more)
    }
}

/// A form about an event.
fn about(number: EventId, more: Form) -> Form {
    [fields(&[("event", &number.to_string())]), more].concat()
}
