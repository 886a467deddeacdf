use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use super::{Claimed, Record};
use crate::{
    Hash, Outcome, RequestList,
    after::{Ledger, Wrong},
    fill::Progress,
};

/// Something a record says that does not come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The list of requests, the season's ledger or the ranks are not what was published.
    Digest {
        /// Its key in the file.
        of: &'static str,
        /// What the record says.
        claimed: Option<Hash>,
        /// What it gives.
        computed: Option<Hash>,
    },
    /// Someone else stands at a rank.
    Order {
        /// From 1.
        rank: usize,
        /// Who stands there in the record.
        claimed: Option<String>,
        /// Who belongs there.
        computed: Option<String>,
    },
    /// A request has another number.
    Allocated {
        /// Whose.
        label: String,
        /// What the record says.
        claimed: Option<i64>,
        /// What comes out; `None` for a label that nobody has.
        computed: Option<u32>,
    },
    /// A label stands twice among the numbers.
    AllocatedTwice {
        /// Whose.
        label: String,
    },
    /// Another number is left.
    Left {
        /// What the record says.
        claimed: i64,
        /// What comes out.
        computed: u32,
    },
    /// What the record says happened after the result does not follow.
    After {
        /// The first entry that does not, from 1; one more than there are where something is missing at the end.
        entry: usize,
        /// Why.
        why: Wrong,
    },
}

impl Record {
    /// Recomputes the draw and names everything that is claimed differently, and the first entry after the result that does
    /// not follow. `None` when nothing is claimed.
    pub fn check(&self, progress: &mut dyn Progress) -> Option<Vec<Difference>> {
        let mut found = self.check_draw(progress)?;
        found.extend(self.replay().err());
        Some(found)
    }

    /// As [`Record::check`], without what happened after the result.
    pub fn check_draw(&self, progress: &mut dyn Progress) -> Option<Vec<Difference>> {
        let claimed = self.claimed.as_ref()?;
        Some(differences(self.draw.list(), claimed, &self.draw.run_watched(progress)))
    }

    /// Replays what the record says happened after the result. `None` where it says nothing of it.
    ///
    /// # Errors
    /// [`Difference::After`]: the first entry that does not follow, or what is missing at the end.
    pub fn replay(&self) -> Result<Option<Ledger>, Difference> {
        let Some(entries) = &self.after else { return Ok(None) };
        let mut ledger = Ledger::new(self.draw.list().event(), Some(&self.draw));
        for (entry, said) in (1..).zip(entries) {
            ledger.replay(said.clone()).map_err(|why| Difference::After { entry, why })?;
        }
        ledger.check_end().map_err(|why| Difference::After { entry: entries.len() + 1, why })?;
        Ok(Some(ledger))
    }
}

fn differences(list: &RequestList, claimed: &Claimed, computed: &Outcome) -> Vec<Difference> {
    let mut found = Vec::new();
    let digests = [
        ("requests_digest", Some(claimed.digest), Some(computed.digest)),
        ("season_digest", claimed.season_digest, computed.season_digest),
        ("ranks_digest", claimed.ranks_digest, computed.ranks_digest),
    ];
    for (of, claimed, computed) in digests {
        if claimed != computed {
            found.push(Difference::Digest { of, claimed, computed });
        }
    }
    let label = |place: &u32| list.requests()[*place as usize].label.as_str();
    for rank in 0..claimed.order.len().max(computed.order.len()) {
        let (theirs, ours) = (claimed.order.get(rank).map(String::as_str), computed.order.get(rank).map(label));
        if theirs != ours {
            let (claimed, computed) = (theirs.map(ToString::to_string), ours.map(ToString::to_string));
            found.push(Difference::Order { rank: rank + 1, claimed, computed });
        }
    }
    let mut theirs: BTreeMap<&str, i64> = BTreeMap::new();
    for (label, number) in &claimed.allocated {
        if theirs.insert(label, *number).is_some() {
            found.push(Difference::AllocatedTwice { label: label.clone() });
        }
    }
    for (request, &number) in list.requests().iter().zip(&computed.allocated) {
        let claimed = theirs.remove(request.label.as_str());
        if claimed != Some(i64::from(number)) {
            let label = request.label.to_string();
            found.push(Difference::Allocated { label, claimed, computed: Some(number) });
        }
    }
    for (label, number) in theirs {
        found.push(Difference::Allocated { label: label.to_string(), claimed: Some(number), computed: None });
    }
    if claimed.left != i64::from(computed.left) {
        found.push(Difference::Left { claimed: claimed.left, computed: computed.left });
    }
    found
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nobody = || "nobody".to_string();
        match self {
            Self::Digest { of, claimed, computed } => {
                let shown = |hash: &Option<Hash>| hash.map_or_else(|| "nothing".to_string(), |hash| hash.to_string());
                write!(f, "{of}: the record says {}, its requests give {}", shown(claimed), shown(computed))
            }
            Self::Order { rank, claimed, computed } => {
                let (claimed, computed) =
                    (claimed.clone().unwrap_or_else(nobody), computed.clone().unwrap_or_else(nobody));
                write!(f, "order, place {rank}: the record says {claimed}, the draw gives {computed}")
            }
            Self::Allocated { label, claimed: Some(claimed), computed: Some(computed) } => {
                write!(f, "allocated, {label}: the record says {claimed}, the draw gives {computed}")
            }
            Self::Allocated { label, claimed: None, computed } => {
                let computed = computed.unwrap_or(0);
                write!(f, "allocated, {label}: missing in the record, the draw gives {computed}")
            }
            Self::Allocated { label, claimed: Some(claimed), computed: None } => {
                write!(f, "allocated, {label}: the record says {claimed}, no request has this label")
            }
            Self::AllocatedTwice { label } => write!(f, "allocated, {label}: stands there twice"),
            Self::Left { claimed, computed } => {
                write!(f, "left: the record says {claimed}, the draw gives {computed}")
            }
            Self::After { entry, why } => write!(f, "after, entry {entry}: {why}"),
        }
    }
}
