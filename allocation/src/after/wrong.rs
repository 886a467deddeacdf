use super::{Next, What};
use crate::{Hash, Label};

/// Why an entry does not follow from those before it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It stands at another place than it says.
    #[error("it says {0}, and stands at {1}")]
    Sequence(u32, u32),
    /// The chain is broken.
    #[error("its hash is {claimed}, and it should be {computed}")]
    Hash {
        /// What it says.
        claimed: Hash,
        /// What it gives.
        computed: Hash,
    },
    /// It is earlier than the one before it.
    #[error("it is earlier than the one before it")]
    Earlier,
    /// A field is missing, too many, or out of bounds.
    #[error("{0} does not fit a {what}", what = .1.as_str())]
    Field(&'static str, What),
    /// Nothing has begun, or it is over.
    #[error("there is no result it could be about")]
    NotRunning,
    /// It has begun already, or what belongs at the beginning comes later.
    #[error("it belongs at the beginning")]
    AtTheBeginning,
    /// Somebody cannot give away what they do not have.
    #[error("{0} has {1}, fewer than {2}")]
    Has(Label, u32, u32),
    /// There are fewer tickets than this needs.
    #[error("{0} of {1} are there")]
    Short(u32, u32),
    /// Nothing is offered to them.
    #[error("nothing is offered to {0}")]
    NoOffer(Label),
    /// Something is offered to them already.
    #[error("something is offered to {0} already")]
    Offered(Label),
    /// The time to answer is over, or not yet.
    #[error("the time to answer is until {0}")]
    Time(i64),
    /// Something else had to come first.
    #[error("{0} has to come first")]
    First(Next),
    /// It does not come by itself here.
    #[error("nothing calls for it")]
    Uncalled,
}
