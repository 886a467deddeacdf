use crate::{
    domain::ids::PersonId,
    server::{
        mail::messages::{AccessBy, AccessChange, AccessFacts, AccessMessage},
        services::Act,
    },
};

/// Has someone told what others did to their ways in.
pub(in crate::server::services) fn tell(act: &mut Act<'_>, person: PersonId, change: AccessChange, by: AccessBy) {
    let facts = AccessFacts { change, by, at: act.now };
    act.tell(person, &AccessMessage { facts });
}
