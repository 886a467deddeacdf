use crate::{
    domain::{deed::Deed, ids::PersonId},
    error::{Obstacle, Refusal},
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, people},
        mail::messages::LinkMessage,
        services::{
            Act, Done,
            limit::{Limit, within},
        },
        site::Site,
    },
};

/// Sends someone who cannot sign in a link to their own address. It signs them in once, within 3 days.
///
/// # Errors
/// Not an admin; nobody with that number; someone who is deactivated; more links in a short time than one person may get.
pub async fn send_link(site: &Site, actor: &Actor, id: PersonId) -> Done {
    let mut act = Act::by(site, actor).await?;
    act.may(Action::ManagePeople)?;
    people::lock(&act.tx, id).await?;
    let person = people::find(&act.tx, id).await?.ok_or(Refusal::NotFound)?;
    if !person.active {
        return Err(Obstacle::Deactivated.into());
    }
    if !within(site, &act.tx, Limit::LinksTo(id)).await? {
        return Err(Refusal::TooMany.into());
    }
    let message = LinkMessage { at: act.now };
    act.tell(id, &message);
    act.note(Entry::of(Deed::PersonSendLink).about(id));
    act.commit().await
}
