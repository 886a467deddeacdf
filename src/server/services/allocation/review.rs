use allocation::Totals;

use super::{
    Telling, is_other_than_told,
    sheet::{field_errors, sheet},
};
use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
        typed::FieldError,
    },
    error::Obstacle,
    server::{
        auth::Actor,
        db::{
            events::Event,
            requests::{self, Request},
        },
        mail::messages::ResultFacts,
        services::{
            Done, draw, event,
            mail::{event_facts, result_facts},
        },
        site::Site,
    },
};

/// What finalizing would do.
#[derive(Debug)]
pub struct Review {
    pub event: Event,
    pub status: EventStatus,
    pub requests: Vec<Request>,
    pub totals: Totals,
    /// What stands in the way.
    pub objections: Vec<FieldError>,
    /// What about the draw stands in the way.
    pub obstacle: Option<Obstacle>,
    /// People who would be told by email if only what changed is told ([`Telling::Changed`]); everyone, the first time.
    pub to_tell: Vec<PersonId>,
    /// People who would be told if everyone is ([`Telling::All`]).
    pub everybody: u64,
    /// People who are told in any case ([`Telling::Nobody`]): their number, date, or place is not what they were told.
    pub in_any_case: u64,
    /// People who are told in any case, since they were told another date, end, or place.
    pub told_other_date: u64,
    /// Whether a reason is needed, since someone's number is not what they were told.
    pub needs_reason: bool,
    /// One message to someone who gets tickets, one to someone who does not, one about a change, as far as there are
    /// such people; each with the name of whom it goes to.
    pub samples: Vec<(String, ResultFacts)>,
}

/// Reads what finalizing would do. Three statements.
pub async fn review(site: &Site, actor: &Actor, id: EventId) -> Done<Review> {
    let event = event::find_to_edit(site, actor, id).await?;
    let c = site.db.read();
    let requests = requests::of_event(c, id).await?;
    let facts = event_facts(c, &event, site.now()).await?;
    let sheet = sheet(event.tickets, &requests);
    let (totals, objections) = (sheet.totals(), field_errors(&sheet.final_objections(), &requests));
    let told = |telling: Telling| requests.iter().filter(move |request| telling.reaches(request));
    let to_tell = told(Telling::Changed).map(|request| request.person).collect();
    let everybody = told(Telling::All).count() as u64;
    let in_any_case = told(Telling::Nobody).count() as u64;
    let told_other_date = told(Telling::All).filter(|request| request.told_other_date).count() as u64;
    let needs_reason = requests.iter().any(is_other_than_told);
    let example = |which: &dyn Fn(&Request) -> bool| {
        let request = told(Telling::All).find(|request| request.allocated.is_some() && which(request))?;
        let facts = result_facts(&facts, &event, &totals, requests.len(), request, &event.winners_line);
        Some((request.name.clone(), facts))
    };
    let samples = [
        example(&|request| request.told.is_none() && request.allocated > Some(0)),
        example(&|request| request.told.is_none() && request.allocated == Some(0)),
        example(&|request| request.told.is_some() && request.told != request.allocated),
    ];
    let samples = samples.into_iter().flatten().collect();
    let obstacle = draw::obstacle(&event, &requests);
    let status = event.status_at(site.now());
    Ok(Review {
        event,
        status,
        requests,
        totals,
        objections,
        obstacle,
        to_tell,
        everybody,
        in_any_case,
        told_other_date,
        needs_reason,
        samples,
    })
}
