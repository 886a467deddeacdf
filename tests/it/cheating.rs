//! Every way to cheat that docs/DRAW.md lists: what cannot be done, what shows, and to whom.

mod accounts;
mod clock;
mod document;
mod histories;
mod outside;
mod records;
mod withheld;

use ::allocation::{
    Rule,
    statement::{Kind, Said, Statement, StatementFile},
};
use ticket_pool::{
    domain::{
        draw::{DrawForm, RoundForm, rule_key},
        event::EventForm,
        ids::EventId,
    },
    server::{
        auth::Actor,
        services::{Done, draw, statements},
    },
};

use crate::harness::{Town, beacon::sign, event_form};

/// Otto's event whose draws take a round of drand, closed; Asha would take 4, or 2, and Bram 3, or 1.
async fn closed(town: &Town) -> EventId {
    town.closed_match_like(&EventForm { randomness: "drand".into(), ..event_form("Rovers v United") }).await
}

/// Otto settles a draw by this rule.
async fn settle(town: &Town, event: EventId, rule: Rule) -> Done {
    let version = town.event(event).await.board_version.to_string();
    let form = DrawForm { version, rule: rule_key(rule), ..DrawForm::default() };
    draw::make(&town.site, &town.otto, event, &form).await.map(drop)
}

/// Otto pastes the round that the draw waits for.
async fn paste(town: &Town, event: EventId) -> Done {
    let signature = sign(town.awaited(event).await).to_string();
    draw::paste_round(&town.site, &town.otto, event, &RoundForm { signature }).await
}

/// What was said of an event, as someone downloads it. Nothing is wrong with the file for itself.
async fn file(town: &Town, who: &Actor, event: EventId) -> StatementFile {
    let file = unchecked(town, who, event).await;
    assert_eq!(file.check(&[]), Vec::new());
    file
}

/// The same, whatever is wrong with it.
async fn unchecked(town: &Town, who: &Actor, event: EventId) -> StatementFile {
    let text = statements::of_event(&town.site, who, event).await.unwrap();
    StatementFile::read(text.as_bytes()).unwrap()
}

/// The statements of a kind that can be read in a file.
fn of_kind(file: &StatementFile, kind: Kind) -> Vec<Statement> {
    let bodies = file.statements.iter().filter_map(|said| match said {
        Said::Shown { body, .. } => Some(Statement::parse(body).unwrap()),
        Said::Withheld(_) => None,
    });
    bodies.filter(|one| one.kind() == kind).collect()
}
