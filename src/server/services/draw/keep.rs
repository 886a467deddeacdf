use std::sync::Arc;

use allocation::{Draw, write_record};
use serde_json::{Map, json};

use super::{event_label, label, places::beside};
use crate::{
    domain::{deed::Deed, ids::PersonId},
    server::{
        db::{
            audit::Entry,
            decisions,
            draws::{self, NewDraw},
            events,
            held::Held,
            requests::Request,
        },
        services::{Act, Done, statements::NewStatement},
    },
};

/// What is kept beside a draw.
pub struct Kept {
    /// The requests as they stand.
    pub requests: Vec<Request>,
    /// Why it is drawn again; empty for the first.
    pub reason: String,
    /// Who settled it; `None`: their account is gone.
    pub by: Option<PersonId>,
}

/// Computes a draw and keeps it: the record, and with each request what it was drawn. A request that was changed since
/// the list was settled is noted as not drawn.
pub async fn keep(act: &mut Act<'_>, event: &Held, draw: Draw, kept: Kept) -> Done {
    let draw = Arc::new(draw);
    let computing = Arc::clone(&draw);
    let outcome = beside(move || computing.run()).await?;
    let stands_for = event_label(event)?;
    let list = draw.list();
    let each = kept.requests.iter().filter_map(|request| {
        let place = list.place_of(label(&stands_for, request).as_str())?;
        let entry = &list.requests()[place];
        let same = entry.tiers == request.tiers;
        same.then(|| (request.id, outcome.allocated[place], entry.pinned.is_some()))
    });
    let each: Vec<_> = each.collect();
    decisions::note_drawn(&act.tx, event, &each).await?;
    events::note_drawn(&act.tx, event, list.tickets()).await?;
    let number = draw.number().get();
    let details = json!({
        "draw": number, "rule": draw.rule().to_string(), "code": draw.code().to_string(),
        "digest": outcome.digest.to_string(), "left": outcome.left,
    });
    let record = write_record(&draw, &outcome, &Map::new());
    act.state(NewStatement::draw(event, &draw, &kept.reason));
    let new = NewDraw { draw: &draw, reason: kept.reason, record, at: act.now, by: kept.by };
    draws::insert(&act.tx, event, new).await?;
    act.note(Entry::of(Deed::DrawMake).on(event.id).with(details));
    Ok(())
}
