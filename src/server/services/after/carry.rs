use std::collections::{BTreeMap, HashMap};

use allocation::after::What;

use crate::{
    domain::ids::PersonId,
    server::{
        db::{
            after::{self, Holding},
            draws,
            held::Held,
            requests::Request,
        },
        services::{Act, Done},
    },
};

/// Begins anew with what became of the tickets of a result that is final again: what happened before it is forgotten, but what was
/// handed on still counts in the season as whose it was, as far as those who were handed it have it. Nobody's luck becomes
/// another's by a reopening. One statement, and three more where something happened before.
pub async fn carry_handed(act: &Act<'_>, event: &Held, requests: &[Request]) -> Done {
    after::forget_holdings(&act.tx, event).await?;
    if event.after.sequence == 0 {
        return Ok(());
    }
    let draw = draws::latest_number(&act.tx, event.id).await?;
    let has = requests.iter().map(|request| (request.person, i64::from(request.allocated.unwrap_or(0))));
    let has: HashMap<PersonId, i64> = has.collect();
    // What of someone's is there still, with what they handed on themselves.
    let mut there = has.clone();
    let mut anothers: BTreeMap<PersonId, i64> = BTreeMap::new();
    for stored in after::entries(&act.tx, event.id, draw).await?.iter().rev() {
        let fields = &stored.entry.fields;
        let (What::Hand, Some(from), Some(to)) = (fields.what, stored.person, stored.to) else { continue };
        let still = i64::from(fields.number.unwrap_or(0)).min(there.get(&to).copied().unwrap_or(0));
        *there.entry(to).or_default() -= still;
        *there.entry(from).or_default() += still;
        *anothers.entry(to).or_default() += still;
        *anothers.entry(from).or_default() -= still;
    }
    let counted = anothers.into_iter().filter(|(_, anothers)| *anothers != 0).map(|(person, anothers)| {
        let given = has.get(&person).copied().unwrap_or(0) - anothers;
        (person, Holding { given: u32::try_from(given).unwrap_or(0), ..Holding::default() })
    });
    let counted: Vec<(PersonId, Holding)> = counted.collect();
    Ok(after::keep_holdings(&act.tx, event, &counted).await?)
}
