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
    let number = crate::domain::ids::PersonId::new(super::number(&person));
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
    let number = crate::domain::ids::PersonId::new(super::number(&person));
    let done = async { services::person::sign_out_everywhere(&visit.site, visit.actor()?, number).await }.await;
    let page = paths::person(number);
    let onward = done.map(|_| Onward::to(page.clone()).saying("person-signed-out"));
    visit.answer(Form { name: "sign-out-person", page, typed: &person }, onward).await
}

/// Brings people in from a spreadsheet: `step` is `save`, or else it is only shown what would come of it.
#[server(prefix = "/api", endpoint = "people/import")]
pub async fn import_people(
    #[server(default)] rows: String,
    #[server(default)] welcome: String,
    #[server(default)] step: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::person::{self, ImportForm},
        },
    };
    let visit = here();
    let form = ImportForm { rows, welcome };
    let done = async {
        if step != "save" {
            return person::permit_managing(&visit.site, visit.actor()?).map(|()| Onward::back());
        }
        let notice = match person::save_import(&visit.site, visit.actor()?, &form).await? {
            imported if imported.welcomed > 0 => "people-in-mailed",
            imported if imported.new + imported.changed > 0 => "people-in",
            _ => "people-same",
        };
        Ok(Onward::to(paths::PEOPLE).saying(notice))
    }
    .await;
    visit.answer(Form { name: "people-import", page: paths::IMPORT_PEOPLE.into(), typed: &form }, done).await
}
