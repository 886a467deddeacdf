use crate::{
    domain::{ids::PersonId, message::Topic},
    server::{
        db::emails_off,
        services::{Act, Done},
    },
};

/// Turns everything off that can be turned off: someone told their email provider that our emails are unwanted. They can turn it on
/// again themselves.
pub async fn complained(act: &Act<'_>, person: PersonId) -> Done {
    for &topic in Topic::ALL {
        emails_off::set(&act.tx, person, (topic, None), false, act.now).await?;
    }
    Ok(())
}
