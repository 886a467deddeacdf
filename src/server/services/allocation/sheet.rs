use allocation::{Decision, Sheet};

use crate::{
    domain::{
        board::key,
        ids::RequestId,
        typed::{FieldError, Problem},
    },
    server::db::requests::Request,
    words,
};

/// The requests of an event as a sheet to add up and check.
pub fn sheet(tickets: u32, requests: &[Request]) -> Sheet<'_> {
    let decisions = requests.iter().map(|request| Decision {
        tiers: &request.tiers,
        given: request.allocated,
        drawn: request.drawn.filter(|_| request.by_hand),
        has_reason: !request.reason.is_empty() || request.came_to_it(),
    });
    Sheet { tickets, decisions: decisions.collect() }
}

/// Objections as problems of the board's fields.
pub fn field_errors(objections: &[allocation::Objection], requests: &[Request]) -> Vec<FieldError> {
    use allocation::Objection;
    let of_row = |name: &str, place: usize, problem| {
        let request = requests.get(place).map_or(RequestId::new(0), |request| request.id);
        FieldError { field: format!("{name}[{}]", key(request)), problem }
    };
    let error = |objection: &Objection| match *objection {
        Objection::OverGiven { given, tickets } => {
            FieldError { field: "given".to_owned(), problem: Problem::OverGiven { given, tickets } }
        }
        Objection::OutsideTiers { place, given } => {
            let accepted = requests.get(place).map(|request| words::either_or(request.tiers.amounts()));
            let accepted = accepted.unwrap_or_default();
            of_row("reason", place, Problem::NeedsReason { given, accepted })
        }
        Objection::OtherThanDrawn { place, given, drawn } => {
            of_row("reason", place, Problem::NeedsOverrideReason { given, drawn })
        }
        Objection::Undecided { place } => of_row("amount", place, Problem::Missing),
    };
    objections.iter().map(error).collect()
}
