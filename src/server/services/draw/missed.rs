use allocation::Fill;

use super::{
    cut::{Cut, cut},
    event_label, label,
    places::{Place, Viewer, beside, places, read},
};
use crate::server::{
    db::{events::Event, requests::Request},
    services::Done,
    site::Site,
};

/// Where someone was in the order of a draw that gave them nothing.
#[derive(Clone, Debug)]
pub struct Behind {
    /// Theirs. Nothing is known of others'.
    pub place: Place,
    /// Their rank, from 1.
    pub rank: usize,
    /// How many had one.
    pub of: usize,
    pub fill: Fill,
    /// Where tickets ran out, if that was above them. What was given out after the draw is not looked at.
    pub cut: Option<Cut>,
}

/// Where a request was in the draw of a record; `None` where that draw did not decide it. Computed again from the record, as the
/// draw's page is; no statement.
///
/// # Errors
/// A record that cannot be read.
pub(in crate::server::services) async fn behind(
    site: &Site,
    event: &Event,
    mine: &Request,
    record: String,
) -> Done<Option<Behind>> {
    let (id, chain, stands_for, mine) = (event.id, site.beacon.chain, event_label(event)?, mine.clone());
    let viewer = Viewer { label: Some(label(&stands_for, &mine).to_string()), runs: false, finalized: true };
    let computed = move || {
        let draw = read(id, &record, &chain)?;
        let (_, all) = places(&draw, std::slice::from_ref(&mine), &viewer, &stands_for);
        let (fill, of) = (draw.rule().fill, all.iter().filter(|place| place.why.is_some()).count());
        let ran_out = cut(&all, fill, draw.list().tickets());
        let place = all.into_iter().find(|place| place.mine && place.drawn == 0);
        Ok(place.and_then(|place| {
            let rank = place.why?.rank;
            Some(Behind { place, rank, of, fill, cut: ran_out.filter(|cut| rank > cut.after) })
        }))
    };
    beside(computed).await?.map_err(|fault: crate::server::services::Fault| fault.into())
}
