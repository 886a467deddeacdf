use leptos::prelude::*;

use super::Reply;
use crate::domain::person::PersonForm;

/// Adds a person, who is welcomed by mail.
#[server(prefix = "/api", endpoint = "people/add")]
pub async fn add_person(#[server(flatten)] form: PersonForm) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::person,
        },
    };
    let visit = here();
    let done = async { person::add(&visit.site, visit.actor()?, &form).await }.await;
    let onward = done.map(|_| Onward::to(paths::PEOPLE).saying("person-added"));
    visit.answer(Form { name: "person", page: paths::NEW_PERSON.into(), typed: &form }, onward).await
}

/// Changes a person's name, address, role and status.
#[server(prefix = "/api", endpoint = "people/edit")]
pub async fn edit_person(
    #[server(default)] person: String,
    #[server(flatten)] form: PersonForm,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services,
        },
    };
    let visit = here();
    let number = super::number(&person);
    let done = async { services::person::edit(&visit.site, visit.actor()?, number, &form).await }.await;
    let onward = done.map(|()| Onward::to(paths::PEOPLE).saying("person-saved"));
    visit.answer(Form { name: "person", page: paths::person(number), typed: &form }, onward).await
}

/// Signs a person out everywhere.
#[server(prefix = "/api", endpoint = "people/sign-out")]
pub async fn sign_out_person(#[server(default)] person: String) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services,
        },
    };
    let visit = here();
    let number = super::number(&person);
    let done = async { services::person::sign_out_everywhere(&visit.site, visit.actor()?, number).await }.await;
    let page = paths::person(number);
    let onward = done.map(|_| Onward::to(page.clone()).saying("person-signed-out"));
    visit.answer(Form { name: "sign-out-person", page, typed: &person }, onward).await
}
