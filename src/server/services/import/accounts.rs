//! Which of several accounts of the original has an address, and which a number.
//!
//! **One address.** Addresses are the same if they are to us. Of the accounts that share one, the active one keeps it; of
//! several, the one with the higher role, then the one used later, then the one with the higher number. The others stand
//! beside it, inactive, under addresses that reach nobody.
//!
//! **One number.** A copy of the file may have a number twice. What refers to it means one account, chosen the same way. The
//! others come along without a number. Two rows with one number and one address are one account: the other row is left out.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use chrono::{DateTime, Utc};

use crate::{
    domain::{
        person::{Email, Role},
        visible::visible,
    },
    server::{
        db::legacy::{Original, OriginalPerson},
        services::person::alone_in,
    },
};

/// What decides between accounts.
pub(super) struct Account<'a> {
    pub row: &'a OriginalPerson,
    /// `None`: there is none that could be kept.
    pub address: Option<String>,
    pub active: bool,
    pub role: Role,
    /// The last thing the file knows of it.
    pub used: Option<DateTime<Utc>>,
}

/// Who else has what an account claims, by their place in the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Claim {
    /// Who has its address; `None`: the account itself, if there is one.
    pub address: Option<usize>,
    /// Who has its number; `None`: the account itself, if there is one.
    pub number: Option<usize>,
    /// The account that it is, where it stands in the file twice.
    pub double: Option<usize>,
}

/// Decides what each account has.
pub(super) fn settle(accounts: &[Account<'_>]) -> Vec<Claim> {
    let mut order: Vec<usize> = (0..accounts.len()).collect();
    order.sort_by_key(|&place| Reverse(rank(&accounts[place])));
    let (mut addresses, mut numbers) = (HashMap::new(), HashMap::new());
    let mut claims = vec![Claim::default(); accounts.len()];
    for place in order {
        let account = &accounts[place];
        let other = |first: &mut usize| Some(*first).filter(|first| *first != place);
        let id = account.row.place.id.is;
        let address_with =
            account.address.as_deref().and_then(|address| other(addresses.entry(address).or_insert(place)));
        let number = id.and_then(|id| other(numbers.entry(id).or_insert(place)));
        let double = address_with.filter(|first| id.is_some() && accounts[*first].row.place.id.is == id);
        claims[place] = Claim { address: address_with, number, double };
    }
    claims
}

fn rank(account: &Account<'_>) -> impl Ord + use<> {
    let place = &account.row.place;
    (account.active, account.role, account.used, place.id.is, place.row)
}

/// Why the first of two has what both claim.
pub(super) fn why(first: &Account<'_>, other: &Account<'_>) -> &'static str {
    match () {
        () if first.active != other.active => "it is active",
        () if first.role != other.role => "its role is higher",
        () if first.used != other.used => "it was used later",
        () if first.row.place.id.is != other.row.place.id.is => "its number is higher",
        () => "it stands later in the file",
    }
}

/// An address as ours are compared, alone where it stands beside a name or in signs: `Ada <ada@example.org>`. One that ours could not write to is kept: its person cannot sign in until an admin
/// corrects it. `None`: nothing that could be kept.
pub(super) fn address(raw: Option<&str>) -> Option<String> {
    let raw = raw.unwrap_or_default();
    let address = match Email::parse(raw) {
        Ok(email) => email.as_str().to_owned(),
        Err(_) => alone_in(raw).map_or_else(|| visible(raw).trim().to_lowercase(), |email| email.as_str().to_owned()),
    };
    let fits = !address.is_empty() && address.chars().count() <= 254 && !address.chars().any(char::is_control);
    fits.then_some(address)
}

/// An address that reaches nobody (RFC 2606) and that nobody has yet.
pub(super) fn nowhere(who: &str, taken: &mut HashSet<String>) -> String {
    let mut address = format!("person-{who}{NOWHERE}");
    let mut others = 2;
    while !taken.insert(address.clone()) {
        address = format!("person-{who}-{others}{NOWHERE}");
        others += 1;
    }
    address
}

/// What all addresses that reach nobody end with.
pub(super) const NOWHERE: &str = "@former.invalid";

/// The last time that the file knows of, by number: of a request, its change, or an event that they created.
pub(super) fn last_use(original: &Original) -> HashMap<i64, DateTime<Utc>> {
    let requests =
        original.requests.iter().flat_map(|row| [(&row.user, &row.submitted_at), (&row.user, &row.updated_at)]);
    let events = original
        .events
        .iter()
        .flat_map(|row| [(&row.created_by, &row.created_at), (&row.created_by, &row.finalized_at)]);
    let mut last = HashMap::new();
    for (who, when) in requests.chain(events) {
        if let (Some(id), Some(when)) = (who.is, super::instants::utc(when.as_deref())) {
            let known = last.entry(id).or_insert(when);
            *known = when.max(*known);
        }
    }
    last
}
