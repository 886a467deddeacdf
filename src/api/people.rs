use leptos::prelude::*;

use super::Reply;
use crate::domain::person::PersonForm;

/// Adds a person, who is welcomed by email.
#[server(prefix = "/api", endpoint = "people/add")]
pub async fn add_person(#[server(flatten)] form: PersonForm) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Site(Action::ManagePeople), forms::PERSON.on(paths::NEW_PERSON, &form), async |site, actor| {
        services::person::add(site, actor, &form).await?;
        Ok(Onward::to(paths::PEOPLE).saying(Notice::PersonAdded))
    })
    .await
}

/// Changes a person's name, address, role and status.
#[server(prefix = "/api", endpoint = "people/edit")]
pub async fn edit_person(
    #[server(default)] person: String,
    #[server(flatten)] form: PersonForm,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Site(Action::ManagePeople), forms::PERSON.on(page_of_person(&person), &form), async |site, actor| {
        let person = PersonId::parse(&person).ok_or(Refusal::NotFound)?;
        services::person::edit(site, actor, person, &form).await?;
        Ok(Onward::to(paths::PEOPLE).saying(Notice::PersonSaved))
    })
    .await
}

/// Signs a person out everywhere.
#[server(prefix = "/api", endpoint = "people/sign-out")]
pub async fn sign_out_person(#[server(default)] person: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(
        Needs::Site(Action::ManagePeople),
        forms::SIGN_OUT_PERSON.on(page_of_person(&person), &()),
        async |site, actor| {
            let person = PersonId::parse(&person).ok_or(Refusal::NotFound)?;
            services::person::sign_out_everywhere(site, actor, person).await?;
            Ok(Onward::same_page().saying(Notice::PersonSignedOut))
        },
    )
    .await
}

/// Sends a person a link to sign in with.
#[server(prefix = "/api", endpoint = "people/send-link")]
pub async fn send_sign_in_link(#[server(default)] person: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Site(Action::ManagePeople), forms::SEND_LINK.on(page_of_person(&person), &()), async |site, actor| {
        let person = PersonId::parse(&person).ok_or(Refusal::NotFound)?;
        services::person::send_link(site, actor, person).await?;
        Ok(Onward::same_page().saying(Notice::LinkSent))
    })
    .await
}
