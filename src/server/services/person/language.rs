use catalog::Language;

use crate::{
    domain::typed::Problem,
    server::{
        auth::Actor,
        db::people,
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// Says in which language one reads the site and its emails, by its tag; nothing: in that of the browser.
///
/// # Errors
/// A language that the site does not speak.
pub async fn set_language(site: &Site, actor: &Actor, typed: &str) -> Done {
    let language = match typed.trim() {
        "" => None,
        tag => Some(Language::read(tag).ok_or_else(|| Refused::field("language", unknown(tag)))?),
    };
    let act = Act::by(site, actor).await?;
    people::set_language(&act.tx, actor.person, language).await?;
    act.commit().await
}

fn unknown(tag: &str) -> Problem {
    let names: Vec<&str> = Language::spoken().map(Language::name).collect();
    Problem::NotAChoice { seen: tag.to_owned(), accepted: names.join(", ") }
}
