use super::{UNDER_WAY, signed_in_recently};
use crate::{
    domain::{person::Email, typed::Problem},
    error::{Obstacle, Refusal},
    server::{
        auth::Actor,
        db::{address_changes, people},
        mail::{Asked, messages::AddressCodeMessage},
        services::{
            Act, Done, Refused,
            limit::{Limit, within},
        },
        site::Site,
    },
};

/// Asks for another email address of one's own: a code goes there.
///
/// Does the same for every address, whether someone has it or not: one change under way and one message. Who has it is
/// looked up only when the message is sent, and then none leaves. Asking again ends what was asked for before. The code
/// counts where its person is signed in, however long ago: it is the address that it proves.
///
/// # Errors
/// Someone who did not sign in recently; an address that cannot be one, or is their own already; more askings than one person may make.
pub async fn ask_address(site: &Site, actor: &Actor, email: &str) -> Done {
    let email = Email::parse(email).map_err(|problem| Refused::field("email", problem))?;
    let mut act = Act::by(site, actor).await?;
    people::lock(&act.tx, actor.person).await?;
    let person = people::find(&act.tx, actor.person).await?.filter(|person| person.active).ok_or(Refusal::SignedOut)?;
    if person.email == email.as_str() {
        return Err(Refused::field("email", Problem::OwnAddress));
    }
    if !signed_in_recently(actor, act.now) {
        return Err(Obstacle::SignInAgain.into());
    }
    if !within(site, &act.tx, Limit::AddressChanges(actor.person)).await? {
        return Err(Obstacle::AskedTooOften.into());
    }
    let asking = address_changes::begin(&act.tx, actor.person, &email, (act.now, act.now + UNDER_WAY)).await?;
    act.tell(actor.person, &AddressCodeMessage { asking, asked: Asked::now() });
    act.commit().await
}
